import type { DateSpan } from "../date/spans.ts";
import { kindOf, nameAlone } from "./beside.ts";
import { displayed, pieceOf } from "./name.ts";
import { segmentsOf } from "./segments.ts";

/** Who and what a byline names. */
export interface Named {
  readonly persons: readonly string[];
  readonly agencies: readonly string[];
  readonly outlet?: string;
  readonly email?: string;
  /** Every piece was understood: the line holds nothing else. */
  readonly whole: boolean;
  /** All before the first bar or date was understood, and names somebody. */
  readonly leading: boolean;
  /** It begins with somebody's name, whatever follows. */
  readonly named: boolean;
  /** A date, a time, a handle or an address stands in the line. */
  readonly marked: boolean;
  /** Those, or a role, an agency or an outlet. */
  readonly furnished: boolean;
  /** Capitalised words beside names, taken for where somebody is. */
  readonly places: readonly string[];
}

const CONJUNCTION =
  /\s+(?:and|&|\+|und|et|y|e|og|och|en|i|a|и|і|й|та|și|és|ja|ve|ile|dan|và|και|ו|و|with|mit|con|avec|med)\s+/iu;
/** `Jane Doe (with John Roe and Ada King)`. */
const HELPERS = /\s*\((?:with|avec|mit|con|com|med|met)\s[^()]{1,80}\)/giu;
const ARABIC_AND = /\s+و(?=\p{Script=Arabic})/u;
const IN_PLACE =
  /\s+(?:in|from|at|aus|à|au|en|em|da|a|i|в|у|te|på|w|ve)\s+(?:the\s+|der\s+|den\s+)?[\p{Lu}][\p{L}\p{M}.’'-]*(?:[ -](?:[\p{Lu}][\p{L}\p{M}.’'-]*|de|del|la|am|an|der)){0,3}$/u;
