import type { Edition, Site } from "../edition/edition.ts";
import { PODCAST_FILE, showsOf } from "../edition/podcast.ts";
import { FORMATS, type FormatName } from "../render/formats.ts";
import { ownsRoot, WELL_KNOWN_FEEDS } from "../render/opml.ts";
import { SMARTNEWS_FILE } from "../render/smartnews.ts";

/** What a response to a path says beside its bytes. */
interface Rule {
  /** As Netlify and Cloudflare Pages read it: `:name` is any one name, a last `*` anything. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Cloudflare Pages reads 100 rules; this many feeds leave room for the rest. */
const MOST_EDITIONS = 25;

/**
 * What pages may load: their own style sheet and script, pictures and sound from wherever articles have them, nothing
 * else. Browsers hold feeds that they show to the same.
 */
export const POLICY: string =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https: http:; media-src 'self' https: http:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

const OPML = "text/x-opml; charset=utf-8";

const FEED: Readonly<Record<string, string>> = {
  "Access-Control-Allow-Origin": "*",
  "Cache-Control": "public, max-age=300, stale-while-revalidate=3600",
};

/**
 * The `_headers` file of Netlify and Cloudflare Pages: types and caching of feeds, who may read them by script, where
 * they are pushed from. Rules never overlap in a header, since both hosts would join its values.
 */
export function headersFile(site: Site): string {
  const { pathname } = new URL(site.publication.url);
  const root = pathname.replace(/\/$/, "");
  return rules(site)
    .map(({ path, headers }) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${root}/${path}\n${lines.join("")}`;
    })
    .join("");
}

function rules(site: Site): readonly Rule[] {
  const { editions, publication } = site;
  const [main, ...others] = editions;
  const { hub } = publication;
  const listed = hub !== undefined && editions.length <= MOST_EDITIONS;
  return [
    {
      path: "*",
      headers: {
        "Content-Security-Policy": POLICY,
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Content-Type-Options": "nosniff",
      },
    },
    ...(main === undefined ? [] : feedRules(main, main.path, hub)),
    // A feed says itself where it is pushed from; where there are too many, only the main ones say it here as well.
    ...(listed ? others.flatMap((edition) => feedRules(edition, edition.path, hub)) : anyFeedRules()),
    ...otherFiles(site).map((path) => ({ path, headers: typed("rss") })),
    // It has no ending that would tell.
    ...(ownsRoot(publication) ? [{ path: WELL_KNOWN_FEEDS, headers: { "Content-Type": OPML } }] : []),
    { path: "archives/*", headers: FEED },
    { path: ":kind/:name/archives/*", headers: FEED },
    { path: "media/*", headers: { "Access-Control-Allow-Origin": "*", "Cache-Control": FOREVER } },
  ];
}

/** RSS by other names; all podcasts by one rule, however many there are. */
function otherFiles({ editions, publication }: Site): readonly string[] {
  return [
    ...(showsOf(editions, publication).length === 0 ? [] : [`:kind/:name/${PODCAST_FILE}`]),
    ...(publication.smartnews === undefined ? [] : [SMARTNEWS_FILE]),
  ];
}

/** Media files are named by their content. */
const FOREVER = "public, max-age=31536000, immutable";

const NAMES = Object.keys(FORMATS) as readonly FormatName[];

function feedRules({ feed }: Edition, path: string, hub: string | undefined): readonly Rule[] {
  const { feedLinks = {} } = feed.options;
  return NAMES.map((name) => {
    const link = hub === undefined ? {} : { Link: `<${hub}>; rel="hub", <${feedLinks[name]}>; rel="self"` };
    return { path: encodeURI(path) + FORMATS[name].file, headers: { ...typed(name), ...link } };
  });
}

function anyFeedRules(): readonly Rule[] {
  return NAMES.map((name) => ({ path: `:kind/:name/${FORMATS[name].file}`, headers: typed(name) }));
}

function typed(name: FormatName): Readonly<Record<string, string>> {
  return { "Content-Type": `${FORMATS[name].mediaType}; charset=utf-8`, ...FEED };
}
