import type { Extension, Item } from "feed";
import type { Episode } from "../compose/story.ts";
import type { Entry, Translation } from "../ledger/entry.ts";
import type { Usage } from "../publication/publication.ts";
import { type Topic, topicsOf } from "./categories.ts";
import { anyLines, clean, oneLine } from "./characters.ts";
import { instant } from "./dates.ts";
import { htmlOf, isHtml, textOfHtml } from "./html.ts";
import { below, fingerprint, idOf } from "./ids.ts";
import { languageTag } from "./languages.ts";
import { type Medium, mediaOf } from "./media.ts";
import { type NamedPerson, personsOf } from "./persons.ts";
import { webUrl } from "./urls.ts";

/** Words of which is known what they are. */
export interface Prose {
  readonly type: "text" | "html";
  readonly value: string;
}

/** What an `Item` means, in whichever format it is written. What is unknown is absent. */
export interface ItemOutline {
  /** An absolute URI in normal form. */
  readonly id: string;
  /** RSS's own id, where the caller gives RSS another one. */
  readonly guid?: string | undefined;
  /** Whether the id was stated, not taken from the link or made up from the words. */
  readonly stated: boolean;
  readonly link?: string | undefined;
  /** Plain text. */
  readonly title?: string | undefined;
  readonly published?: Date | undefined;
  /** Never before `published`. */
  readonly updated?: Date | undefined;
  readonly summary?: Prose | undefined;
  /** HTML. */
  readonly body?: string | undefined;
  readonly authors: readonly NamedPerson[];
  readonly contributors: readonly NamedPerson[];
  readonly topics: readonly Topic[];
  readonly media: readonly Medium[];
  /** A wide picture for the top of its page. */
  readonly banner?: string | undefined;
  readonly rights?: string | undefined;
  /** What it is as an episode of a podcast. */
  readonly episode?: Episode | undefined;
  /** A licence's address, where it is not the feed's. */
  readonly license?: string | undefined;
  /** What machines may and may not do with it, where it says so itself. */
  readonly usage?: Usage | undefined;
  /** The same in other languages. */
  readonly translations: readonly Translation[];
  /** Where it differs from the feed's. */
  readonly language?: string | undefined;
  /** Whom the text was taken over from. */
  readonly credit?: string | undefined;
  readonly extensions: readonly Extension[];
  /** The entry itself, where the item is one of ours. */
  readonly entry?: Entry | undefined;
}

/** Whether an item carries what an entry of ours carries beside the `feed` package's fields. */
function isEntry(item: Item): item is Entry {
  const { file, precision, people, helpers, tags, attachments } = item as Partial<Entry>;
  const lists = [people, helpers, tags, attachments];
  // The evidence is on the disk perhaps: it is asked for where it is written, once.
  return typeof file === "string" && typeof precision === "string" && lists.every(Array.isArray) && "evidence" in item;
}

/** Extensions as far as they are any. */
export function extensionsOf(value: unknown): readonly Extension[] {
  if (!Array.isArray(value) || value.length === 0) return NO_EXTENSIONS;
  return value.filter((one) => typeof one === "object" && one !== null && typeof one.name === "string");
}

const NO_TRANSLATIONS: readonly Translation[] = [];
const NO_EXTENSIONS: readonly Extension[] = [];

/** What an item means. `home` is the publication's address, against which ids and links are resolved. */
export function itemOutline(item: Item, home: string, language: string | undefined): ItemOutline {
  const entry = isEntry(item) ? item : undefined;
  const link = webUrl(item.link, home);
  const date = instant(item.date);
  const published = instant(item.published) ?? date;
  const own = languageTag(entry?.language);
  // Named one by one: spreading them into the outline takes five times as long as all the rest.
  const { id, guid, stated } = identity(item, link, home, entry !== undefined);
  return {
    id,
    guid,
    stated,
    link,
    title: oneLine(item.title),
    published,
    updated: published && later(published, date),
    summary: summaryOf(item, entry !== undefined),
    body: bodyOf(item),
    authors: personsOf(entry === undefined ? item.author : entry.people),
    contributors: personsOf(entry === undefined ? item.contributor : entry.helpers),
    topics: topicsOf(item.category),
    media: mediaOf(item, link ?? home),
    banner: webUrl(entry?.banner?.url, home),
    rights: anyLines(item.copyright),
    license: entry?.license,
    episode: entry?.episode,
    usage: entry?.usage,
    translations: entry?.translations ?? NO_TRANSLATIONS,
    language: own === language ? undefined : own,
    credit: oneLine(entry?.credit),
    extensions: extensionsOf(item.extensions),
    entry,
  };
}

function later(published: Date, updated: Date | undefined): Date {
  return updated !== undefined && updated > published ? updated : published;
}

/** Asked for once: the words of an entry are on the disk perhaps. */
function bodyOf({ content }: Item): string | undefined {
  return typeof content !== "string" || content.trim() === "" ? undefined : htmlOf(clean(content));
}

/** An entry's summary is plain text; in a plain `Item`, `description` is HTML if it looks like it. */
function summaryOf({ description }: Item, plain: boolean): Prose | undefined {
  const value = anyLines(description);
  return value === undefined ? undefined : { type: plain || !isHtml(value) ? "text" : "html", value };
}

/** The stated id, else the link, else a name made from the words: never none, and never one that changes with time. */
function identity(
  item: Item,
  link: string | undefined,
  home: string,
  isOwn: boolean,
): Pick<ItemOutline, "id" | "guid" | "stated"> {
  const stated = anyLines(item.id) ?? anyLines(item.guid);
  const guid = anyLines(item.guid) ?? stated;
  // An entry of ours has one of its own only because subscribers know it so, to the letter.
  const guidOf = (text: string): string => (isOwn ? text : idOf(text, home));
  if (stated !== undefined)
    return { id: idOf(stated, home), stated: true, guid: guid === stated ? undefined : guidOf(guid ?? stated) };
  if (link !== undefined) return { id: idOf(link, home), stated: false };
  const words = [item.title, item.description, item.content].map((text) => anyLines(text) ?? "");
  const time = instant(item.published ?? item.date)?.getTime() ?? "";
  return { id: below(home, fingerprint(`${words.join("\n")}\n${time}`)), stated: false };
}

/** The first words of an item that has no title, for formats that demand one. */
export function headingOf({ title, summary, body, id }: ItemOutline): string {
  if (title !== undefined) return title;
  const words = summary?.type === "text" ? summary.value : textOfHtml(summary?.value ?? body ?? "");
  return oneLine(opening(words)) ?? id;
}

const HEADING = 80;

function opening(words: string): string {
  if (words.length <= HEADING) return words;
  const cut = words.slice(0, HEADING + 1).lastIndexOf(" ");
  return clean(words.slice(0, cut > 0 ? cut : HEADING));
}

/** A summary as plain text. */
export function textOf(prose: Prose): string | undefined {
  return anyLines(prose.type === "text" ? prose.value : textOfHtml(prose.value));
}
