import type { CheckFinding } from "./check-finding.ts";
import { byPlace } from "./check-finding.ts";
import { archivesTold } from "./cross/archives.ts";
import { identitiesTold, selvesTold } from "./cross/identity.ts";
import type { Member } from "./cross/member.ts";
import { pagesTold } from "./cross/pages.ts";
import { placesOf } from "./cross/places.ts";
import { twinsTold } from "./cross/twins.ts";
import { digestOf } from "./digest/digest.ts";
import { reporterFor } from "./reporter.ts";

/** A document, by the name that findings call it. */
export interface CheckedDocument {
  readonly file: string;
  /** Its path within the folder that is checked, with slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Whether bytes are a feed, a list of feeds or a sitemap: folders hold other XML and JSON too. */
export function isFeedFile(bytes: Uint8Array): boolean {
  const start = new TextDecoder("utf-8").decode(bytes.subarray(0, 4000));
  return /<(?:\w+:)?(?:rss|feed|RDF|opml|urlset|sitemapindex)[\s>]|jsonfeed\.org\/version\//.test(start);
}

/** Checks documents of one folder against each other. Pages are looked at for the feeds they offer only. */
export function crossCheck(documents: readonly CheckedDocument[], pages: readonly CheckedDocument[]): CheckFinding[] {
  const members = documents.flatMap(({ file, path, bytes }): Member[] => {
    const digest = digestOf(bytes);
    return digest === undefined ? [] : [{ file, path, digest, reporter: reporterFor(file) }];
  });
  const places = placesOf(members);
  twinsTold(members);
  selvesTold(members, places);
  identitiesTold(members);
  archivesTold(members, places);
  const ofPages = pages.flatMap(({ file, path, bytes }) => pagesTold(file, path, bytes, places));
  return byPlace([...members.flatMap(({ reporter }) => reporter.findings()), ...ofPages]);
}
