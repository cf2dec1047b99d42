import { isFurniture } from "../headline/furniture.ts";
import { isProse } from "../prose.ts";
import type { PlacedLine, Zones } from "../zones.ts";
import { type BareByline, bareByline, bareNames, type Surroundings } from "./bare.ts";
import type { Byline, Reading } from "./byline.ts";
import { ledByline } from "./led.ts";

/** How many lines of pictures, teasers and buttons may push a byline out of the head. */
const PUSHED = 14;
/** Longer lines below the head are no bylines. */
const LONGEST_BELOW = 110;
/** A line of nothing but "By", whose name stands on the next: pages set the two apart. */
export const LEAD_ALONE: RegExp = /^(?:by|written by|author|von|par|por|di|door|av|af|автор|текст|oleh)\s*:?$/iu;

/**
 * The lines that name authors, surest first: behind a "By" in the head or at the end; bare beside a date in the head;
 * behind a "By" or beside a date not far below the head; bare in the head. Only the first of these that names somebody
 * counts: where a line says "By", bare names around it are captions and people in the news.
 */
export function bylines(
  zones: Zones,
  reading: Pick<Surroundings, "language" | "isKnown" | "report" | "titled">,
): readonly Byline[] {
  const { head, body, tail } = zones;
  const rest = [...body, ...tail];
  const lines = [...head, ...rest.slice(0, PUSHED)];
  const around: Surroundings = { lines, head: head.length, ...reading };
  const led = ledIn(lines, head.length + 1, reading);
  const first = [...led.filter(({ line }) => lines.indexOf(line) <= head.length), ...lastOnes(zones, lines, reading)];
  if (first.some(names)) return first;
  const bare = lines.flatMap((_, index) => bareByline(index, around) ?? []);
  const beside = bareGroup(bare.filter(({ standing, index }) => standing === 2 && index < head.length));
  if (beside.length > 0) return [...first, ...beside];
  const pushed = led.filter(({ line }) => !first.some((one) => one.line === line));
  if (pushed.some(names)) return [...first, ...pushed];
  const dated = bareGroup(bare.filter(({ standing }) => standing === 2));
  return [...first, ...(dated.length > 0 ? dated : bareGroup(bare))];
}

function names({ persons, agencies }: Byline): boolean {
  return persons.length + agencies.length > 0;
}

/** Lines that are led by a word or by markup; below the head, only those that are nothing else. */
function ledIn(lines: readonly PlacedLine[], near: number, reading: Reading): readonly Byline[] {
  const found: Byline[] = [];
  let chain = 0;
  for (const [index, line] of lines.entries()) {
    // Below a lone "By" every name is led by it, one to a line.
    const below = LEAD_ALONE.test(lines[index - 1]?.line.text ?? "");
    const last = found.at(-1);
    chain = below || (chain > 0 && last !== undefined && last.line === lines[index - 1]) ? chain + 1 : 0;
    if (index >= near && !mayStandBelow(line)) continue;
    const byline = ledByline(line, reading) ?? trustedNames(line, chain, reading);
    if (byline !== undefined && (index < near || byline.leading)) found.push(byline);
  }
  return found;
}

function mayStandBelow({ line, block }: PlacedLine): boolean {
  return block.kind === "paragraph" && line.text.length <= LONGEST_BELOW && !isProse(line, block);
}

/** Names that need no "By" of their own: the first one below a lone "By", whatever its form, or those after it. */
function trustedNames(line: PlacedLine, chain: number, { language }: Reading): Byline | undefined {
  const hinted = line.line.hint === "byline" && line.block.kind !== "heading";
  if ((chain === 0 && !hinted) || LEAD_ALONE.test(line.line.text) || isFurniture(line.line.text)) return undefined;
  const byline = bareNames(line, language, true);
  const full = byline?.persons.every((name) => name.includes(" ") || !/\p{Lu}\p{Ll}/u.test(name)) === true;
  return chain === 1 || (full && (hinted || byline?.marked === false)) ? byline : undefined;
}

function lastOnes({ tail }: Zones, above: readonly PlacedLine[], reading: Reading): readonly Byline[] {
  return tail.filter((line) => !above.includes(line)).flatMap((line) => ledByline(line, reading) ?? []);
}

/** Of bare names, the first that stand together. Names further down are people in pictures and in the news. */
function bareGroup(bare: readonly BareByline[]): readonly Byline[] {
  const named = bare.filter(({ persons }) => persons.length > 0);
  const first = named.find(({ marked }) => marked) ?? named[0] ?? bare[0];
  if (first === undefined) return [];
  const run = [first];
  for (const next of bare.slice(bare.indexOf(first) + 1)) {
    // A line with its own date is a byline by itself.
    if (next.index !== (run.at(-1)?.index ?? 0) + 1 || next.marked !== first.marked) break;
    run.push(next);
  }
  return run;
}
