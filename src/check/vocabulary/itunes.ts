import type { Child, Element, ElementSpec, Scene } from "../element.ts";
import { attributeOf, childOf, has, required } from "../element.ts";
import { plainText } from "../html/plain.ts";
import type { Position } from "../reporter.ts";
import { mediaRules } from "../rules/media.ts";
import { structureRules } from "../rules/structure.ts";
import { mailDate } from "../values/dates.ts";
import { mailContact } from "../values/mail.ts";
import { atMost, choice, duration, positive, trueOrFalse } from "../values/plain.ts";
import { absoluteUri, webUrl } from "../values/uri.ts";
import type { Value } from "../values/value.ts";
import { all } from "../values/value.ts";
import { CATEGORIES, FORMER_CATEGORIES } from "./itunes-categories.ts";
import { leaf, many, OPEN, once } from "./open.ts";

const LONGEST = 255;
const LONGEST_SUMMARY = 4000;

const keywords: Value = (value, tell) => {
  if (value.includes(" ") && !value.includes(",")) tell(mediaRules.keywords, { value });
};
const yesNoOrClean: Value = (value, tell, setting) => choice("yes", "no", "clean")(value.toLowerCase(), tell, setting);

function categoryTold(element: Element, scene: Scene): void {
  const value = attributeOf(element, "text");
  if (value === undefined) return;
  const above = element.parent?.name === "itunes:category" ? (attributeOf(element.parent, "text") ?? "") : undefined;
  const [present, former] = [CATEGORIES, FORMER_CATEGORIES].map((list) =>
    above === undefined ? list.has(value) : list.get(above)?.has(value) === true,
  );
  if (!present) scene.tell(element, former ? mediaRules.categoryOld : mediaRules.category, { value });
}

const PART: ElementSpec = { attributes: { text: required() }, onOpen: categoryTold };
const CATEGORY: ElementSpec = { ...PART, children: { "itunes:category": many(PART) } };

const OWNER: ElementSpec = {
  children: { "itunes:email": once(leaf(mailContact)), "itunes:name": once(leaf(all(atMost(LONGEST), plainText))) },
  needs: { "itunes:email": structureRules.missing },
};

const SHARED: Readonly<Record<string, Child>> = {
  "itunes:author": once(leaf(all(atMost(LONGEST), plainText))),
  "itunes:block": once({ ...leaf(yesNoOrClean), isExact: true }),
  "itunes:explicit": once({ ...leaf(trueOrFalse), isExact: true }),
  "itunes:keywords": once(leaf(all(atMost(LONGEST), plainText, keywords))),
  "itunes:subtitle": once(leaf(all(atMost(LONGEST), plainText))),
  "itunes:summary": once(leaf(all(atMost(LONGEST_SUMMARY), plainText))),
  "itunes:image": once({ attributes: { href: required(webUrl) } }),
  "itunes:title": once(leaf()),
};

/** Apple's elements of a channel. */
export const ITUNES_CHANNEL: Readonly<Record<string, Child>> = {
  ...SHARED,
  "itunes:owner": once(OWNER),
  "itunes:category": many(CATEGORY),
  "itunes:pubDate": once(leaf(mailDate)),
  "itunes:new-feed-url": once(leaf(absoluteUri)),
  "itunes:type": once(leaf(choice("episodic", "serial"))),
  "itunes:complete": once(OPEN),
  "itunes:applepodcastsverify": once(OPEN),
};

/** Apple's elements of an item. */
export const ITUNES_ITEM: Readonly<Record<string, Child>> = {
  ...SHARED,
  "itunes:duration": once(leaf(duration)),
  "itunes:episode": once(leaf(positive)),
  "itunes:season": once(leaf(positive)),
  "itunes:episodeType": once(leaf(choice("full", "trailer", "bonus"))),
  "itunes:order": once(OPEN),
  "itunes:isClosedCaptioned": once(OPEN),
};

const PLAYED = new Set(["m4a", "mp3", "mov", "mp4", "m4v", "pdf", "epub"]);

function isPodcast(element: Element): boolean {
  return [...element.counts.keys()].some((name) => name.startsWith("itunes:"));
}

/** What Apple's directory asks of an episode. */
export function itunesItemTold(element: Element, scene: Scene): void {
  if (!isPodcast(element)) return;
  scene.notes.set("itunes", "");
  const enclosure = childOf(element, "enclosure");
  const url = (enclosure && attributeOf(enclosure, "url")) ?? "";
  const ending =
    url
      .replace(/[?#].*$/, "")
      .split(".")
      .at(-1)
      ?.toLowerCase() ?? "";
  if (enclosure && url !== "" && !PLAYED.has(ending)) scene.tell(enclosure, mediaRules.format, { value: url });
}

/** What Apple's directory asks of a channel, if it is one of a podcast. */
export function itunesChannelTold(element: Element, scene: Scene, end: Position): void {
  if (!isPodcast(element) && !scene.notes.has("itunes")) return;
  const missing = ["itunes:category", "itunes:explicit", "itunes:owner"].filter((name) => !has(element, name));
  if (
    !has(element, "language") &&
    attributeOf(element.parent ?? element, "xml:lang") === undefined &&
    attributeOf(element, "xml:lang") === undefined
  )
    missing.unshift("language");
  for (const name of missing) scene.tell(element, mediaRules.recommended, { element: name }, end);
}
