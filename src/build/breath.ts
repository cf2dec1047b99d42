import { setImmediate as turn } from "node:timers/promises";

/** So many milliseconds a build goes on without listening to anything else. */
const A_BREATH = 50;

/**
 * Lets the process hear of signals and timers (a lock shows by one that its holder lives) while a build is at work; to be
 * awaited between one article and the next. Rejects with the signal's reason where the build is to end.
 */
export function breathing(signal: AbortSignal | undefined): () => Promise<void> | undefined {
  let last = performance.now();
  const breathe = async (): Promise<void> => {
    await turn();
    last = performance.now();
    signal?.throwIfAborted();
  };
  return () => (performance.now() - last < A_BREATH ? undefined : breathe());
}
