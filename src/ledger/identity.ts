import { createHash } from "node:crypto";
import slugify from "@sindresorhus/slugify";
import type { Story } from "../compose/story.ts";
import type { Publication } from "../publication/publication.ts";
import { dayOf } from "./day.ts";

const LONGEST_SLUG = 80;
const DATE_PREFIX = /^\d{4}-?\d{2}-?\d{2}[-_ ]*/;
const EXTENSION = /\.[^.]+$/;
/** File names that say nothing of the article: its title names it then. */
const GENERIC = new Set([
  "article",
  "articles",
  "story",
  "text",
  "post",
  "untitled",
  "new",
  "draft",
  "document",
  "page",
]);
/** An absolute URI (RFC 3986, section 3): a scheme, a colon, and something. */
const URI = /^[a-z][a-z0-9+.-]*:\S+$/i;

/** The words in an entry's id and link: from the stated slug, the file's name, or the title, whichever says something. */
function slugOf(story: Story): string {
  if (story.slug !== undefined) return slugged(story.slug);
  const parts = story.file.split("/");
  const stem = (parts.at(-1) ?? "").replace(EXTENSION, "");
  const named = stem.toLowerCase() === "index" ? (parts.at(-2) ?? "") : stem;
  const name = named.replace(DATE_PREFIX, "");
  return slugged(name === "" || GENERIC.has(name.toLowerCase()) ? story.title : name);
}

const SLUG = /^[a-z\d]+(?:-[a-z\d]+)*$/;

/** Latin letters, digits and hyphens; for what has no such form (Chinese, emoji) twelve digits of a hash. */
function slugged(words: string): string {
  // Most files are named so already, and the library takes a hundred times as long to find that out.
  const slug = SLUG.test(words) ? words : slugify(words, { decamelize: false });
  if (slug === "") return createHash("sha256").update(words).digest("hex").slice(0, 12);
  if (slug.length <= LONGEST_SLUG) return slug;
  const cut = slug.slice(0, LONGEST_SLUG + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf("-"), LONGEST_SLUG / 2));
}

/** An entry's name for ever. */
export interface Minted {
  readonly id: string;
  readonly slug: string;
  /** The front matter's `id`, where it is not itself a URI. */
  readonly stated?: string;
  /** The absolute URL of its page. */
  readonly link: string;
}

/**
 * Mints an id: the stated one if it is a URI, else a tag URI (RFC 4151, section 2.1: who names it, since which day, and
 * the entry's own words). Neither it nor the link may be another entry's: `-2`, `-3` … tell them apart.
 */
export function mint(story: Story, published: Date, publication: Publication, taken: Taken): Minted {
  const day = dayOf(published, publication.timezone);
  const uri = story.id !== undefined && URI.test(story.id) ? story.id : undefined;
  const stated = uri === undefined && story.id !== undefined ? { stated: story.id } : {};
  const name = slugOf(story);
  const named = stated.stated === undefined ? name : slugged(stated.stated);
  for (let copy = 1; ; copy += 1) {
    const suffix = copy === 1 ? "" : `-${copy}`;
    const slug = `${name}${suffix}`;
    const id = uri ?? `tag:${publication.tagDomain},${day}:${named}${suffix}`;
    // What the writer states, an id or a link, is theirs to keep apart: no suffix would change it.
    const idTaken = uri === undefined && taken.id(id);
    const link = linkOf(story, slug, published, publication);
    const linkTaken = story.link === undefined && taken.link(link);
    if (!idTaken && !linkTaken) return { id, slug, link, ...stated };
  }
}

/** What other entries have. */
export interface Taken {
  readonly id: (id: string) => boolean;
  readonly link: (link: string) => boolean;
}

/** The absolute URL of an entry's page: as stated, else by the publication's pattern. */
export function linkOf(story: Story, slug: string, published: Date, publication: Publication): string {
  if (story.link !== undefined && URL.canParse(story.link, publication.url))
    return new URL(story.link, publication.url).href;
  const [year = "", month = "", day = ""] = dayOf(published, publication.timezone).split("-");
  // Few patterns ask for the section, and to make a slug of it takes longer than all the rest.
  const parts: ReadonlyMap<string, () => string> = new Map([
    ["year", () => year],
    ["month", () => month],
    ["day", () => day],
    ["slug", () => slug],
    ["section", () => (story.section === undefined ? "" : slugged(story.section))],
  ]);
  const path = publication.permalink.replace(/\{(\w+)\}/g, (whole, name: string) => parts.get(name)?.() ?? whole);
  // Put together, not resolved: a path such as `javascript:ferry` would be an address of its own.
  return new URL(publication.url + path.replace(/\/{2,}/g, "/").replace(/^\//, "")).href;
}

/** Below an address `javascript:x` and `//x` are paths, by themselves they lead elsewhere. */
const NOT_RELATIVE = /^(?:[a-z][a-z\d+.-]*:|\/)/i;

/** A link as the ledger writes it: below the publication's address `url`, or absolute where it lies elsewhere. */
export function addressOf(link: string, url: string): string {
  const below = link.startsWith(url) ? link.slice(url.length) : link;
  return NOT_RELATIVE.test(below) ? link : below;
}
