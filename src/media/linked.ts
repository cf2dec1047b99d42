import { localFile } from "./local.ts";

/** Files that are articles, by their endings. */
const ARTICLE = /\.(?:txt|md|markdown|html?)$/i;
/** What a publication is made with, and what has no ending is rather a page's address. */
const NO_DOCUMENT = /\.(?:ya?ml|jsonl)$|(?:^|\/)[^/.]+$/i;
/** Hidden ones, and those that aren't meant to be published yet. */
const KEPT_BACK = /(?:^|\/)(?:\.|_drafts\/)/;

/** A file beside the articles to which a body links. */
export interface Linked {
  /** Relative to the data folder. */
  readonly path: string;
  /** An article has an address of its own; any other document is published as it is. */
  readonly isArticle: boolean;
  /** The part of it that is meant, with its `#`; empty where all is. */
  readonly part: string;
}

/** The file to which a link of an article may lead. Whether it is there is seen by the file alone. */
export function linkedFile(url: string, article: string): Linked | undefined {
  const local = localFile(url, article);
  if (local === undefined || local === "outside") return undefined;
  const { path } = local;
  if (KEPT_BACK.test(path)) return undefined;
  const isArticle = ARTICLE.test(path);
  if (!isArticle && NO_DOCUMENT.test(path)) return undefined;
  return { path, isArticle, part: /#.*$/s.exec(url.trim())?.[0] ?? "" };
}
