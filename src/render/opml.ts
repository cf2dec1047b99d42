import type { Edition, EditionKind, Site } from "../edition/edition.ts";
import type { Publication } from "../publication/publication.ts";
import { clean } from "./characters.ts";
import { rfc822 } from "./dates.ts";
import { attribute, declaration, tag, textElement, uriAttribute } from "./xml.ts";

const HEAD = "    ";

/** Where programs look for a host's feeds that know nothing else of it: https://github.com/Dan-Q/well-known-feeds. */
export const WELL_KNOWN_FEEDS = ".well-known/feeds";

/** Whether a publication may speak for its whole host: it begins at the root, and no other program makes the site. */
export function ownsRoot({ url, hosting }: Publication): boolean {
  return hosting && new URL(url).pathname === "/";
}

/** The order of the groups, and what they are called. The main feeds stand before them, outside of any. */
const GROUPS: readonly (readonly [EditionKind, string])[] = [
  ["language", "Languages"],
  ["section", "Sections"],
  ["author", "Authors"],
  ["tag", "Tags"],
  ["own", "Editions"],
];

/**
 * All feeds of a publication as a subscription list (OPML 2.0): one outline a feed, in Atom, which every reader takes;
 * a reader that imports it would show each article three times if all three formats stood there.
 */
export function renderOpml({ publication, editions }: Site): string {
  const [main] = editions;
  const groups = GROUPS.map(([kind, name]) => groupOutline(name, editions, kind)).join("");
  const changed = main?.feed.options.updated;
  const head =
    textElement(tag(HEAD, "title"), clean(publication.title)) +
    (changed === undefined ? "" : textElement(tag(HEAD, "dateModified"), rfc822(changed)));
  const body = (main === undefined ? "" : feedOutline("    ", main)) + groups;
  return `${declaration(undefined)}<opml version="2.0">\n  <head>\n${head}  </head>\n  <body>\n${body}  </body>\n</opml>\n`;
}

function groupOutline(name: string, editions: readonly Edition[], kind: EditionKind): string {
  const members = editions.filter((edition) => edition.kind === kind);
  if (members.length === 0) return "";
  const outlines = members.map((edition) => feedOutline("      ", edition)).join("");
  return `    <outline${attribute("text", name)}>\n${outlines}    </outline>\n`;
}

const MARKUP = /<[a-z!/?]|&(?:#|[a-z]+;)/i;

/** Words of an outline, which may be HTML (OPML 2.0): what would be taken for it, and is none, is written as HTML writes it. */
function words(text: string): string {
  const plain = clean(text);
  return MARKUP.test(plain) ? plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;") : plain;
}

function feedOutline(indent: string, { title, language, feed }: Edition): string {
  const { description = "", link = "", feedLinks } = feed.options;
  const about = words(description);
  return `${indent}<outline${attribute("text", words(title))}${attribute("title", words(title))} type="rss"${
    about === "" ? "" : attribute("description", about)
  }${attribute("language", language)}${uriAttribute("htmlUrl", link)}${uriAttribute("xmlUrl", feedLinks?.atom)}/>\n`;
}
