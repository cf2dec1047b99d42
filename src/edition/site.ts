import type { Membership } from "../ledger/belonging.ts";
import type { Entry, Tombstone } from "../ledger/entry.ts";
import type { OwnEdition, Person, Publication } from "../publication/publication.ts";
import type { Archive, Edition, FeedDocument, FeedFiles, FittedFeed, Paging, Site } from "./edition.ts";
import { documentMark, feedDocument, type Generator } from "./feed-document.ts";
import type { Rolled } from "./roll.ts";
import { belongsTo, type Topic, topicSlug, topicsOf } from "./topics.ts";

/** What an edition's documents are made with. */
interface Press {
  readonly publication: Publication;
  readonly generator: Generator;
  readonly tombstones: readonly Tombstone[];
  /** Names of an edition's files, of its feed or of one of its archive documents. */
  readonly files: (archive?: number) => FeedFiles;
  /** A feed to subscribe to, within the size that readers take. */
  readonly fit: (feed: FeedDocument) => FittedFeed;
  /** How the entries of an edition stand in its documents. */
  readonly roll: (path: string, entries: readonly Entry[], limit: number) => Omit<Rolled, "sealed">;
}

/** What is said of an edition, before it is cut into documents. */
interface Plan extends Topic {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly limit: number;
  readonly complete: boolean;
  readonly tombstones: readonly Tombstone[];
}

/** All editions of these entries (newest first): the main one first, then by kind and name. */
export function editionsOf(press: Press, entries: readonly Entry[]): Site["editions"] {
  const { publication, tombstones } = press;
  const { feeds } = publication;
  const topics = [
    ...topicsOf("language", feeds.languages, entries, publication),
    ...topicsOf("section", feeds.sections, entries, publication),
    ...topicsOf("author", feeds.authors, entries, publication),
    ...topicsOf("tag", feeds.tags, entries, publication),
  ];
  const plans = [
    mainPlan(publication, entries, tombstones),
    ...topics.map((topic) => topicPlan(topic, press)),
    ...feeds.own.map((own) => ownPlan(own, entries, press)),
  ];
  return plans.map((plan) => editionOf(plan, press));
}

function mainPlan(publication: Publication, entries: readonly Entry[], tombstones: readonly Tombstone[]): Plan {
  const { title, description, language, limit, feeds } = publication;
  const { complete } = feeds;
  const held = complete ? Math.max(entries.length, 1) : limit;
  return {
    kind: "main",
    name: title,
    path: "",
    entries,
    title,
    description,
    language,
    limit: held,
    complete,
    tombstones,
  };
}

function topicPlan(topic: Topic, { publication, tombstones }: Press): Plan {
  const { kind, name, person } = topic;
  const own = kind === "language" ? publication.languages[name] : undefined;
  return {
    ...topic,
    title: own?.title ?? `${publication.title}: ${kind === "language" ? languageName(name) : name}`,
    description: own?.description ?? person?.bio ?? publication.description,
    language: kind === "language" ? name : (languageOf(topic.entries, publication) ?? publication.language),
    limit: publication.limit,
    complete: false,
    tombstones: tombstones.filter(({ about }) => about !== undefined && belongsTo(topic, about, publication)),
  };
}

/** A language's name in itself, as its speakers look for it. */
function languageName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
}

/** The language that all entries share, if they do. */
function languageOf(entries: readonly Entry[], { language: usual }: Publication): string | undefined {
  const spoken = new Set(entries.map(({ language }) => language ?? usual));
  return spoken.size === 1 ? [...spoken][0] : undefined;
}

function ownPlan(own: OwnEdition, entries: readonly Entry[], { publication, tombstones }: Press): Plan {
  const theirs = entries.filter((entry) => chooses(own, entry, publication));
  return {
    kind: "own",
    name: own.name,
    path: `editions/${topicSlug(own.name)}/`,
    entries: theirs,
    title: own.title ?? `${publication.title}: ${own.name}`,
    description: own.description ?? publication.description,
    language: languageOf(theirs, publication) ?? publication.language,
    limit: own.complete ? Math.max(theirs.length, 1) : (own.limit ?? publication.limit),
    complete: own.complete,
    tombstones: tombstones.filter(({ about }) => about !== undefined && chooses(own, about, publication)),
  };
}

function chooses(
  { sections, authors, tags, languages }: OwnEdition,
  entry: Membership,
  publication: Publication,
): boolean {
  const among = (wanted: readonly string[] | undefined, has: readonly string[]): boolean =>
    wanted === undefined || has.some((name) => wanted.some((one) => one.toLowerCase() === name.toLowerCase()));
  return (
    among(sections, entry.section === undefined ? [] : [entry.section]) &&
    among(tags, entry.tags) &&
    among(languages, [entry.language ?? publication.language]) &&
    among(
      authors,
      entry.people.map(({ name }) => name),
    )
  );
}

function editionOf(plan: Plan, press: Press): Edition {
  const { publication, generator } = press;
  const { kind, name, path, title, language, entries, tombstones } = plan;
  const said = about(plan, publication);
  const url = (archive?: number): FeedFiles => located(press.files(archive), said.id);
  const rolled = press.roll(path, entries, plan.limit);
  const newest = {
    ...said,
    files: url(),
    entries: rolled.newest,
    // Readers keep what has left the feed long ago: they are told of those, too.
    tombstones: tombstones.slice(0, plan.limit),
    paging: pagingOf(plan, rolled.archives.at(-1)?.number, url),
  };
  const whole = feedDocument(publication, generator, newest);
  const archives = rolled.archives.map(({ number, entries: held }, index): Archive => {
    const paging: Paging = {
      // A lone document, still being filled, has none to link to, as one that says so must (RFC 5005, section 4).
      archive: rolled.archives.length > 1,
      current: url(),
      ...step("previous", rolled.archives[index - 1]?.number, url),
      ...step("next", rolled.archives[index + 1]?.number, url),
    };
    const document = { ...said, files: url(number), entries: held, tombstones: [], paging };
    const feed = (): FeedDocument => feedDocument(publication, generator, document);
    return { number, document, feed, mark: () => documentMark(document) };
  });
  const fitted = (): FittedFeed => press.fit(whole);
  const mark = (): string => documentMark(newest);
  return { kind, name, path, title, language, entries, feed: whole, fitted, mark, archives };
}

function pagingOf({ complete }: Plan, newest: number | undefined, url: (archive: number) => FeedFiles): Paging {
  return { ...(complete ? { complete } : {}), ...step("previous", newest, url) };
}

function step<Key extends "previous" | "next">(
  key: Key,
  number: number | undefined,
  url: (archive: number) => FeedFiles,
): { readonly [K in Key]?: FeedFiles } {
  return (number === undefined ? {} : { [key]: url(number) }) as { readonly [K in Key]?: FeedFiles };
}

function about({ path, title, description, language, person }: Plan, { url }: Publication) {
  return { id: new URL(path, url).href, title, description, language, author: person && asAuthor(person) };
}

function asAuthor({ name, email, uri }: Person): { name: string; email?: string; link?: string } {
  return { name, ...(email === undefined ? {} : { email }), ...(uri === undefined ? {} : { link: uri }) };
}

/** Below an address that ends with a slash, files of plain names need no resolving: of thousands that takes a while. */
function located({ rss, atom, json }: FeedFiles, folder: string): FeedFiles {
  return { rss: `${folder}${rss}`, atom: `${folder}${atom}`, json: `${folder}${json}` };
}
