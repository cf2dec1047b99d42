import type { Edition, EditionKind, Site } from "../edition/edition.ts";
import { type Topic, topicsOf } from "../edition/topics.ts";
import type { Entry } from "../ledger/entry.ts";
import type { Person, Publication } from "../publication/publication.ts";
import { encodedPath } from "./address.ts";
import { type Clock, clockOf } from "./calendar.ts";

/** What a page that lists entries is about: an edition, or a topic that has no feed of its own. */
export interface Rubric {
  readonly kind: EditionKind;
  readonly name: string;
  /** Percent-encoded, below the publication's URL: `sections/world/`. */
  readonly path: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly language: string;
  /** Newest first. */
  readonly entries: readonly Entry[];
  /** Its feed, where it has one. */
  readonly edition?: Edition | undefined;
  readonly person?: Person | undefined;
}

/** What all pages of a site share, worked out once. */
export interface Paper {
  readonly site: Site;
  readonly publication: Publication;
  readonly front: Rubric;
  /** All but the front page: languages, sections, authors, tags, own editions; each kind by name. */
  readonly rubrics: readonly Rubric[];
  readonly rubric: (kind: EditionKind, name: string) => Rubric | undefined;
  /** The sections that every page names: those with most articles. */
  readonly sections: readonly Rubric[];
  readonly clock: (at: Date) => Clock;
}

/** More than these would be a page of their own. */
const SECTIONS_NAMED = 8;

const papers = new WeakMap<Site, Paper>();

/** The paper that a site's pages are printed on, made once; nothing where it has no main edition. */
export function paperOf(site: Site): Paper | undefined {
  const known = papers.get(site) ?? paperFor(site);
  if (known !== undefined) papers.set(site, known);
  return known;
}

function paperFor(site: Site): Paper | undefined {
  const { publication } = site;
  const [main, ...others] = site.editions;
  if (main === undefined) return undefined;
  const rubrics = [...others.map((edition) => ofEdition(edition, publication)), ...withoutFeed(site)].sort(byKind);
  const byName = new Map(rubrics.map((rubric) => [key(rubric.kind, rubric.name), rubric]));
  const named = rubrics
    .filter(({ kind }) => kind === "section")
    .toSorted((a, b) => b.entries.length - a.entries.length || (a.name < b.name ? -1 : 1))
    .slice(0, SECTIONS_NAMED)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    site,
    publication,
    front: ofEdition(main, publication),
    rubrics,
    rubric: (kind, name) => byName.get(key(kind, name)),
    sections: named,
    clock: clockOf(publication.timezone),
  };
}

const key = (kind: EditionKind, name: string): string => `${kind} ${name}`;

const ORDER: readonly EditionKind[] = ["main", "language", "section", "own", "author", "tag"];

function byKind(a: Rubric, b: Rubric): number {
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.name < b.name ? -1 : 1);
}

function ofEdition(edition: Edition, { description: usual }: Publication): Rubric {
  const { kind, name, path, title, language, entries, feed } = edition;
  const { description } = feed.options;
  // What is said of everything tells nothing of a part.
  const own = kind !== "main" && description === usual ? undefined : description;
  const person = personOf(kind, name, entries);
  return { kind, name, path: encodedPath(path), title, description: own, language, entries, edition, person };
}

/** Sections, authors and tags have pages also where no feed of them is wanted. */
function withoutFeed({ publication, entries, editions }: Site): Rubric[] {
  const paths = new Set(editions.map(({ path }) => path));
  const named = new Set(editions.map(({ kind, name }) => key(kind, name)));
  const { sections, authors, tags } = publication.feeds;
  const topics = [
    ...(sections === true ? [] : topicsOf("section", true, entries, publication)),
    ...(authors === true ? [] : topicsOf("author", true, entries, publication)),
    ...(tags === true ? [] : topicsOf("tag", true, entries, publication)),
  ];
  return topics
    .filter(({ kind, name, path }) => !paths.has(path) && !named.has(key(kind, name)))
    .map((topic) => ofTopic(topic, publication));
}

function ofTopic({ kind, name, path, entries, person }: Topic, { title, language }: Publication): Rubric {
  const description = person?.bio;
  return { kind, name, path: encodedPath(path), title: `${title}: ${name}`, description, language, entries, person };
}

function personOf(kind: EditionKind, name: string, [newest]: readonly Entry[]): Person | undefined {
  return kind === "author" ? newest?.people.find((person) => person.name === name) : undefined;
}

/** The language that an entry is in (BCP 47). */
export function languageOf({ language }: Entry, publication: Publication): string {
  return language ?? publication.language;
}
