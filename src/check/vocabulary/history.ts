import type { Element, Scene } from "../element.ts";
import { attributeOf, has } from "../element.ts";
import { historyRules } from "../rules/history.ts";
import { HISTORY, relOf } from "./atom-link.ts";

/** Pages and archives (RFC 5005): what a feed says of itself, and which links it may have then. */
export function historyTold(element: Element, scene: Scene): void {
  const links = element.children.filter(({ name }) => name === "link" || name === "atom:link");
  const rels = new Set(links.map(relOf));
  const own = new Set([...scene.addresses, ...links.filter((link) => relOf(link) === "self").map(hrefOf)]);
  if (has(element, "fh:complete")) completeTold(links, own, scene);
  endsTold(links, own, scene);
  if (!has(element, "fh:archive") || has(element, "fh:complete")) return;
  if (!rels.has("prev-archive") && !rels.has("next-archive")) scene.tell(element, historyRules.archiveAlone);
  if (!rels.has("current")) scene.tell(element, historyRules.archiveNoCurrent);
}

function hrefOf(link: Element): string {
  return attributeOf(link, "href") ?? "";
}

function completeTold(links: readonly Element[], own: ReadonlySet<string>, scene: Scene): void {
  for (const link of links) {
    const rel = relOf(link);
    if (!HISTORY.has(rel)) continue;
    if (rel !== "current") scene.tell(link, historyRules.linkInComplete, { rel });
    else if (!own.has(hrefOf(link))) scene.tell(link, historyRules.currentNotSelf, { href: hrefOf(link) });
  }
}

function endsTold(links: readonly Element[], own: ReadonlySet<string>, scene: Scene): void {
  for (const [end, beyond] of [
    ["first", "previous"],
    ["last", "next"],
  ] as const) {
    const isEnd = links.some((link) => relOf(link) === end && own.has(hrefOf(link)));
    const past = links.find((link) => relOf(link) === beyond);
    if (isEnd && past !== undefined) scene.tell(past, historyRules.pastEnd, { end, rel: beyond });
  }
}
