import type { Place } from "../../finding.ts";
import type { Stated, StatedPerson } from "../../read/article.ts";
import type { Confidence, Source } from "../evidence.ts";
import { remembered } from "../remembered.ts";
import type { PlacedLine } from "../zones.ts";
import type { Byline } from "./byline.ts";
import { opened } from "./lead-words.ts";
import { displayed, pieceOf } from "./name.ts";
import { type Named, namesIn } from "./people.ts";

/** Names as one source gives them. */
export interface Claim {
  readonly persons: readonly StatedPerson[];
  readonly agencies: readonly string[];
  readonly from: Source;
  readonly words: string;
  readonly place: Pick<Place, "line" | "column">;
  readonly sure: Confidence;
}

/**
 * The order in which sources are believed, bent where the first is weak: a byline that names only an agency gives way to
 * a person named elsewhere in the text, and bare words that merely look like names give way to the document's own
 * metadata (menus and captions of copied pages look like names).
 */
export function byTrust(claims: readonly Claim[]): readonly Claim[] {
  const [first] = claims;
  if (first === undefined || first.from === "front-matter") return claims;
  const bare = first.from === "byline" && first.sure !== "certain";
  const meta = claims.find(({ from, persons }) => from === "meta" && persons.length > 0);
  if (bare && meta !== undefined && !agree(first, meta)) return [meta, ...claims.filter((claim) => claim !== meta)];
  if (first.persons.length > 0) return claims;
  const person = claims.find(({ persons, from }) => persons.length > 0 && from !== "meta");
  return person === undefined ? claims : [person, ...claims.filter((claim) => claim !== person)];
}

export function lineClaim({ persons, agencies, line, by, sure }: Byline): Claim {
  const { text, place } = line.line;
  return { persons: persons.map((name) => ({ name })), agencies, from: by, words: text, place, sure };
}

/** Bylines on lines of their own below one another are one byline; one at the bottom repeats the one at the top. */
export function joined(lines: readonly Byline[]): Claim[] {
  const [first, ...rest] = lines;
  if (first === undefined) return [];
  let last = first;
  const together = [first];
  for (const line of rest) {
    if (!isBelow(last, line)) break;
    together.push(line);
    last = line;
  }
  const names = [...new Set(together.flatMap(({ persons }) => persons))];
  const agencies = [...new Set(together.flatMap((one) => one.agencies))];
  return [{ ...lineClaim(first), persons: names.map((name) => ({ name })), agencies }, ...rest.map(lineClaim)];
}

function isBelow(upper: Byline, lower: Byline): boolean {
  const apart = (lower.line.line.place.line ?? 0) - (upper.line.line.place.line ?? 0);
  return apart <= 3 && lower.line.ref.block - upper.line.ref.block <= 2;
}

export function textClaim(names: readonly string[], from: Source, { line }: PlacedLine): Claim {
  return {
    persons: names.map((name) => ({ name })),
    agencies: [],
    from,
    words: line.text,
    place: line.place,
    sure: "strong",
  };
}

/** Front matter and metadata may give a whole byline where a name belongs: `By A and B, Buna Times`. */
export function statedClaim(
  stated: Stated<readonly StatedPerson[]> | undefined,
  from: Source,
  sure: Confidence,
  house?: string,
): Claim | undefined {
  if (stated === undefined) return undefined;
  const persons: StatedPerson[] = [];
  const agencies: string[] = [];
  for (const person of stated.value) {
    // Pages without a byline name themselves; a page named after its only writer does so in two words.
    const itself = house !== undefined && key(person.name) === key(house) && !person.name.includes(" ");
    if (person.organisation === true || itself) agencies.push(person.name);
    else if (person.email !== undefined || person.uri !== undefined) takeLinked(person, persons, agencies);
    else takeStated(person, persons, agencies, from);
  }
  return { persons, agencies, from, words: stated.words, place: stated.place, sure };
}

/** Somebody with an address, whose name metadata may give with office and outlet behind it, or as several people's. */
function takeLinked(person: StatedPerson, persons: StatedPerson[], agencies: string[]): void {
  const read = namesIn(opened(person.name)?.rest ?? person.name, [], true);
  const [only, ...others] = read.persons;
  if (only === undefined && (read.agencies.length > 0 || pieceOf(person.name) === "outlet")) agencies.push(person.name);
  else if (others.length > 0 && read.whole) {
    persons.push(...read.persons.map((name) => ({ name })));
    agencies.push(...read.agencies);
  } else persons.push({ ...person, name: only !== undefined && read.named ? only : displayed(person.name) });
}

/** `Jane Doe <jane@buna.example>`, and the other way round, as RSS has it. */
const WITH_MAIL = /^(.*?)\s*[<(]([\w.+-]+@[\w-]+(?:\.[\w-]+)+)[>)]$/u;

const BEHIND_MAIL = /^([\w.+-]+@[\w-]+(?:\.[\w-]+)+)\s*\(([^()]+)\)$/u;

const statedNames = remembered(10_000, (words) => namesIn(words, [], true));

const withoutOpening = remembered(10_000, (words) => opened(words)?.rest ?? words);

function takeStated(person: StatedPerson, persons: StatedPerson[], agencies: string[], from: Source): void {
  const { written, ...mail } = apart(person.name);
  const rest = withoutOpening(written);
  const read = statedNames(rest);
  const named = read.persons.length + read.agencies.length > 0 && (read.whole || from === "meta");
  if (named && !(from === "front-matter" && isHalved(read))) {
    persons.push(...read.persons.map((name) => ({ name, ...mail })));
    agencies.push(...read.agencies);
  } else if (from === "front-matter") {
    // The writer says so, whatever it looks like: a pen name, one word, lower case.
    const kind = pieceOf(rest, true);
    if (kind === "agency" || kind === "outlet") agencies.push(rest);
    else persons.push({ name: displayed(rest), ...mail });
  }
}

/** A name and the address beside it. */
function apart(name: string): { readonly written: string; readonly email?: string } {
  const [, first, behind] = WITH_MAIL.exec(name) ?? [];
  if (first !== undefined && first !== "" && behind !== undefined) return { written: first, email: behind };
  const [, before, second] = BEHIND_MAIL.exec(name) ?? [];
  return second !== undefined && before !== undefined ? { written: second, email: before } : { written: name };
}

/** `Doe, Jane`, `Marks and Spencer`: what looks like one word and a place is a name that no form tells. */
function isHalved({ persons, places }: Named): boolean {
  const [only, ...others] = persons;
  return only !== undefined && others.length === 0 && places.length > 0 && /^[\p{L}\p{M}.'’-]+$/u.test(only);
}

export function agree(a: Claim | undefined, b: Claim): boolean {
  const names = new Set(a?.persons.map(({ name }) => key(name)));
  return b.persons.some(({ name }) => names.has(key(name)));
}

/** A name as it is compared: without case, marks and dots. */
export const key: (name: string) => string = remembered(10_000, (name) =>
  name
    .normalize("NFD")
    .replace(/[\p{M}.\s'’-]/gu, "")
    .toLowerCase(),
);
