import type { FeedFiles, Paging } from "../edition/edition.ts";
import { webUrl } from "./urls.ts";

/** A link from one document of a feed to another (RFC 5005; "current", "prev-archive" and "next-archive" in section 4). */
interface PageLink {
  readonly rel: "current" | "prev-archive" | "next-archive";
  readonly to: Readonly<Record<"rss" | "atom" | "json", string | undefined>>;
}

/** How a feed document stands among the others, as far as that is said. */
export interface PageOutline {
  readonly archive: boolean;
  readonly complete: boolean;
  readonly links: readonly PageLink[];
}

const ALONE: PageOutline = { archive: false, complete: false, links: [] };

/** What a feed says of its other documents; addresses that are none are left out. */
export function pageOutline(paging: Paging | undefined, home: string): PageOutline {
  if (typeof paging !== "object" || paging === null) return ALONE;
  const { archive, complete, current, previous, next } = paging;
  const links = [
    link("current", current, home),
    link("prev-archive", previous, home),
    link("next-archive", next, home),
  ].filter((one) => one !== undefined);
  // An archive document can't be all there is (RFC 5005, section 2).
  return { archive: archive === true, complete: complete === true && archive !== true, links };
}

function link(rel: PageLink["rel"], files: Partial<FeedFiles> | undefined, home: string): PageLink | undefined {
  if (typeof files !== "object" || files === null) return undefined;
  const { rss, atom, json } = files;
  return { rel, to: { rss: webUrl(rss, home), atom: webUrl(atom, home), json: webUrl(json, home) } };
}
