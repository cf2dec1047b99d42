import type { DigestLink } from "../digest/feed-facts.ts";
import { crossRules } from "../rules/cross.ts";
import type { Member } from "./member.ts";
import type { Places } from "./places.ts";

/** Relations that lead to another document of the same site. */
const TO_DOCUMENTS = new Set(["prev-archive", "next-archive", "current", "first", "last", "next", "previous", "feed"]);

/** Links between documents: they lead somewhere, and archives name each other. */
export function archivesTold(members: readonly Member[], places: Places): void {
  for (const member of members) {
    const links = [...member.digest.links, ...member.digest.listed].filter(({ rel }) => TO_DOCUMENTS.has(rel));
    for (const link of links) linkTold(member, link, places);
  }
}

function linkTold({ reporter, path }: Member, { rel, href, at }: DigestLink, places: Places): void {
  if (!places.isOurs(href)) return;
  const other = places.at(href);
  if (other === undefined) {
    reporter.report(crossRules.broken, { rel, href }, at);
    return;
  }
  const next =
    rel === "prev-archive" ? other.digest.links.find((link) => link.rel === "next-archive")?.href : undefined;
  const follower = next === undefined ? undefined : places.at(next);
  // The newest archive is followed by none, or by the feed itself.
  if (next !== undefined && follower?.path !== path) reporter.report(crossRules.chain, { other: other.path, next }, at);
}
