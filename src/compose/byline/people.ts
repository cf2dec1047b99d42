import type { DateSpan } from "../date/spans.ts";
import { ROLES } from "./lexicon.ts";
import { displayed, type Piece, pieceOf } from "./name.ts";

/** Who and what a byline names. */
export interface Named {
  readonly persons: readonly string[];
  readonly agencies: readonly string[];
  readonly outlet?: string;
  readonly email?: string;
  /** Every piece was understood: the line holds nothing else. */
  readonly whole: boolean;
}

const BARS = /\s*(?:[|•·●▪‧∙]|\s[-–—―]\s|\s\/\s|\t)\s*/u;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const HANDLE = /\(?@\w{2,30}\)?/gu;
const CONJUNCTION =
  /\s+(?:and|&|\+|und|et|y|e|og|och|en|i|a|и|і|й|та|și|és|ja|ve|ile|dan|và|και|ו|و|with|mit|con|avec|med)\s+/iu;
const ARABIC_AND = /\s+و(?=\p{Script=Arabic})/u;
const IN_PLACE =
  /\s+(?:in|from|at|aus|à|au|en|em|da|a|i|в|у|te|på|w|ve)\s+(?:the\s+|der\s+|den\s+)?[\p{Lu}][\p{L}\p{M}.’'-]*(?:[ -](?:[\p{Lu}][\p{L}\p{M}.’'-]*|de|del|la|am|an|der)){0,3}$/u;
