import { AGENCIES, COLLECTIVE, NO_NAMES, OUTLETS, PARTICLES, PLACES, ROLES } from "./lexicon.ts";

/** A stop ends short words only: `Wm.`, `Jos.`, not `Madrid.` */
const CAPITALISED = /^[\p{Lu}\p{Lt}](?:[\p{L}\p{M}’'`´-]*|\p{L}{0,3}\.)$/u;
/** `EU-Kommissarin Ada King`, `KTV Staff`: acronyms stand before offices and in brands. */
const ACRONYM_BEFORE = /^\p{Lu}{3,}$|^\p{Lu}{2,}-\p{Lu}/u;
const INITIALS = /^(?:\p{Lu}\.?-?){1,4}$/u;
const SUFFIX = /^(?:Jr|Sr|II|III|IV|PhD|MD|M\.D|Ph\.D|MP|OBE)\.?$/u;
const UNCASED = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{M}\u200c'’״׳.-]{2,}$/u;
const HAN_NAME = /^[\p{Script=Han}\p{Script=Katakana}ー・·々]{2,9}$/u;
const JAPANESE_NAME = /^[\p{Script=Han}々]{1,4}[ 　]?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]{1,5}$/u;
const HANGUL_NAME = /^[\p{Script=Hangul}]{2,4}$/u;
const TITLES = /^(?:Dr|Prof|Mr|Mrs|Ms|Rev|Sir|Dame|Frau|Herr|Doktor|Dr\.in|Mag|Ing|Dipl\.-Ing)\.?\s+/iu;
/** `Richard (R.J.) Roe`. */
const NICKNAME = /\s\(\p{Lu}[\p{L}.]{0,12}\)\s/u;
/** `A Light Filled Loft`. */
const ARTICLE_FIRST = /^(?:A|E|I|O|Y)\s\S+\s\S/u;
/** `Stadt der Superlative`: in names, "der" follows "von" and the like. */
const ARTICLE_INSIDE = /(?<!\s(?:von|van|aus|in|op|auf|ter|de))\s(?:der|dem|den)\s/iu;
const LONGEST = 60;

/** `Chief political correspondent for the north`; longer than that is a sentence in which a writer occurs. */
const MOST_ROLE_WORDS = 7;

/** What a piece of a byline is. */
export type Piece = "name" | "agency" | "role" | "outlet" | "place" | "other";

/**
 * Classifies a piece of a byline by its words alone. `lead` says that it stands right behind "By": a single word can be
 * a name there.
 */
export function pieceOf(text: string, lead = false): Piece {
  const piece = text.replace(/[.,;:]+$/u, "").trim();
  const lower = piece.toLowerCase();
  if (NO_PIECE.test(piece) || piece.length > LONGEST) return "other";
  if (AGENCIES.has(lower.replace(/^the /u, ""))) return "agency";
  if (PLACES.has(lower)) return "place";
  if (lead && ACRONYM.test(piece)) return "agency";
  return byWords(piece, lower, lead);
}

/** `By TPN`: an agency or an outlet; behind a name, `RDN` and the like are what somebody has learnt. */
const ACRONYM = /^\p{Lu}{3,5}$/u;
const NO_PIECE = /^$|[\d@#=<>]|:\/\//u;
const ADDRESS = /\.(?:com|org|net|de|fr|co\.uk|example)$/iu;

function byWords(piece: string, lower: string, lead: boolean): Piece {
  const parts = lower.split(/[\s/-]+/u);
  const collective = parts.some((word) => COLLECTIVE.has(word)) && isTitled(piece);
  if (isDenseName(piece)) return collective ? "agency" : "name";
  if (collective) return "agency";
  if (parts.length <= MOST_ROLE_WORDS && parts.some((word) => ROLES.has(word))) return "role";
  if (parts.some((word) => OUTLETS.has(word)) || ADDRESS.test(lower)) return "outlet";
  return isName(piece, lead) ? "name" : "other";
}

/** Whether words are written as a title is: `News Desk`, but not "returns to service". */
function isTitled(piece: string): boolean {
  const tokens = piece.split(/\s+/u);
  return (
    tokens.length <= 5 &&
    tokens.every((token) => !/^\p{Ll}/u.test(token) || PARTICLES.has(token) || COLLECTIVE.has(token))
  );
}

/** Names in scripts without capitals and, mostly, without blanks. */
function isDenseName(piece: string): boolean {
  return HAN_NAME.test(piece) || JAPANESE_NAME.test(piece) || HANGUL_NAME.test(piece);
}

/** Whether words have the form of a person's name: two to five of them, capitalised but for particles. */
export function isName(text: string, lead = false): boolean {
  const name = text.replace(TITLES, "").replace(NICKNAME, " ");
  const tokens = name.split(/\s+/u);
  const least = lead ? 1 : 2;
  if (tokens.length < least || tokens.length > 6) return false;
  if (tokens.every((token) => UNCASED.test(token))) return tokens.length <= 4 && tokens.length >= least;
  if (tokens.length > 1 && ACRONYM_BEFORE.test(tokens[0] ?? "") && /\p{Ll}/u.test(name)) return false;
  const strong = tokens.filter((token) => token.length > 1 && (CAPITALISED.test(token) || isJoined(token)));
  const weak = tokens.filter(
    (token) => INITIALS.test(token) || SUFFIX.test(token) || PARTICLES.has(token.toLowerCase()),
  );
  if (tokens.some((token) => !strong.includes(token) && !weak.includes(token))) return false;
  const own = strong.length + weak.filter((token) => INITIALS.test(token)).length;
  if (
    strong.length === 0 ||
    own < least ||
    ARTICLE_FIRST.test(name) ||
    POSSESSIVE.test(name) ||
    ARTICLE_INSIDE.test(name) ||
    PARTICLES.has(tokens.at(-1) ?? "")
  )
    return false;
  const known = strong.filter((token) => NO_NAMES.has(token.toLowerCase()));
  // "June" and "April" are first names, "May" is a last one; two such words are a date or a menu.
  return known.length === 0 || (known.length === 1 && tokens.length > 1 && MONTH_NAMES.test(known[0] ?? ""));
}

const POSSESSIVE = /['’]s(?:\s|$)/u;
const MONTH_NAMES =
  /^(?:April|Avril|May|June|Juli|August|March|Jan|Mai|Juni|Julio|Sun|Will|Mark|Thu|Mon|Wed|Fri|Sat|Mar|Jan|Van|Del|Der|Den|Von|De|La|El|Da|Di|Dos|Le)$/u;

/** `O’Brien`, `al-Hassan`, `d'Arc`, `McDonald`, `Jean-Luc`: capitals inside. */
function isJoined(token: string): boolean {
  return /^(?:[\p{Ll}]{1,3}['’-])?\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*){0,3}\.?$/u.test(token);
}

/** A name as it is shown: one that was set in capitals is brought back to usual letters. */
export function displayed(name: string): string {
  const clean = name
    .replace(/\s+/gu, " ")
    .replace(/[,;:]+$/u, "")
    .trim();
  const letters = clean.replace(/[^\p{L}]/gu, "");
  if (letters.length < 4 || letters !== letters.toUpperCase() || letters === letters.toLowerCase()) return clean;
  return clean
    .split(" ")
    .map((word) =>
      INITIALS.test(word) && word.length <= 4 && (word.includes(".") || word.length === 1) ? word : capitalised(word),
    )
    .join(" ");
}

function capitalised(word: string): string {
  const lower = word.toLowerCase();
  if (PARTICLES.has(lower) && lower.length <= 3) return lower;
  return lower
    .replace(/(^|[-'’])(\p{L})/gu, (_, before: string, letter: string) => before + capital(letter))
    .replace(/^Mc(\p{Ll})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}

/** A letter's capital, if that is one letter: `ß` would become two. */
function capital(letter: string): string {
  const upper = letter.toUpperCase();
  return upper.length > letter.length ? letter : upper;
}
