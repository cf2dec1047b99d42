import { createHash } from "node:crypto";
import type { OutFile, Site } from "../edition/edition.ts";
import { madeOnce, madeWhenAsked } from "../edition/out-file.ts";
import { PODCAST_FILE, podcastDocument, type Show, showsOf } from "../edition/podcast.ts";
import { type Finding, finding } from "../finding.ts";
import { plays } from "../ledger/light-entry.ts";
import type { MediaFile } from "../media/files-of.ts";
import { PUBLICATION_FILE } from "../publication/complete.ts";
import type { StatedMedia } from "../read/article.ts";
import { renderRss } from "../render/rss.ts";
import { type SizeOf, withinBudget } from "./budget.ts";
import { GENERATOR } from "./generator.ts";

/** The feeds of a site's podcasts. */
export function* podcasts(site: Site): Generator<OutFile> {
  const { editions, publication } = site;
  for (const show of showsOf(editions, publication)) {
    const guid = show.podcast.guid ?? guidOf(show.url);
    const fitted = madeOnce(() =>
      withinBudget(podcastDocument(show, publication, GENERATOR, guid), publication.budget, bytesOfRss),
    );
    const made = madeWhenAsked(`${show.edition.path}${PODCAST_FILE}`, () => renderRss(fitted().feed));
    yield Object.assign(made, { shortened: () => fitted().shortened });
  }
}

const bytesOfRss: SizeOf = (feed) => Buffer.byteLength(renderRss(feed));

/** What directories will miss; `pictures` are the publication's own by their addresses, as far as they are known. */
export function podcastFindings(
  { editions, publication }: Site,
  pictures: ReadonlyMap<string, MediaFile>,
): readonly Finding[] {
  const shows = showsOf(editions, publication);
  const sections = new Set(shows.map(({ edition }) => edition.name));
  const unknown = Object.keys(publication.podcasts).filter((name) => !sections.has(name));
  return [
    ...unknown.map((section) => finding("podcast/no-section", { file: PUBLICATION_FILE }, { section })),
    ...shows.flatMap(lacks),
    ...shows.flatMap((show) => coverLacks(show, pictures.get(show.podcast.image))),
    ...shows.flatMap(unplayed),
  ];
}

function lacks({ edition, podcast }: Show): Finding[] {
  const place = { file: PUBLICATION_FILE };
  const section = edition.name;
  return [
    ...(podcast.owner === undefined ? [finding("podcast/no-owner", place, { section })] : []),
    ...(edition.entries.some(plays) ? [] : [finding("podcast/no-episode", place, { section })]),
  ];
}

/** What Apple Podcasts takes for a cover, in pixels. */
const LEAST = 1400;
const MOST = 3000;
const COVER = /^image\/(?:jpeg|png)$/;

function coverLacks({ edition }: Show, cover: MediaFile | undefined): readonly Finding[] {
  if (cover === undefined) return [];
  const { type, width, height } = cover;
  const isSquare = width === height && (width ?? 0) >= LEAST && (width ?? 0) <= MOST;
  if (isSquare && COVER.test(type)) return [];
  const size = width === undefined || height === undefined ? {} : { width, height };
  return [finding("podcast/cover", { file: PUBLICATION_FILE }, { section: edition.name, type, ...size })];
}

/** What Apple Podcasts plays: M4A, MP3, MOV, MP4 and M4V. */
const PLAYED = /^(?:audio\/(?:mpeg|mp4|x-m4a|aac)|video\/(?:mp4|x-m4v|quicktime))$/;

/** Episodes that it does not. What isn't known of one is let pass. */
function unplayed({ edition }: Show): readonly Finding[] {
  return edition.entries.filter(plays).flatMap(({ file, audio, video }) => {
    const type = typeOf(audio) ?? typeOf(video);
    return type === undefined || PLAYED.test(type)
      ? []
      : [finding("podcast/type", { file }, { section: edition.name, type })];
  });
}

function typeOf(media: unknown): string | undefined {
  return (media as StatedMedia | undefined)?.type;
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
