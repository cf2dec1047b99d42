import type { OutFile, Site } from "../edition/edition.ts";
import { feedStyleFile } from "../edition/feed-document.ts";
import type { Publication } from "../publication/publication.ts";
import { directionOf } from "./direction.ts";
import { SUBSCRIBE_PATH } from "./frame.ts";
import { breaksFor, fontFor } from "./scripts.ts";
import { speechFor } from "./speech.ts";

/**
 * The style sheets by which a browser shows RSS and Atom as a page: one for each language that a feed is in. Browsers
 * run no XSLT any more, and no script in a feed, so all that the page says beside the feed's own words is said by CSS.
 */
export function* feedStyles({ editions, publication }: Site): Generator<OutFile> {
  for (const language of new Set(editions.map((edition) => edition.language)))
    yield { path: feedStyleFile(language, publication), content: feedStyle(language, publication) };
}

/** Unicode's isolates keep an address in one piece among words that run from right to left. */
const LEFT_TO_RIGHT = "\u2066";
const ISOLATE_END = "\u2069";

function feedStyle(language: string, publication: Publication): string {
  const { wording, language: said } = speechFor(language);
  const address = new URL(SUBSCRIBE_PATH, publication.url).href;
  const more = `${wording.howToSubscribe}${wording.space}${LEFT_TO_RIGHT}${address}${ISOLATE_END}`;
  const words = publication.pages ? `${wording.thisIsAFeed}\n${more}` : wording.thisIsAFeed;
  // Without a summary, `description` holds the body's HTML, which CSS would show with its tags.
  const readable = publication.content === "full" ? "item:has(content|encoded) > description" : "item > description";
  return `@namespace atom "http://www.w3.org/2005/Atom";
@namespace content "http://purl.org/rss/1.0/modules/content/";
@namespace dc "http://purl.org/dc/elements/1.1/";
:root {
  color-scheme: light dark;
  --paper: #fffdf8;
  --ink: #1d1b18;
  --faint: #5f5a52;
  --note: #f3eddf;
  --line: #d9d3c7;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #17171a; --ink: #e9e6e0; --faint: #aaa59c; --note: #26262b; --line: #3a3a40; }
}
rss, atom|feed {
  display: block; direction: ${directionOf(language)};
  max-width: 44rem; min-height: 100vh; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere;
  font: 112.5%/${fontFor(language)};${breaksFor(language)}
  color: var(--ink); background: var(--paper);
}
rss::before, atom|feed::before {
  content: ${quoted(words)}; direction: ${directionOf(said)};
  display: block; white-space: pre-line; padding: .75rem 1rem; background: var(--note); border: 1px solid var(--line);
}
rss *, atom|feed * { display: none; }
channel, item, atom|entry { display: block; }
channel > title, atom|feed > atom|title { display: block; margin: 1.5rem 0 0; font-size: 2rem; font-weight: bold; line-height: 1.25; }
channel > description, atom|feed > atom|subtitle { display: block; margin: .25rem 0; }
channel > link, item > link, atom|link[rel="alternate"], item > pubDate, item > author, item > dc|creator, atom|published,
atom|entry > atom|author, atom|author > atom|name { display: block; font-size: .85rem; color: var(--faint); }
atom|link[rel="alternate"]::before { content: attr(href); }
channel > link, item > link, atom|link[rel="alternate"] { direction: ltr; unicode-bidi: isolate; text-align: ${
    directionOf(language) === "rtl" ? "right" : "left"
  }; }
item, atom|entry { margin-top: 1rem; padding-top: 1rem; border-top: 1px solid var(--line); }
item > title, atom|entry > atom|title { display: block; font-size: 1.2rem; font-weight: bold; line-height: 1.3; unicode-bidi: plaintext; }
${readable}, atom|entry > atom|summary { display: block; margin: .35rem 0 0; unicode-bidi: plaintext; }
`;
}

/** A string of CSS. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\a ")}"`;
}
