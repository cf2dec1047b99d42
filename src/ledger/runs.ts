/** So many parts are put together at once: each is an argument, of which there can't be very many. */
const AT_ONCE = 1_000;

/**
 * Lists behind one another. Of a long list with few changes each run goes over in one piece, where a loop over all that is
 * in it takes longer than what the changes are made for.
 */
export function joined<One>(runs: readonly (readonly One[])[]): One[] {
  let all: One[] = [];
  for (let at = 0; at < runs.length; at += AT_ONCE) all = all.concat(...runs.slice(at, at + AT_ONCE));
  return all;
}
