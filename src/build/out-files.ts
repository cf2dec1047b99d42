import type { Edition, OutFile, Site } from "../edition/edition.ts";
import { madeInPieces, madeOnce, madeWhenAsked } from "../edition/out-file.ts";
import { hostingFiles } from "../hosting/hosting.ts";
import { feedStyles } from "../pages/feed-style.ts";
import { pagesOf } from "../pages/pages.ts";
import { sitemaps } from "../pages/sitemap.ts";
import { renderFeedList } from "../render/feed-list.ts";
import { FORMATS, type FormatName } from "../render/formats.ts";
import { ownsRoot, renderOpml, WELL_KNOWN_FEEDS } from "../render/opml.ts";
import { renderSmartNews, SMARTNEWS_FILE } from "../render/smartnews.ts";
import { podcasts } from "./podcasts.ts";

/**
 * Every file of a site, made one by one as they are asked for: what is linked to comes before what links to it, so that
 * a reader who comes while they are put in place finds no link that leads nowhere.
 */
export function* outFiles(site: Site): Generator<OutFile> {
  for (const { name, path } of site.media) yield { path: `media/${name}`, content: { copyOf: path } };
  yield* feedStyles(site);
  yield* pagesOf(site);
  for (const edition of site.editions.toReversed()) yield* documentsOf(edition);
  yield* podcasts(site);
  yield* feedsOfTheirOwn(site);
  yield* sitemaps(site);
  yield madeWhenAsked("feeds.opml", () => renderOpml(site));
  if (ownsRoot(site.publication)) yield madeWhenAsked(WELL_KNOWN_FEEDS, () => renderOpml(site));
  yield madeWhenAsked("feeds.json", () => renderFeedList(site));
  yield* hostingFiles(site);
}

/** All archive documents of a site, in the order of its files. */
export function* archiveFiles(site: Site): Generator<OutFile> {
  for (const edition of site.editions.toReversed()) yield* archivesOf(edition);
}

/** An edition's archive documents in all formats. */
function* archivesOf({ path, archives }: Edition): Generator<OutFile> {
  for (const { number, document, feed, mark } of archives) {
    const printed = madeOnce(feed);
    const pathIn = (format: FormatName): string => `${path}${FORMATS[format].archive(number)}`;
    const paths = { rss: pathIn("rss"), atom: pathIn("atom"), json: pathIn("json") };
    for (const format of Object.keys(FORMATS) as readonly FormatName[]) {
      const made = madeInPieces(paths[format], () => FORMATS[format].pieces(printed()), mark);
      yield Object.assign(made, { sheet: { document, format, paths } });
    }
  }
}

/** An edition's archive documents, then its feed, each in all formats. */
function* documentsOf(edition: Edition): Generator<OutFile> {
  yield* archivesOf(edition);
  const { path, fitted, mark } = edition;
  const newest = madeOnce(fitted);
  for (const { file, pieces } of Object.values(FORMATS)) {
    const made = madeInPieces(`${path}${file}`, () => pieces(newest().feed), mark);
    // Said once for all formats.
    yield file === FORMATS.rss.file ? Object.assign(made, { shortened: () => newest().shortened }) : made;
  }
}

/** Feeds for aggregators that want elements which would harm others. */
function* feedsOfTheirOwn(site: Site): Generator<OutFile> {
  const [main] = site.editions;
  const { smartnews } = site.publication;
  if (main === undefined || smartnews === undefined) return;
  yield madeWhenAsked(SMARTNEWS_FILE, () => renderSmartNews(main.fitted().feed, site, smartnews));
}
