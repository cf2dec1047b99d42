import type { Element, Scene } from "../element.ts";
import { childOf, has } from "../element.ts";
import { rssRules } from "../rules/rss.ts";

/** Elements of RSS and of extensions that say the same. */
const IN_CHANNEL: readonly (readonly [string, string])[] = [
  ["managingEditor", "dc:creator"],
  ["webMaster", "dc:publisher"],
  ["language", "dc:language"],
  ["copyright", "dc:rights"],
  ["category", "dc:subject"],
  ["pubDate", "dc:date"],
  ["lastBuildDate", "dcterms:modified"],
  ["generator", "admin:generatorAgent"],
  ["creativeCommons:license", "cc:license"],
];
const IN_ITEM: readonly (readonly [string, string])[] = [
  ["author", "dc:creator"],
  ["category", "dc:subject"],
  ["pubDate", "dc:date"],
  ["pubDate", "atom:published"],
  ["guid", "atom:id"],
  ["source", "dc:source"],
  ["creativeCommons:license", "cc:license"],
];

/** Tells of what an element says twice. */
export function doubledTold(element: Element, scene: Scene): void {
  for (const [core, extension] of element.name === "channel" ? IN_CHANNEL : IN_ITEM) {
    if (!has(element, core) || !has(element, extension)) continue;
    const [first, second] = [childOf(element, core), childOf(element, extension)];
    const later = [first, second].sort((a, b) => (a?.tag.at.line ?? 0) - (b?.tag.at.line ?? 0))[1];
    scene.tell(element, rssRules.doubleMeaning, { parent: element.name, core, extension }, later?.tag.at);
  }
}
