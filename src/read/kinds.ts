import type { StatedCorrection, StatedMedia, StatedPerson } from "./article.ts";
import { cleanText } from "./decode.ts";
import { folded } from "./inline.ts";

/** Takes a value as one kind of thing; `undefined` where it is none, `null` where it says nothing. */
type Taker<T> = (value: unknown) => T | null | undefined;

/** What a field of front matter may hold: below stand the kinds that there are, each with what it takes and makes of it. */
export interface Kind<T> {
  readonly expected: string;
  readonly take: Taker<T>;
  /** What is wrong in it is said, and does not keep the article from its readers. */
  readonly isMinor?: true;
}

/** Anything that is seen: not only marks of direction, joiners and blanks. */
const VISIBLE = /[^\p{Cf}\p{Z}]/u;

/** Text on one line: escapes of YAML, TOML and JSON bring in what no feed can carry. What shows nothing is none. */
function oneLine(text: string): string {
  const line = folded(cleanText(text).text);
  return VISIBLE.test(line) ? line : "";
}

const ABSOLUTE_DATE = /\d/;

export const words: Kind<string> = {
  expected: "text",
  take: (value) => {
    if (value === null || value === undefined) return null;
    if (typeof value !== "string") return undefined;
    return oneLine(value) || null;
  },
};

/**
 * Each tag and each author may have feeds and a page of its own, with the article and so with each of the others: what an
 * article costs grows with the square of how many it has.
 */
export const MOST_WORDS = 200;
const ADDRESS_BASE = "https://a.example/";

/** An address that may be opened: whatever else a scheme does, no reader is to be sent there. */
export const link: Kind<string> = {
  expected: "a path, or an address that begins with https:// and has no password",
  take: (value) => {
    const said = words.take(value);
    if (typeof said !== "string") return said;
    if (!URL.canParse(said, ADDRESS_BASE)) return undefined;
    const { protocol, username, password } = new URL(said, ADDRESS_BASE);
    return /^https?:$/.test(protocol) && username === "" && password === "" ? said : undefined;
  },
};

export const language: Kind<string> = {
  expected: "a language tag such as en, pt-BR or zh-Hant",
  isMinor: true,
  take: (value) => {
    const said = words.take(value);
    return typeof said !== "string" || /^[a-z]{2,8}(?:[-_][a-z\d]{1,8})*$/i.test(said) ? said : undefined;
  },
};

export const date: Kind<string> = {
  expected: "a date such as 2024-08-30 or 2024-08-30T17:45:00+02:00",
  take: (value) => {
    if (value === null || value === undefined || value === "") return null;
    return typeof value === "string" && ABSOLUTE_DATE.test(value) ? value.trim() : undefined;
  },
};

export const list: Kind<readonly string[]> = {
  expected: `a list of up to ${MOST_WORDS} words`,
  take: (value) => {
    if (value === null || value === undefined) return null;
    const parts = typeof value === "string" ? value.split(/[,;]/) : Array.isArray(value) ? value : undefined;
    if (parts === undefined || parts.length > MOST_WORDS) return undefined;
    const taken = parts.filter((part) => typeof part === "string" || typeof part === "number");
    if (taken.length < parts.filter((part) => part !== null).length) return undefined;
    const clean = taken.map((part) => oneLine(String(part))).filter((part) => part !== "");
    return clean.length === 0 ? null : [...new Set(clean)];
  },
};

/** Whether something is so. */
export const yes: Kind<boolean> = {
  expected: "true or false",
  take: (value) => {
    if (typeof value === "boolean") return value;
    if (value === null || value === undefined) return null;
    const said = String(value).toLowerCase();
    if (["yes", "on", "true", "1"].includes(said)) return true;
    return ["no", "off", "false", "0", ""].includes(said) ? false : undefined;
  },
};

export const people: Kind<readonly StatedPerson[]> = {
  expected: `a name, or a list of up to ${MOST_WORDS} names`,
  take: (value) => {
    if (value === null || value === undefined || value === "") return null;
    const all = (Array.isArray(value) ? value : [value]).filter((one) => one !== null);
    if (all.length > MOST_WORDS) return undefined;
    const taken = all.map(person);
    if (taken.some((one) => one === undefined)) return undefined;
    const named = taken.filter((one) => one !== undefined);
    return named.length === 0 ? null : named;
  },
};

