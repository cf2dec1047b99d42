import type { CheckFinding } from "../check-finding.ts";
import { reporterFor } from "../reporter.ts";
import { crossRules } from "../rules/cross.ts";
import { positionIn } from "../xml/lines.ts";
import type { Places } from "./places.ts";

const LINK = /<link\b[^>]*>/gi;
const FEED_TYPE = /\btype\s*=\s*["']?application\/(?:(?:rss|atom)\+xml|feed\+json)/i;

/** The feeds that a page offers: they are there. */
export function pagesTold(file: string, path: string, bytes: Uint8Array, places: Places): CheckFinding[] {
  if (places.base === undefined) return [];
  const html = new TextDecoder("utf-8").decode(bytes);
  const reporter = reporterFor(file);
  for (const { 0: tag, index } of html.matchAll(LINK)) {
    const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag);
    const value = (href?.[1] ?? href?.[2] ?? href?.[3] ?? "").replaceAll("&amp;", "&");
    const isOffer = FEED_TYPE.test(tag) && /\brel\s*=\s*["']?[^"'>]*\balternate\b/i.test(tag);
    if (!isOffer || !URL.canParse(value, `${places.base}${path}`)) continue;
    const address = new URL(value, `${places.base}${path}`).href;
    if (places.isOurs(address) && places.at(address) === undefined)
      reporter.report(crossRules.discovery, { href: address }, positionIn(html, index, { line: 1, column: 1 }));
  }
  return reporter.findings();
}