const FOR_OUTLET =
  /\s+(?:[Ff]or|of|at|für|pour|para|per|voor|för|for|dla|для|vom|von der)\s+(?:the\s+|The\s+|den\s+|die\s+|das\s+)?([\p{Lu}][\p{L}\p{M}\d .&’'-]{1,40})$/u;
/** What these two and the one above can't do without: tables of Unicode take milliseconds to compile. */
const BEFORE_PLACE = /\s(?:in|from|at|aus|à|au|en|em|da|a|i|в|у|te|på|w|ve)\s/;
const BEFORE_OUTLET = /\s(?:[Ff]or|of|at|für|pour|para|per|voor|för|for|dla|для|vom|von der)\s/;

/** Reads what stands in a byline (behind its opening word, if it had one: `led`). Dates in it are cut out by their spans. */
export function namesIn(text: string, dates: readonly DateSpan[], led: boolean): Named {
  const { segments, marked, ...rest } = segmentsOf(text, dates);
  const named: Writable = { persons: [], agencies: [], whole: true, named: false, furnished: marked, places: [] };
  let leading = false;
  for (const [index, segment] of segments.entries()) {
    readSegment(segment, named, { led, first: index === 0 });
    if (index === 0) leading = named.whole && named.persons.length + named.agencies.length > 0;
  }
  return { ...houseless(named), leading, marked, ...rest };
}

/** `Selbynews with Agencies`: one word beside an agency is no person, and "agencies" are nobody in particular. */
function houseless(named: Writable): Writable {
  const [only, ...others] = named.persons;
  if (only === undefined || others.length > 0 || named.agencies.length === 0 || SEVERAL_WORDS.test(only)) return named;
  return { ...named, persons: [], agencies: [only, ...named.agencies.filter((agency) => !ANY_AGENCY.test(agency))] };
}

const SEVERAL_WORDS = /[\s\p{Script=Han}\p{Script=Hangul}]/u;
const ANY_AGENCY = /^(?:news )?(?:agenc(?:y|ies)|agenturen|wires?|agences|agencias|agenzie)$/iu;

interface Writable {
  persons: string[];
  agencies: string[];
  outlet?: string;
  whole: boolean;
  named: boolean;
  furnished: boolean;
  places: string[];
}

/** A segment between bars: names joined by commas and "and", then perhaps roles, places, an outlet. */
function readSegment(
  segment: string,
  named: Writable,
  { led, first }: { readonly led: boolean; readonly first: boolean },
): void {
  const joined = segment
    .replace(HELPERS, "")
    .split(CONJUNCTION)
    .flatMap((part) => part.split(ARABIC_AND));
  const pieces = joined.map(splitCommas);
  // "A, reporter, B, reporter": a role behind each of several names ends nothing.
  const severalRoles = pieces.flat().filter((piece) => kindOf(piece, false) === "role").length > 1;
  for (const [index, part] of pieces.entries()) {
    let closed = false;
    for (const [position, piece] of part.entries()) {
      const lead = led && first && named.persons.length === 0 && index === 0 && position === 0;
      // After "A and B", a comma brings a role, a place or an outlet, never a third author.
      const afterList = joined.length > 1 && index === joined.length - 1 && position > 0;
      const past: boolean = !severalRoles && (afterList || closed);
      closed = readPiece(piece, named, { led, lead, past }) || closed;
    }
  }
}

function splitCommas(part: string): string[] {
  return part
    .split(/\s*[,，、،;；؛/]\s*/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}

interface Standing {
  readonly led: boolean;
  /** Right behind the opening word: a single word can be a name there. */
  readonly lead: boolean;
  readonly past: boolean;
}

/** Takes a piece in; returns whether it closes the list of names (a role or an outlet follows the last one). */
function readPiece(written: string, named: Writable, standing: Standing): boolean {
  const { rest, outlet } = withoutOutlet(written, standing.led);
  const piece = (BEFORE_PLACE.test(rest) ? rest.replace(IN_PLACE, "") : rest).replace(/\s*\([^()]*\)?\s*$/u, "").trim();
  if (outlet !== undefined) named.outlet ??= outlet;
  if (SUFFIXES.test(piece) && named.persons.length > 0) {
    named.persons.push(`${named.persons.pop()}, ${piece}`.replace(", Jr", " Jr").replace(", Sr", " Sr"));
    return false;
  }
  return take(piece, named, standing);
}

function take(piece: string, named: Writable, { lead, past }: Standing): boolean {
  const kind = kindOf(piece, lead);
  if (kind === "name" && !past) {
    const alone = nameAlone(piece);
    named.named ||= named.whole && named.persons.length === 0;
    named.furnished ||= alone !== piece;
    for (const name of apart(displayed(alone))) if (!named.persons.includes(name)) named.persons.push(name);
    return false;
  }
  named.furnished ||= kind === "role" || kind === "agency" || kind === "outlet";
  if (kind === "agency") {
    named.agencies.push(piece);
  } else if (kind === "outlet") {
    named.outlet ??= tidyOutlet(piece);
    return true;
  } else if (kind === "other" && piece !== "") {
    other(piece, named);
  }
  return kind === "role";
}

function other(piece: string, named: Writable): void {
  if (isPlaceLike(piece)) named.places.push(piece);
  else named.whole = false;
}

/** `Jane Doe for The Buna Times`; with no "By" before it, what stands behind "for" must be known as an outlet. */
function withoutOutlet(piece: string, led: boolean): { readonly rest: string; readonly outlet?: string } {
  const outlet = BEFORE_OUTLET.test(piece) ? FOR_OUTLET.exec(piece)?.[1] : undefined;
  if (outlet === undefined) return { rest: piece };
  const kind = pieceOf(outlet);
  const known = kind === "outlet" || kind === "agency";
  if (!led && !known) return { rest: piece };
  const rest = piece.replace(FOR_OUTLET, "");
  // `Redakteurin für Finanzen` has a field, not another outlet.
  return kind === "role" || (!known && pieceOf(rest) === "role") ? { rest } : { rest, outlet: tidyOutlet(outlet) };
}

function tidyOutlet(outlet: string): string {
  return outlet.replace(/^(?:special|exclusive) (?:to|for) (?:the )?/iu, "").trim();
}

/** Six words and more in pairs: names that a page's style kept apart were run together when it was copied. */
function apart(name: string): readonly string[] {
  const tokens = name.split(" ");
  if (tokens.length < 6 || tokens.length % 2 === 1 || tokens.some((token) => !/^\p{Lu}\p{Ll}/u.test(token)))
    return [name];
  return tokens.flatMap((token, index) => (index % 2 === 0 ? [`${token} ${tokens[index + 1]}`] : []));
}

const SUFFIXES = /^(?:Jr|Sr|II|III|Ph\.?D|M\.?D)\.?$/u;

/** A single capitalised word beside names is where somebody is: `Nairobi`, `Wien`. */
function isPlaceLike(piece: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}’'.-]*(?:[ -]\p{Lu}[\p{L}\p{M}’'.-]*){0,2}$/u.test(piece);
}
