import type { Entry } from "./entry.ts";

/** By what an entry belongs to the feeds of sections, authors, tags and languages. */
export type Membership = Pick<Entry, "section" | "language" | "tags"> & {
  readonly people: readonly { readonly name: string }[];
};

/** The same as the ledger remembers it of what is withdrawn: what is absent or empty is left out. */
export interface Belonging {
  readonly section?: string;
  readonly authors?: readonly string[];
  readonly tags?: readonly string[];
  /** BCP 47; absent where it is the publication's. */
  readonly language?: string;
}

export function belongingOf({ section, people, tags, language }: Membership): Belonging | undefined {
  const authors = people.map(({ name }) => name);
  const belonging = {
    ...(section === undefined ? {} : { section }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(language === undefined ? {} : { language }),
  };
  return Object.keys(belonging).length === 0 ? undefined : belonging;
}

export function membershipOf({ authors = [], tags = [], ...rest }: Belonging): Membership {
  return { ...rest, tags, people: authors.map((name) => ({ name })) };
}

/** Whether a ledger's line says it as it should. */
export function isBelonging(value: unknown): value is Belonging {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { section = "", language = "", authors = [], tags = [] } = value as Readonly<Record<string, unknown>>;
  const areWords = (all: unknown): boolean => Array.isArray(all) && all.every((one) => typeof one === "string");
  return typeof section === "string" && typeof language === "string" && areWords(authors) && areWords(tags);
}