/** A person of front matter: `Jane Doe`, or `{ name, email, url }` with the spellings that other tools use. */
function person(value: unknown): StatedPerson | undefined {
  if (typeof value === "string") return named(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const given = value as Readonly<Record<string, unknown>>;
  const name = text(given.name) ?? text(given.title) ?? text(given.display_name);
  if (name === undefined) return undefined;
  const email = text(given.email) ?? text(given.mail);
  const uri = text(given.url) ?? text(given.uri) ?? text(given.link) ?? text(given.website);
  return { name, ...present("email", email), ...present("uri", uri) };
}

function named(value: string): StatedPerson | undefined {
  const name = oneLine(value);
  return name === "" ? undefined : { name };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? oneLine(value) || undefined : undefined;
}

export const medium: Kind<StatedMedia> = {
  expected: "a URL or a path",
  take: (value) => (empty(value) ? null : media(value)),
};

export const mediaList: Kind<readonly StatedMedia[]> = {
  expected: "a list of files, each a URL or { url, type, length }",
  take: listOf(media),
};

/** Takes a list, or one thing that stands for a list of one; all of it, or nothing. */
function listOf<T>(take: (value: unknown) => T | undefined): Taker<readonly T[]> {
  return (value) => {
    if (empty(value)) return null;
    const all = (Array.isArray(value) ? value : [value]).map(take);
    return all.every((one) => one !== undefined) ? all : undefined;
  };
}

function empty(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

const UNSAFE = /^\s*(?!https?:)[a-z][a-z0-9+.-]*:/i;

function isAddress(value: string): boolean {
  return !UNSAFE.test(value) && URL.canParse(value.trim(), ADDRESS_BASE);
}

function media(value: unknown): StatedMedia | undefined {
  if (typeof value === "string") return isAddress(value) ? { url: value.trim() } : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  const given = value as Readonly<Record<string, unknown>>;
  const word = (...keys: readonly string[]): string | undefined =>
    keys.map((key) => text(given[key])).find((one) => one !== undefined);
  const number = (...keys: readonly string[]): number | undefined =>
    keys.map((key) => size(given[key])).find((one) => one !== undefined);
  const url = word("url", "src", "href", "file", "path");
  if (url === undefined || !isAddress(url)) return undefined;
  const type = word("type", "mime_type");
  return {
    url,
    ...present("type", type !== undefined && MIME_TYPE.test(type) ? type : undefined),
    ...present("length", number("length", "size_in_bytes", "size")),
    ...present("title", word("title", "caption", "alt")),
    ...present("duration", number("duration", "duration_in_seconds")),
    ...present("alt", word("alt", "description")),
    ...present("caption", word("caption")),
    ...present("credit", word("credit", "photographer", "source", "by")),
    ...present("width", number("width")),
    ...present("height", number("height")),
  };
}

const MIME_TYPE = /^[\w.+-]+\/[\w.+-]+$/;

function present<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}

function size(value: unknown): number | undefined {
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= 0 ? number : undefined;
}

export const corrections: Kind<readonly StatedCorrection[]> = {
  expected: "the correction's words, or a list of { date: 2024-08-30, text: … }",
  take: listOf(correction),
};

const DAY = /^\d{4}-\d\d-\d\d(?=T|\s|$)/;

function correction(value: unknown): StatedCorrection | undefined {
  const plain = text(value);
  if (plain !== undefined) return { text: plain };
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const given = value as Readonly<Record<string, unknown>>;
  const words = text(given.text) ?? text(given.note);
  const day = DAY.exec(text(given.date) ?? "")?.[0];
  if (words === undefined || (given.date !== undefined && (day === undefined || !isDay(day)))) return undefined;
  return { text: words, ...present("day", day) };
}

/** Whether the calendar has it: 30 February would be rolled over. */
function isDay(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) === true;
}

export const ordinal: Kind<number> = {
  expected: "a whole number, from 1 on",
  take: (value) => {
    if (empty(value)) return null;
    const number = size(value);
    return number === undefined || number < 1 ? undefined : number;
  },
};

export const amount: Kind<number> = {
  expected: "a whole number",
  take: (value) => (empty(value) ? null : size(value)),
};

const EPISODE_TYPES = ["full", "trailer", "bonus"] as const;

export const episodeType: Kind<(typeof EPISODE_TYPES)[number]> = {
  expected: "full, trailer or bonus",
  take: (value) => (empty(value) ? null : EPISODE_TYPES.find((type) => type === String(value).toLowerCase())),
};
