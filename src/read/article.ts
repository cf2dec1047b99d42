import type { Finding, Place } from "../finding.ts";

/** Something that was stated in so many words, and where. */
export interface Stated<T> {
  readonly value: T;
  /** The words as written. */
  readonly words: string;
  /** The key, attribute or element that holds it: `date`, `og:title`, `time[datetime]`. */
  readonly key: string;
  readonly place: Place;
}

/** A person as front matter or metadata gives them. */
export interface StatedPerson {
  readonly name: string;
  readonly email?: string;
  readonly uri?: string;
  /** Set where the source says so (JSON-LD `Organization`). */
  readonly organisation?: boolean;
}

/** A media file as front matter gives it. */
export interface StatedMedia {
  readonly url: string;
  readonly type?: string;
  /** Bytes. */
  readonly length?: number;
  readonly title?: string;
  /** Seconds. */
  readonly duration?: number;
  /** What it shows, for those who don't see it. */
  readonly alt?: string;
  readonly caption?: string;
  /** Who made it. */
  readonly credit?: string;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Set where it is known from the body, which shows it. */
  readonly inBody?: true;
}

/** A correction as front matter gives it. */
export interface StatedCorrection {
  /** Plain text. */
  readonly text: string;
  /** YYYY-MM-DD, where it is stated. */
  readonly day?: string;
}

/**
 * What a file says of itself outside its words: front matter (written by the writer), or an HTML document's metadata
 * (meta elements, JSON-LD, `<time>`). Keys are brought to one name here (`headline` and `title`, `byline` and `author`);
 * values stay as written, dates too: what they mean, `compose/` decides.
 */
export interface Declared {
  readonly id?: Stated<string>;
  /** What readers of RSS know it by, where that is no URI. */
  readonly rssId?: Stated<string>;
  readonly title?: Stated<string>;
  readonly summary?: Stated<string>;
  /** Each name as written: a string that may be a whole byline, or an object of the front matter. */
  readonly authors?: Stated<readonly StatedPerson[]>;
  readonly contributors?: Stated<readonly StatedPerson[]>;
  readonly published?: Stated<string>;
  readonly updated?: Stated<string>;
  readonly section?: Stated<string>;
  readonly tags?: Stated<readonly string[]>;
  readonly language?: Stated<string>;
  readonly outlet?: Stated<string>;
  readonly credit?: Stated<string>;
  readonly bio?: Stated<string>;
  readonly copyright?: Stated<string>;
  readonly slug?: Stated<string>;
  /** The page's own absolute URL, or a path below the publication's. */
  readonly link?: Stated<string>;
  readonly draft?: Stated<boolean>;
  readonly image?: Stated<StatedMedia>;
  /** A wide picture for the top of the article's page. */
  readonly banner?: Stated<StatedMedia>;
  readonly audio?: Stated<StatedMedia>;
  readonly video?: Stated<StatedMedia>;
  readonly attachments?: Stated<readonly StatedMedia[]>;
  /** What was wrong in an earlier form of the article, as readers shall be told. */
  readonly corrections?: Stated<readonly StatedCorrection[]>;
  /** When it is to leave the feeds. */
  readonly expires?: Stated<string>;
  readonly license?: Stated<string>;
  /** What the articles share that say the same in several languages: any word, or the file or id of one of them. */
  readonly translation?: Stated<string>;
  /** How many comments it has. */
  readonly comments?: Stated<number>;
  /** What it is as an episode of a podcast. */
  readonly episode?: Stated<number>;
  readonly season?: Stated<number>;
  readonly episodeType?: Stated<"full" | "trailer" | "bonus">;
  readonly explicit?: Stated<boolean>;
  readonly transcripts?: Stated<readonly StatedMedia[]>;
  readonly chapters?: Stated<StatedMedia>;
  /** What machines may and may not do with it, in the words of RSL 1.0. */
  readonly permits?: Stated<readonly string[]>;
  readonly prohibits?: Stated<readonly string[]>;
}

/** What a class, `rel` or `itemprop` says that an element holds. */
export type Hint = "headline" | "byline" | "date" | "updated" | "bio" | "caption" | "credit" | "summary";

/** One line of a block: the smallest piece of an article that may leave the body whole. */
export interface Line {
  /** Plain text: references decoded, white space folded to single blanks, trimmed. Never empty. */
  readonly text: string;
  /** The same as sanitised inline HTML, URLs as written. */
  readonly html: string;
  /** Where its first character stands; `length` spans the source words where that is known. */
  readonly place: Place;
  readonly hint?: Hint;
  /** `datetime` of a `<time>` in it. */
  readonly datetime?: string;
}

export type BlockKind = "paragraph" | "heading" | "quote" | "list" | "table" | "code" | "figure" | "rule" | "other";

/** A piece of an article's body at its top level, in reading order. */
export interface Block {
  readonly kind: BlockKind;
  /** 1 to 6 for headings. */
  readonly level?: number;
  /** A paragraph's or heading's lines; for other kinds, the text of each item, row or line, for reading only. */
  readonly lines: readonly Line[];
  /** Sanitised HTML of the whole block, URLs as written. */
  readonly html: string;
  /**
   * Paragraphs and headings only: the HTML of the block with just these of its lines, so that one line can leave
   * (`lines` are indexes; all of them give `html`).
   */
  readonly withLines?: (lines: readonly number[]) => string;
}

export type ArticleFormat = "text" | "markdown" | "html";

/** A file's words. Nothing is inferred here. */
export interface Article {
  /** Relative to the data folder, with forward slashes. */
  readonly file: string;
  readonly format: ArticleFormat;
  /** The decoded file's lines, for showing a place. */
  readonly source: readonly string[];
  /** Front matter. */
  readonly matter: Declared;
  /** An HTML document's own metadata; weaker than its words. */
  readonly meta: Declared;
  readonly blocks: readonly Block[];
  readonly findings: readonly Finding[];
}
