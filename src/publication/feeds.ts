import type { StatedEdition, StatedFeeds } from "./feed-fields.ts";
import { oneLine } from "./people.ts";
import type { EditionWords, FeedsWanted, OwnEdition, Publication, Usage, Wanted } from "./publication.ts";

const ARCHIVE_SIZE = 100;
const TOMBSTONE_DAYS = 90;
const BUDGET = 1_000_000;

/** All that a publication says of how it feeds its readers, every default filled in. */
export function readFeeding(
  stated: StatedFeeds,
): Pick<Publication, "feeds" | "updates" | "tombstones" | "budget" | "usage"> {
  const { updates = "changes", tombstones = TOMBSTONE_DAYS, budget = BUDGET, rsl } = stated;
  return { feeds: readFeeds(stated), updates, tombstones, budget, ...(rsl === undefined ? {} : { usage: usage(rsl) }) };
}

/** Which feeds are wanted, every default filled in. */
function readFeeds({ feeds = {} }: StatedFeeds): FeedsWanted {
  return {
    sections: wanted(feeds.sections, true),
    authors: wanted(feeds.authors, true),
    tags: wanted(feeds.tags, false),
    languages: wanted(feeds.languages, true),
    archives: feeds.archives ?? "main",
    archiveSize: feeds.archiveSize ?? ARCHIVE_SIZE,
    complete: feeds.complete ?? false,
    own: (feeds.own ?? []).map(ownEdition),
  };
}

function wanted(stated: boolean | readonly string[] | undefined, otherwise: boolean): Wanted {
  if (stated === undefined || typeof stated === "boolean") return stated ?? otherwise;
  return stated.map(oneLine);
}

function ownEdition(stated: StatedEdition): OwnEdition {
  const { name, limit, complete = false } = stated;
  return {
    name: oneLine(name),
    complete,
    ...(limit === undefined ? {} : { limit }),
    ...editionWords(stated),
    ...names("sections", stated.sections),
    ...names("authors", stated.authors),
    ...names("tags", stated.tags),
    ...names("languages", stated.languages),
  };
}

function names<Key extends string>(
  key: Key,
  stated: string | readonly string[] | undefined,
): { readonly [K in Key]?: readonly string[] } {
  if (stated === undefined) return {};
  const list = (typeof stated === "string" ? [stated] : stated).map(oneLine);
  const named: Partial<Record<string, readonly string[]>> = { [key]: list };
  return named as { readonly [K in Key]?: readonly string[] };
}

/** Terms for machines. */
function usage({ permits = [], prohibits = [], server }: NonNullable<StatedFeeds["rsl"]>): Usage {
  const list = (stated: string | readonly string[]): readonly string[] =>
    typeof stated === "string" ? [stated] : stated;
  return { permits: list(permits), prohibits: list(prohibits), ...(server === undefined ? {} : { server }) };
}

/** A title and a description, each on one line, as far as they are stated. */
export function editionWords(stated: {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
}): EditionWords {
  const { title, description } = stated;
  return {
    ...(title === undefined ? {} : { title: oneLine(title) }),
    ...(description === undefined ? {} : { description: oneLine(description) }),
  };
}
