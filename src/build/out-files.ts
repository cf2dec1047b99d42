import type { OutFile, Site } from "../edition/edition.ts";
import { hostingFiles } from "../hosting/hosting.ts";
import { feedStyles } from "../pages/feed-style.ts";
import { pagesOf } from "../pages/pages.ts";
import { renderFeedList } from "../render/feed-list.ts";
import { FORMATS } from "../render/formats.ts";
import { renderOpml } from "../render/opml.ts";

/**
 * Every file of a site, made one by one as they are asked for: what is linked to comes before what links to it, so that
 * a reader who comes while they are put in place finds no link that leads nowhere.
 */
export function* outFiles(site: Site): Generator<OutFile> {
  for (const { name, path } of site.media) yield { path: `media/${name}`, content: { copyOf: path } };
  yield* feedStyles(site);
  yield* pagesOf(site);
  for (const { path, archives, feed } of site.editions.toReversed()) {
    for (const { number, feed: archive } of archives)
      for (const format of Object.values(FORMATS))
        yield { path: `${path}${format.archive(number)}`, content: format.render(archive) };
    for (const { file, render } of Object.values(FORMATS)) yield { path: `${path}${file}`, content: render(feed) };
  }
  yield { path: "feeds.opml", content: renderOpml(site) };
  yield { path: "feeds.json", content: renderFeedList(site) };
  yield* hostingFiles(site);
}
