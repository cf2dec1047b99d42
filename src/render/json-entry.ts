import type { Author, Category } from "feed";
import type { Evidence } from "../compose/evidence.ts";
import type { Episode } from "../compose/story.ts";
import type { Entry } from "../ledger/entry.ts";
import type { Person } from "../publication/publication.ts";
import type { Topic } from "./categories.ts";
import { anyLines, clean, oneLine } from "./characters.ts";
import type { DatelineItem, DatelineMedia, JsonAuthor } from "./dateline-extension.ts";
import { instant } from "./dates.ts";
import { label } from "./html.ts";
import { jsonAuthor } from "./json-author.ts";
import type { NamedPerson } from "./persons.ts";
import { plainJson } from "./plain-json.ts";

/** What the renderers make of an entry's categories and helpers. */
interface Rendered {
  readonly topics: readonly Topic[];
  readonly contributors: readonly NamedPerson[];
}

/** What an item's standard keys don't say of an entry. */
export function datelineItem(entry: Entry, { topics, contributors }: Rendered): DatelineItem {
  const schemes = topics.map(({ scheme }) => scheme ?? null);
  const names = topics.map((topic) => topic.label);
  const tags = entry.tags.flatMap((tag) => label(oneLine(tag)) ?? []);
  return {
    file: entry.file,
    precision: entry.precision,
    derived: entry.titleDerived || undefined,
    section: oneLine(entry.section),
    outlet: oneLine(entry.outlet),
    credit: oneLine(entry.credit),
    bio: anyLines(entry.bio),
    copyright: anyLines(entry.copyright),
    episode: entry.episode && (plainJson(entry.episode) as Episode),
    license: entry.license,
    usage: entry.usage,
    translations: entry.translations,
    helpers: contributors.length === 0 ? undefined : contributors.map(jsonAuthor),
    schemes: schemes.every((scheme) => scheme === null) ? undefined : schemes,
    tags: same(tags, besideSection(names, entry.section)) ? undefined : tags,
    media: mediaOf(entry),
    evidence: evidenceOf(entry),
  };
}

/** Asked for once: it is read from the disk perhaps, each time. */
function evidenceOf({ evidence }: Entry): readonly Evidence[] {
  if (!Array.isArray(evidence)) return [];
  return evidence.every(isPlain) ? evidence : (plainJson(evidence) as readonly Evidence[]);
}

/** Whether a piece of evidence can stand in JSON as it is: nearly always, and looking is cheaper than copying. */
function isPlain(evidence: unknown): boolean {
  if (typeof evidence !== "object" || evidence === null) return false;
  return Object.values(evidence).every(
    (one) => typeof one === "number" || (typeof one === "string" && clean(one) === one),
  );
}

/** An entry's section stands first among its topics. */
function besideSection(names: readonly string[], section: string | undefined): readonly string[] {
  return section === undefined ? names : names.slice(1);
}

function same(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

function mediaOf({ image, banner, audio, video, attachments }: Entry): DatelineMedia | undefined {
  if (!(image || banner || audio || video) && attachments.length === 0) return undefined;
  return plainJson({
    image,
    banner,
    audio,
    video,
    attachments: attachments.length === 0 ? undefined : attachments,
  }) as DatelineMedia;
}

type Loose = Readonly<Record<string, unknown>>;

/**
 * The entry that an item of our own JSON Feed was written from. Nothing for any other item: one without `_dateline`, or
 * whose values are not what ours are.
 */
export function entryFromJsonItem(item: unknown): Entry | undefined {
  const { _dateline: own, id, url, title, ...rest } = record(item) ?? {};
  const dateline = record(own) as (Loose & DatelineItem) | undefined;
  const date = instant(rest.date_modified);
  const published = instant(rest.date_published);
  if (dateline === undefined || date === undefined || published === undefined) return undefined;
  if (typeof id !== "string" || typeof url !== "string" || typeof title !== "string") return undefined;
  if (typeof dateline.file !== "string" || !PRECISIONS.has(dateline.precision)) return undefined;
  const people = peopleOf(rest.authors);
  const helpers = peopleOf(dateline.helpers);
  const names = strings(rest.tags);
  return {
    id,
    guid: id,
    file: dateline.file,
    title,
    link: url,
    date,
    published,
    precision: dateline.precision,
    titleDerived: dateline.derived === true,
    people,
    helpers,
    author: people.map(asAuthor),
    contributor: helpers.map(asAuthor),
    category: categoriesOf(names, list(dateline.schemes)),
    tags: dateline.tags === undefined ? besideSection(names, dateline.section) : strings(dateline.tags),
    evidence: list(dateline.evidence).filter((one): one is Evidence => record(one) !== undefined),
    ...words(rest, title),
    ...texts({ section: dateline.section, outlet: dateline.outlet, credit: dateline.credit, bio: dateline.bio }),
    ...texts({ copyright: dateline.copyright, language: rest.language }),
    ...texts({ license: dateline.license }),
    ...(dateline.episode === undefined ? {} : { episode: dateline.episode }),
    ...(dateline.usage === undefined ? {} : { usage: dateline.usage }),
    ...(dateline.translations === undefined ? {} : { translations: dateline.translations }),
    ...media(dateline.media),
  };
}

const PRECISIONS: ReadonlySet<unknown> = new Set(["day", "minute", "second"]);

/** In a feed of summaries the summary is all there is, and an entry without either repeats its title. */
function words(
  { content_html, content_text, summary }: Loose,
  title: string,
): { content?: string; description?: string } {
  const description = summary ?? (content_text === title ? undefined : content_text);
  return texts({ content: content_html, description });
}

function media(stated: unknown): Pick<Entry, "attachments"> & Partial<Entry> {
  const { image, banner, audio, video, attachments } = (record(stated) ?? {}) as DatelineMedia;
  const attached = attachments ?? [];
  const [enclosure] = attached;
  return {
    attachments: attached,
    ...(image === undefined ? {} : { image }),
    ...(banner === undefined ? {} : { banner }),
    ...(audio === undefined ? {} : { audio }),
    ...(video === undefined ? {} : { video }),
    ...(enclosure === undefined ? {} : { enclosure }),
  };
}

function peopleOf(value: unknown): Person[] {
  return list(value).flatMap((one) => {
    const author = record(one) as JsonAuthor | undefined;
    if (typeof author?.name !== "string") return [];
    const { kind, email, bio } = author._dateline ?? {};
    const known = texts({ email, uri: author.url, avatar: author.avatar, bio });
    return [{ name: author.name, kind: kind === "organisation" ? kind : "person", ...known } satisfies Person];
  });
}

function asAuthor({ name, email, uri, avatar }: Person): Author {
  return { name, ...texts({ email, link: uri, avatar }) };
}

function categoriesOf(names: readonly string[], schemes: readonly unknown[]): Category[] {
  return names.map((name, index) => {
    const scheme = schemes[index];
    return { name, term: name, ...(typeof scheme === "string" ? { scheme, domain: scheme } : {}) };
  });
}

function record(value: unknown): Loose | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Loose) : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function strings(value: unknown): string[] {
  return list(value).filter((one) => typeof one === "string");
}

/** Those of the values that are texts. */
function texts<Key extends string>(values: { readonly [K in Key]: unknown }): { [K in Key]?: string } {
  const stated = Object.entries(values).filter(([, value]) => typeof value === "string" && value !== "");
  return Object.fromEntries(stated) as { [K in Key]?: string };
}
