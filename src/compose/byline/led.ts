import { dateSpans } from "../date/spans.ts";
import type { PlacedLine } from "../zones.ts";
import { type Byline, isReadable, isSentence, LONGEST, type Reading } from "./byline.ts";
import { opened } from "./lead-words.ts";
import { pieceOf } from "./name.ts";
import { type Named, namesIn } from "./people.ts";

const SPEECH = /["“”„«»「」『』?!…]/u;
/** `Veröffentlicht am: `, before a date. */
const LONGEST_BEFORE = 24;
/** A byline of many names has more letters than any sentence, and no more names than may be stated. */
const LONGEST_ROLL = 10_000;
const FEWEST_ROLL = 5;
const MOST_ROLL = 200;
const APPOSITION = /^[^,]{4,40}?\s?, (?:an?|the|who) /u;

/** `By Jane Doe`, `Text: Jane Doe`, `August 30, 2024 | By Jane Doe`: names behind a word that says what they are. */
export function ledByline(line: PlacedLine, { language, isKnown }: Reading): Byline | undefined {
  const { text } = line.line;
  const opening = opened(text, language) ?? openedAfterDate(text, language) ?? openedAfterBar(text, language);
  if (opening === undefined || !isReadable(line, LONGEST_ROLL) || SPEECH.test(text)) return undefined;
  const named = namedIn(opening.rest, { language, isKnown });
  if ((text.length > LONGEST && !isRoll(named)) || !namesAnything(named)) return undefined;
  const by = opening.by === "label" ? "label" : "byline";
  const told = { line, by, opened: true, sure: "certain" } as const;
  if (named.whole || !isSentence(line) || (named.leading && !/\.$/u.test(text))) return { ...named, ...told };
  // A sentence that begins with "By" or "Von" goes on after its name, if it has one; but for `By Jane Doe, a reporter who …`.
  const [person] = named.persons;
  const goesOn = named.named && person !== undefined && APPOSITION.test(opening.rest);
  return goesOn ? { ...alone(person), whole: false, ...told } : undefined;
}

/** Names and nothing else, as research papers and large desks have them. */
function isRoll({ whole, persons }: Named): boolean {
  return whole && persons.length >= FEWEST_ROLL && persons.length <= MOST_ROLL;
}

function namesAnything({ persons, agencies, outlet, whole }: Named): boolean {
  return persons.length > 0 || agencies.length > 0 || (outlet !== undefined && whole);
}

function namedIn(rest: string, { language, isKnown }: Reading): Named {
  if (isKnown(rest)) return alone(rest);
  const named = namesIn(rest, dateSpans(rest, language), true);
  const nobody = named.persons.length === 0 && named.agencies.length === 0;
  // `By Staff`: beside a name "staff" is nobody, alone it is all there is.
  const collective = nobody && pieceOf(rest, true) === "agency";
  return collective ? { ...named, agencies: [rest], whole: true, leading: true } : named;
}

/** One person and nothing else: `By zed`, where the publication knows a zed. */
function alone(name: string): Named {
  const told = { whole: true, leading: true, named: true, marked: false, furnished: false };
  return { persons: [name], agencies: [], places: [], ...told };
}

const BAR = /[|•·/]/;

function openedAfterDate(text: string, language: string): ReturnType<typeof opened> {
  const [first] = dateSpans(text, language);
  if (first === undefined || first.from > LONGEST_BEFORE) return undefined;
  const rest = text.slice(first.to).replace(/^[\s,|•·–—-]+/u, "");
  return opened(rest, language);
}

/** `National, News | Published: 5 hours ago | Written by Jane Doe`. */
function openedAfterBar(text: string, language: string): ReturnType<typeof opened> {
  if (!BAR.test(text)) return undefined;
  const [, ...segments] = text.split(/\s*[|•·]\s*|\s\/\s/u);
  const led = segments.map((segment) => opened(segment, language)).find((opening) => opening !== undefined);
  return led?.by === "word" ? led : undefined;
}
