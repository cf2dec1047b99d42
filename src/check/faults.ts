import { errorsIn } from "./check.ts";
import type { CheckFinding } from "./check-finding.ts";

/** A document that is about to be put in place. */
export interface Publishable {
  readonly path: string;
  /** A text may come in pieces, of which none ends within a character. */
  readonly content: Uint8Array | string | readonly string[];
  /** Where it will be served, if that is known. */
  readonly url?: string;
}

const CHECKED = /\.(?:xml|rss|atom|opml)$|(?:^|\/)feed(?:-\d+)?\.json$/i;

/** The errors of feeds, lists and sitemaps that are about to be published. None means that they may be. */
export function faults(documents: readonly Publishable[], now: Date): CheckFinding[] {
  return documents
    .filter(({ path }) => CHECKED.test(path))
    .flatMap(({ path, content, url }) => errorsIn(content, { file: path, now, ...(url !== undefined && { url }) }));
}
