import { createHash } from "node:crypto";
import type { OutFile, Site } from "../edition/edition.ts";
import { madeWhenAsked } from "../edition/out-file.ts";
import { isEpisode, PODCAST_FILE, podcastDocument, type Show, showsOf } from "../edition/podcast.ts";
import { type Finding, finding } from "../finding.ts";
import { renderRss } from "../render/rss.ts";
import { GENERATOR } from "./generator.ts";

/** The feeds of a site's podcasts. */
export function* podcasts(site: Site): Generator<OutFile> {
  const { editions, publication } = site;
  for (const show of showsOf(editions, publication)) {
    const guid = show.podcast.guid ?? guidOf(show.url);
    yield madeWhenAsked(`${show.edition.path}${PODCAST_FILE}`, () =>
      renderRss(podcastDocument(show, publication, GENERATOR, guid)),
    );
  }
}

/** What directories will miss. */
export function podcastFindings({ editions, publication }: Site): readonly Finding[] {
  const shows = showsOf(editions, publication);
  const sections = new Set(shows.map(({ edition }) => edition.name));
  const unknown = Object.keys(publication.podcasts).filter((name) => !sections.has(name));
  return [
    ...unknown.map((section) => finding("podcast/no-section", { file: "publication.yaml" }, { section })),
    ...shows.flatMap(lacks),
  ];
}

function lacks({ edition, podcast }: Show): Finding[] {
  const place = { file: "publication.yaml" };
  const section = edition.name;
  return [
    ...(podcast.owner === undefined ? [finding("podcast/no-owner", place, { section })] : []),
    ...(edition.entries.some(isEpisode) ? [] : [finding("podcast/no-episode", place, { section })]),
  ];
}

const NAMESPACE = Buffer.from("ead4c236bf5858c6a2c6a6b28d128cb6", "hex");

/**
 * `podcast:guid` as Podcasting 2.0 makes it: UUID version 5 (RFC 9562, section 5.5) of the feed's address without its
 * scheme and without slashes at its end.
 */
function guidOf(url: string): string {
  const name = url.replace(/^[a-z]+:\/\//, "").replace(/\/+$/, "");
  const hash = createHash("sha1").update(NAMESPACE).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
