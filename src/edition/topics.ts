import slugify from "@sindresorhus/slugify";
import type { Membership } from "../ledger/belonging.ts";
import type { Entry } from "../ledger/entry.ts";
import { type About, LightEntry } from "../ledger/light-entry.ts";
import type { Person, Publication, Wanted } from "../publication/publication.ts";
import type { EditionKind } from "./edition.ts";

/** What a feed or a page can be about besides everything, with the entries that are about it. */
export interface Topic {
  readonly kind: EditionKind;
  readonly name: string;
  /** Below the publication's URL: `sections/world/`. */
  readonly path: string;
  /** Newest first. */
  readonly entries: readonly Entry[];
  /** Who it is, where it is an author. */
  readonly person?: Person;
}

type TopicKind = "language" | "section" | "author" | "tag";

const FOLDERS: Readonly<Record<TopicKind, string>> = {
  language: "languages",
  section: "sections",
  author: "authors",
  tag: "tags",
};

/** Names by which an entry belongs to a kind of topic. */
const NAMES: Readonly<Record<TopicKind, (entry: Membership, publication: Publication) => readonly string[]>> = {
  language: (entry, publication) => [entry.language ?? publication.language],
  section: ({ section }) => (section === undefined ? [] : [section]),
  author: ({ people }) => people.map(({ name }) => name),
  tag: ({ tags }) => tags,
};

/** Whether an entry, or what was one, belongs to a topic. */
export function belongsTo({ kind, name }: Topic, entry: Membership, publication: Publication): boolean {
  return kind in NAMES && NAMES[kind as TopicKind](entry, publication).includes(name);
}

/** The topics of a kind that are wanted, by name. Entries are newest first, and so are theirs. */
export function topicsOf(
  kind: TopicKind,
  wanted: Wanted,
  entries: readonly Entry[],
  publication: Publication,
): readonly Topic[] {
  if (wanted === false) return [];
  const members = membersOf(kind, entries, publication);
  const chosen = [...members].filter(([name]) => isWanted(name, wanted));
  if (kind === "language" && members.size < 2) return [];
  const slugs = slugsOf(chosen);
  return chosen
    .map(([name, theirs]): Topic => {
      const person = kind === "author" ? theirs[0]?.people.find((one) => one.name === name) : undefined;
      const path = `${FOLDERS[kind]}/${slugs.get(name)}/`;
      return { kind, name, path, entries: theirs, ...(person === undefined ? {} : { person }) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The entries about each topic of a kind, by its name. Thousands say the same of where they belong, as one object. */
function membersOf(kind: TopicKind, entries: readonly Entry[], publication: Publication): Map<string, Entry[]> {
  const members = new Map<string, Entry[]>();
  const listsFor = (entry: Entry): readonly Entry[][] =>
    [...new Set(NAMES[kind](entry, publication))].map((name) => {
      const list = members.get(name) ?? [];
      members.set(name, list);
      return list;
    });
  const known = new Map<About, readonly Entry[][]>();
  for (const entry of entries) {
    const about = entry instanceof LightEntry ? entry.head.about : undefined;
    const lists = (about && known.get(about)) ?? listsFor(entry);
    if (about !== undefined) known.set(about, lists);
    for (const list of lists) list.push(entry);
  }
  return members;
}

function isWanted(name: string, wanted: Wanted): boolean {
  if (typeof wanted === "boolean") return wanted;
  return wanted.some((one) => one.toLowerCase() === name.toLowerCase());
}

/**
 * A word for each name. Of names that come to the same word, the one with the oldest entry has it, so that an address
 * stays when a namesake comes; the others get `-2`, `-3`.
 */
function slugsOf(topics: readonly (readonly [string, readonly Entry[]])[]): ReadonlyMap<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  const since = (entries: readonly Entry[]): number => entries.at(-1)?.published.getTime() ?? 0;
  for (const [name] of topics.toSorted(([a, mine], [b, others]) => since(mine) - since(others) || (a < b ? -1 : 1))) {
    const word = topicSlug(name);
    let slug = word;
    for (let copy = 2; taken.has(slug); copy += 1) slug = `${word}-${copy}`;
    taken.add(slug);
    slugs.set(name, slug);
  }
  return slugs;
}

/** Latin letters, digits and hyphens; a name in a script that has no such form stands as it is, without its marks. */
export function topicSlug(name: string): string {
  const slug = wholeSlug(name);
  if (encoder.encode(slug).length <= LONGEST_SLUG) return slug;
  // What is left of two long names may be the same: the sum tells them apart.
  let cut = "";
  for (const letter of slug) {
    if (encoder.encode(cut + letter).length > LONGEST_SLUG - SUM_DIGITS - 1) break;
    cut += letter;
  }
  return `${cut.replace(/-+$/, "")}-${sumOf(name)}`;
}

/** Bytes of a folder's name: far above what people call a section, and below what a disk takes. */
const LONGEST_SLUG = 120;
const SUM_DIGITS = 8;
const encoder = new TextEncoder();

/** A sum of a name's letters (FNV-1a, 32 bits), as eight hexadecimal digits. */
function sumOf(name: string): string {
  let sum = 0x811c9dc5;
  for (const byte of encoder.encode(name)) sum = Math.imul(sum ^ byte, 0x01000193);
  return (sum >>> 0).toString(16).padStart(SUM_DIGITS, "0");
}

function wholeSlug(name: string): string {
  const latin = slugify(name, { decamelize: false });
  if (latin !== "") return latin;
  const letters = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  // Nothing but signs: their code points tell them apart.
  return letters === "" ? [...name].map((sign) => sign.codePointAt(0)?.toString(16)).join("-") : letters;
}
