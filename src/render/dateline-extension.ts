import type { Evidence } from "../compose/evidence.ts";
import type { Episode, Precision } from "../compose/story.ts";
import type { Translation } from "../ledger/entry.ts";
import type { Person, Usage } from "../publication/publication.ts";
import type { StatedMedia } from "../read/article.ts";

/**
 * What Dateline says in a JSON Feed beyond the standard, in `_dateline` objects (JSON Feed 1.1, "Extensions"). Other
 * readers ignore them; with them an item tells the whole entry.
 */

/** `_dateline` of a feed: the first, which says where all of them are described. */
export interface DatelineFeed {
  readonly about: string;
  /** Entries that were published and are no more. */
  readonly deleted?: readonly { readonly id: string; readonly when: string; readonly title: string }[] | undefined;
}

/** `_dateline` of an author: what JSON Feed's authors have no place for. */
interface DatelineAuthor {
  readonly kind: Person["kind"];
  readonly email?: string | undefined;
  readonly bio?: string | undefined;
}

/** `_dateline` of an item. */
export interface DatelineItem {
  /** The article's file, relative to the data folder. */
  readonly file: string;
  /** How exactly `date_published` was stated: `day` is noon in the publication's zone. */
  readonly precision: Precision;
  /** Set where the title was made from the article's first words. */
  readonly derived?: true | undefined;
  readonly section?: string | undefined;
  /** The paper or site that the byline names. */
  readonly outlet?: string | undefined;
  /** Whom the text was taken over from. */
  readonly credit?: string | undefined;
  /** What the article says of its author. */
  readonly bio?: string | undefined;
  readonly copyright?: string | undefined;
  /** What it is as an episode of a podcast. */
  readonly episode?: Episode | undefined;
  /** The address of a licence, where it is not the publication's. */
  readonly license?: string | undefined;
  /** What machines may and may not do with it, in the words of RSL 1.0. */
  readonly usage?: Usage | undefined;
  /** The pages of the same in other languages. */
  readonly translations?: readonly Translation[] | undefined;
  /** Those who contributed, as authors are written. */
  readonly helpers?: readonly JsonAuthor[] | undefined;
  /** The schemes of the topics in `tags`, where they have one. */
  readonly schemes?: readonly (string | null)[] | undefined;
  /** The article's own tags, where they are not `tags` without the section. */
  readonly tags?: readonly string[] | undefined;
  /** The media fields as they were stated. */
  readonly media?: DatelineMedia | undefined;
  /** Why each fact is what it is. */
  readonly evidence: readonly Evidence[];
}

export interface DatelineMedia {
  readonly image?: StatedMedia | undefined;
  readonly banner?: StatedMedia | undefined;
  readonly audio?: StatedMedia | undefined;
  readonly video?: StatedMedia | undefined;
  readonly attachments?: readonly StatedMedia[] | undefined;
}

/** An author of a JSON Feed. */
export interface JsonAuthor {
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  readonly avatar?: string | undefined;
  readonly _dateline?: DatelineAuthor | undefined;
}

/** Where the extension is described. */
export const ABOUT = "https://www.npmjs.com/package/dateline-feeds";
