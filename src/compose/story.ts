import type { Finding } from "../finding.ts";
import type { Person, Usage } from "../publication/publication.ts";
import type { ArticleFormat, StatedCorrection, StatedMedia } from "../read/article.ts";
import type { Evidence, LineRef, Source } from "./evidence.ts";

/** `day`: only a calendar day was stated; its instant is 12:00 in the publication's zone. */
export type Precision = "day" | "minute" | "second";

/** An instant with the precision at which it was stated. */
export interface Moment {
  readonly at: Date;
  readonly precision: Precision;
  readonly from: Source;
}

/** What an article is as an episode of a podcast, as far as it says so. */
export interface Episode {
  readonly number?: number;
  readonly season?: number;
  readonly type?: "full" | "trailer" | "bonus";
  readonly explicit?: boolean;
  readonly transcripts?: readonly StatedMedia[];
  readonly chapters?: StatedMedia;
}

/** An article's facts, without identity: what the ledger makes an entry of. */
export interface Story {
  readonly file: string;
  readonly format: ArticleFormat;
  /** Plain text. */
  readonly title: string;
  /** Made from the lead, because the article states none. */
  readonly titleDerived: boolean;
  /** Plain text, at most 280 characters. */
  readonly summary?: string;
  /** Sanitised HTML without the words that became headline, byline, date line and bio; URLs as written. */
  readonly body: string;
  /** The same as its writer typed it, where it is Markdown, asked for, and stands for itself. */
  readonly markdown?: string;
  readonly authors: readonly Person[];
  readonly contributors: readonly Person[];
  readonly outlet?: string;
  readonly section?: string;
  readonly bio?: string;
  readonly credit?: string;
  /** BCP 47. */
  readonly language?: string;
  readonly tags: readonly string[];
  readonly copyright?: string;
  /** Absent where nothing tells: the ledger then falls back. */
  readonly published?: Moment;
  readonly updated?: Moment;
  /** Stated identity, slug and link. */
  readonly id?: string;
  readonly rssId?: string;
  readonly slug?: string;
  readonly link?: string;
  readonly image?: StatedMedia;
  /** A wide picture for the top of the article's page. */
  readonly banner?: StatedMedia;
  readonly audio?: StatedMedia;
  readonly video?: StatedMedia;
  readonly attachments: readonly StatedMedia[];
  readonly draft: boolean;
  /** When it is to leave the feeds: its instant, or the first of its day. */
  readonly expires?: Date;
  /** Notes of what was wrong before, to be shown below the body. */
  readonly corrections?: readonly StatedCorrection[];
  /** How many comments it has, which changes nothing of what it says. */
  readonly comments?: number;
  /** What it is as an episode of a podcast. */
  readonly episode?: Episode;
  /** A licence's address. */
  readonly license?: string;
  /** What it shares with the articles that say the same in other languages. */
  readonly translation?: string;
  /** What machines may and may not do with it (RSL 1.0), where it says so itself. */
  readonly usage?: Usage;
  /** Nothing states its date, so that the present had a say in it: on another day it may be dated otherwise. */
  readonly today?: true;
  readonly evidence: readonly Evidence[];
  /** The lines that became facts and left the body, in reading order. */
  readonly spent?: readonly LineRef[];
  readonly findings: readonly Finding[];
}
