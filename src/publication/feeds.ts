import type { StatedEdition, StatedFeeds } from "./feed-fields.ts";
import { oneLine } from "./people.ts";
import type { EditionWords, FeedsWanted, OwnEdition, Wanted } from "./publication.ts";

const ARCHIVE_SIZE = 100;

/** Which feeds are wanted, every default filled in. */
export function readFeeds({ feeds = {} }: StatedFeeds): FeedsWanted {
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
