import type { StatedMedia, StatedPerson } from "./article.ts";
import { folded } from "./inline.ts";
import { mediaOf } from "./media.ts";

/** What was taken of a value: `null` where it says nothing. */
export interface Taken<T> {
  readonly value: T | null;
  /** Not all of it was what it should be. */
  readonly wrong: boolean;
}

/** One kind of value, and how much it weighs when a value is not of it. */
export interface Kind<T> {
  readonly expected: string;
  /** `error`: what would be published without it could be false. `warning`: it is left out, and that is said. */
  readonly severity: "error" | "warning";
  readonly take: (value: unknown) => Taken<T>;
}

export type Thing = Readonly<Record<string, unknown>>;

const NOTHING = { value: null, wrong: false } as const;
const WRONG = { value: null, wrong: true } as const;

/** Nothing is said: no value, or `false`, by which other tools switch a thing off (`image: false`). */
function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === false;
}

function taken<T>(value: T): Taken<T> {
  return { value, wrong: false };
}

export function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function wordsIn(value: unknown): string | undefined {
  const text = typeof value === "string" ? folded(value) : "";
  return text === "" ? undefined : text;
}

/** Words on one line. */
export function words(severity: "error" | "warning"): Kind<string> {
  return {
    expected: "text",
    severity,
    take: (value) => {
      if (value === null || value === undefined) return NOTHING;
      return typeof value === "string" ? taken(wordsIn(value) ?? null) : WRONG;
    },
  };
}

/** A name: words, or an object that has one (`publisher: { name: … }`). */
export const name: Kind<string> = {
  expected: "a name",
  severity: "warning",
  take: (value) => {
    if (isNothing(value)) return NOTHING;
    const text = wordsIn(isThing(value) ? (value.name ?? value.title ?? value.label) : value);
    return text === undefined && value !== "" ? WRONG : taken(text ?? null);
  },
};

export const date: Kind<string> = {
  expected: "a date such as 2024-08-30 or 2024-08-30T17:45:00+02:00",
  severity: "error",
  take: (value) => {
    if (value === null || value === undefined || value === "") return NOTHING;
    return typeof value === "string" && /\d/.test(value) ? taken(value.trim()) : WRONG;
  },
};

/** A list of words, or words with commas between. What is no words in it is left out, and said. */
export const list: Kind<readonly string[]> = {
  expected: "a list of words",
  severity: "warning",
  take: (value) => {
    if (isNothing(value)) return NOTHING;
    const parts: unknown = typeof value === "string" ? value.split(/[,;]/) : value;
    return Array.isArray(parts) ? several(parts) : WRONG;
  },
};

/** A section, or several of which the first is meant: commas belong to its name. */
export const section: Kind<readonly string[]> = {
  expected: "the name of a section",
  severity: "warning",
  take: (value) => {
    if (isNothing(value)) return NOTHING;
    if (Array.isArray(value)) return several(value);
    const one = name.take(value);
    return { value: one.value === null ? null : [one.value], wrong: one.wrong };
  },
};

function several(parts: readonly unknown[]): Taken<readonly string[]> {
  const texts = parts.map((part) => wordsIn(typeof part === "number" ? String(part) : part));
  const good = texts.filter((text) => text !== undefined);
  const wrong = parts.some((part, index) => texts[index] === undefined && part !== null && typeof part !== "string");
  return { value: good.length === 0 ? null : [...new Set(good)], wrong };
}

export const yes: Kind<boolean> = {
  expected: "true or false",
  severity: "error",
  take: (value) => {
    if (typeof value === "boolean") return taken(value);
    if (value === null || value === undefined) return NOTHING;
    const said = String(value).toLowerCase();
    if (["yes", "on", "true", "1"].includes(said)) return taken(true);
    return ["no", "off", "false", "0", ""].includes(said) ? taken(false) : WRONG;
  },
};

export function people(severity: "error" | "warning"): Kind<readonly StatedPerson[]> {
  return {
    expected: "a name, or a list of names",
    severity,
    take: (value) => {
      if (isNothing(value) || value === "") return NOTHING;
      const all = (Array.isArray(value) ? value : [value]).filter((one) => !isNothing(one));
      const named = all.map(person).filter((one) => one !== undefined);
      const wrong = named.length < all.filter((one) => typeof one !== "string" || one.trim() !== "").length;
      return { value: named.length === 0 ? null : named, wrong };
    },
  };
}

const MAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const PAGE = /^https?:\/\/[^\s/]/i;

/** A person of front matter: `Jane Doe`, or `{ name, email, url }` with the spellings that other tools use. */
function person(value: unknown): StatedPerson | undefined {
  if (!isThing(value)) {
    const text = wordsIn(value);
    return text === undefined ? undefined : { name: text };
  }
  const parts = [value.first_name ?? value.first, value.last_name ?? value.last].flatMap((part) => wordsIn(part) ?? []);
  const called = first(value, ["name", "display_name", "full_name"]) ?? wordsIn(parts.join(" "));
  if (called === undefined) return undefined;
  const email = first(value, ["email", "mail"]);
  const uri = first(value, ["url", "uri", "link", "website", "homepage"]);
  return {
    name: called,
    ...(email !== undefined && MAIL.test(email) ? { email } : {}),
    ...(uri !== undefined && PAGE.test(uri) ? { uri } : {}),
  };
}

function first(thing: Thing, keys: readonly string[]): string | undefined {
  return keys.map((key) => wordsIn(thing[key])).find((text) => text !== undefined);
}

export const medium: Kind<StatedMedia> = {
  expected: "a URL or a path",
  severity: "warning",
  take: (value) => {
    if (typeof value === "boolean" || isNothing(value) || value === "") return NOTHING;
    const [one] = Array.isArray(value) ? value : [value];
    return one === undefined ? NOTHING : mediaOf(one);
  },
};

export const mediaList: Kind<readonly StatedMedia[]> = {
  expected: "a list of files, each a URL or { url, type, length }",
  severity: "error",
  take: (value) => {
    if (isNothing(value) || value === "") return NOTHING;
    const all = (Array.isArray(value) ? value : [value]).map(mediaOf);
    const good = all.flatMap((one) => one.value ?? []);
    return { value: good.length === 0 ? null : good, wrong: all.some((one) => one.wrong) };
  },
};