const FOR_OUTLET =
  /\s+(?:[Ff]or|of|at|für|pour|para|per|voor|för|for|dla|для|vom|von der)\s+(?:the\s+|The\s+|den\s+|die\s+|das\s+)?([\p{Lu}][\p{L}\p{M}\d .&’'-]{1,40})$/u;
const FURNITURE =
  /^(?:published|updated|posted|on|at|um|le|el|à|vor|ago|\d+\s*(?:min|minute|hour|day|month|week|std|stunden|h)\w*\s*(?:read|ago|lesezeit)?|reading time|share|read more|view bio|bio|follow|contact|email|e-mail|gmt|uhr|et|est|edt|pt|bst|cet|stand|last|first|am|pm|new|staff|ngày|tháng|năm|نشر في|في)\W*$/iu;

const EDGES = /^[\s,;:・/／()【〔[–—-]+|[\s,;:(】〕\]–—-]+$/gu;
/** `5 hours ago`, `7 hours`: when a page was copied, not when it was published. */
const AGO = /\s*\b\d+\s+(?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?)(?:\s+ago)?$/iu;
/** Buttons that pages set beside a name. */
const BUTTONS =
  /(?:\s+(?:twitter|facebook|instagram|linkedin|bluesky|follow|follow me|bio|e-?mail|contact|folgen|seguir|suivre|volg|tips meg|x))+$/iu;
/** What led to a date or a time that was cut out: `Jane Doe on`, `Jane Doe at`. */
const DANGLING = /\s+(?:on|at|am|um|le|à|el|il|em|den|dne|dnia|tarihinde|pada|lúc)$/iu;

/** Reads what stands in a byline (behind its opening word, if it had one). Dates in it are cut out by their spans. */
export function namesIn(text: string, dates: readonly DateSpan[], lead: boolean): Named {
  const email = text.match(EMAIL)?.[0];
  const segments = withoutDates(text, dates)
    .replace(EMAIL, " | ")
    .replace(HANDLE, " ")
    .split(BARS)
    .map((segment) =>
      segment.replace(EDGES, "").replace(AGO, "").replace(BUTTONS, "").replace(DANGLING, "").replace(EDGES, "").trim(),
    )
    .filter((segment) => segment !== "" && !FURNITURE.test(segment));
  const named: Writable = { persons: [], agencies: [], whole: true };
  for (const [index, segment] of segments.entries()) readSegment(segment, named, lead && index === 0);
  return { ...named, ...(email === undefined ? {} : { email }) };
}

interface Writable {
  persons: string[];
  agencies: string[];
  outlet?: string;
  whole: boolean;
}

function withoutDates(text: string, dates: readonly DateSpan[]): string {
  let rest = "";
  let end = 0;
  for (const { from, to } of dates) {
    rest += `${text.slice(end, from)} | `;
    end = to;
  }
  return rest + text.slice(end);
}

/** A segment between bars: names joined by commas and "and", then perhaps roles, places, an outlet. */
function readSegment(segment: string, named: Writable, lead: boolean): void {
  const joined = segment.split(CONJUNCTION).flatMap((part) => part.split(ARABIC_AND));
  const pieces = joined.map(splitCommas);
  // "A, reporter, B, reporter": a role behind each of several names ends nothing.
  const severalRoles = pieces.flat().filter((piece) => kindOf(piece, false) === "role").length > 1;
  let closed = false;
  for (const [index, part] of pieces.entries()) {
    for (const [position, piece] of part.entries()) {
      const first = lead && named.persons.length === 0 && index === 0 && position === 0;
      // After "A and B", a comma brings a role, a place or an outlet, never a third author.
      const afterList = joined.length > 1 && index === joined.length - 1 && position > 0;
      const past: boolean = !severalRoles && (afterList || (closed && joined.length === 1));
      closed = readPiece(piece, named, { lead: first, past }) || closed;
    }
  }
}

function splitCommas(part: string): string[] {
  return part
    .split(/\s*[,，、;；/]\s*/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}

interface Standing {
  readonly lead: boolean;
  readonly past: boolean;
}

/** Takes a piece in; returns whether it closes the list of names (a role or an outlet follows the last one). */
function readPiece(written: string, named: Writable, { lead, past }: Standing): boolean {
  const outlet = FOR_OUTLET.exec(written)?.[1];
  const piece = written
    .replace(FOR_OUTLET, "")
    .replace(IN_PLACE, "")
    .replace(/\s*\([^()]*\)\s*$/u, "")
    .trim();
  if (outlet !== undefined && named.outlet === undefined && isOutlet(outlet)) named.outlet = outlet.trim();
  if (SUFFIXES.test(piece) && named.persons.length > 0) {
    named.persons.push(`${named.persons.pop()}, ${piece}`.replace(", Jr", " Jr").replace(", Sr", " Sr"));
    return false;
  }
  const kind = kindOf(piece, lead);
  if (kind === "name" && !past) {
    for (const name of apart(cleaned(piece))) if (!named.persons.includes(name)) named.persons.push(name);
  } else if (kind === "agency") {
    named.agencies.push(piece);
  } else if (kind === "outlet") {
    named.outlet ??= piece;
    return true;
  } else if (kind === "other" && !isPlaceLike(piece)) {
    named.whole = false;
  }
  return kind === "role";
}

/** Six words and more in pairs: names that a page's style kept apart were run together when it was copied. */
function apart(name: string): readonly string[] {
  const tokens = name.split(" ");
  if (tokens.length < 6 || tokens.length % 2 === 1 || tokens.some((token) => !/^\p{Lu}\p{Ll}/u.test(token)))
    return [name];
  return tokens.flatMap((token, index) => (index % 2 === 0 ? [`${token} ${tokens[index + 1]}`] : []));
}

const SUFFIXES = /^(?:Jr|Sr|II|III|Ph\.?D|M\.?D)\.?$/u;
const DENSE_ROLE =
  /^(?:선임|수석|전문|인턴)?(?:기자|특파원|편집장|논설위원)$|^(?:編集|論説)?(?:記者|委員|デスク)$|^(?:首席|资深)?(?:记者|编辑|主编)$/u;
const ROLE_BEHIND = /^(.+?)\s+(?:기자|특파원|記者|记者|通讯员|編集委員|論説委員)$/u;
const ROLE_BEFORE = /^(?:本报记者|本報記者|记者|記者|通讯员|文\/|文／|撰文)\s*[／/]?\s*(.+)$/u;

/** Words that a role or an agency behind a name has at most. */
const MOST_BEHIND = 4;

/** A piece without the role or agency that stands beside its name with no comma between. */
function bareName(written: string): string {
  // A counter that a page sets beside a name: `Rachel Brazil0`.
  const piece = written.replace(/(?<=\p{Ll})\d$/u, "");
  const marked = ROLE_BEHIND.exec(piece)?.[1] ?? ROLE_BEFORE.exec(piece)?.[1];
  if (marked !== undefined) return marked;
  const tokens = piece.split(" ");
  const role = tokens.findIndex((token, index) => index >= 2 && (ROLES.has(token.toLowerCase()) || token === "The"));
  const behind = role !== -1 && tokens.length - role <= MOST_BEHIND;
  // "Jane Doe Parliamentary editor": what stands between two names and a role belongs to the role.
  const cuts = behind ? [tokens.slice(0, role).join(" "), ...(role === 3 ? [tokens.slice(0, 2).join(" ")] : [])] : [];
  const bare = cuts.reverse().find((cut) => pieceOf(cut) === "name") ?? piece;
  const half = bare.slice(0, Math.floor(bare.length / 2));
  // A picture's alternative text repeats the name beside it.
  return half !== "" && bare === `${half} ${half}` ? half : bare;
}

function cleaned(piece: string): string {
  return displayed(bareName(piece));
}

function kindOf(piece: string, lead: boolean): Piece {
  if (DENSE_ROLE.test(piece)) return "role";
  if (pieceOf(piece) === "agency") return "agency";
  const bare = bareName(piece);
  return pieceOf(bare, lead || (bare !== piece && !piece.startsWith(`${bare} `)));
}

function isOutlet(words: string): boolean {
  return pieceOf(words) !== "role";
}

/** A single capitalised word beside names is where somebody is: `Nairobi`, `Wien`. */
function isPlaceLike(piece: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}’'.-]*(?:[ -]\p{Lu}[\p{L}\p{M}’'.-]*){0,2}$/u.test(piece) || piece === "";
}
