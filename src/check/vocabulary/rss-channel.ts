import type { Child, Element, ElementSpec, Scene } from "../element.ts";
import { attributeOf, childOf, has, optional, required } from "../element.ts";
import { plainText } from "../html/plain.ts";
import type { Position } from "../reporter.ts";
import { rssRules } from "../rules/rss.ts";
import { structureRules } from "../rules/structure.ts";
import { textRules } from "../rules/text.ts";
import { uriRules } from "../rules/uri.ts";
import { mailDate } from "../values/dates.ts";
import { namedContact } from "../values/mail.ts";
import { fieldName, language, positive, present, yesOrNo } from "../values/plain.ts";
import { absoluteUri } from "../values/uri.ts";
import type { Value } from "../values/value.ts";
import { all, oneOf } from "../values/value.ts";
import { CHANNEL_EXTENSIONS } from "./channel-extensions.ts";
import { doubledTold } from "./doubled.ts";
import { EVERYWHERE } from "./everywhere.ts";
import { itunesChannelTold } from "./itunes.ts";
import { each, leaf, many, OPEN, once } from "./open.ts";
import { ITEM } from "./rss-item.ts";

function size(most: number, rule: typeof rssRules.imageWidth | typeof rssRules.imageHeight): Value {
  return (value, tell) => {
    if (!/^\+?\d+$/.test(value) || Number(value) < 1 || Number(value) > most) tell(rule, { value });
  };
}

const imageUrl: Value = (value, tell, setting) => {
  absoluteUri(value, tell, setting);
  const ending = /\.(\w+)$/.exec(value)?.[1]?.toLowerCase();
  if (
    ending !== undefined &&
    !["jpg", "jpeg", "gif", "png"].includes(ending) &&
    /\/[^/]*$/.test(value.replace(/^\w+:\/\/[^/]*$/, ""))
  )
    tell(rssRules.imageFormat, { value });
};

/** The image's title and link are those of the channel, as far as the channel has said them by then. */
function imageTold(element: Element, scene: Scene): void {
  for (const [name, rule] of [
    ["title", rssRules.imageTitle],
    ["link", rssRules.imageLink],
  ] as const) {
    const [own, channels] = [childOf(element, name), element.parent && childOf(element.parent, name)];
    const value = own?.text.trim() ?? "";
    const wanted = channels?.text.trim() ?? "";
    if (own && wanted !== "" && value !== wanted) scene.tell(own, rule, { value });
  }
}

export const IMAGE: ElementSpec = {
  children: {
    ...EVERYWHERE,
    title: once(leaf(all(present, plainText))),
    link: once(leaf(absoluteUri)),
    url: once(leaf(imageUrl)),
    width: once(leaf(size(144, rssRules.imageWidth))),
    height: once(leaf(size(400, rssRules.imageHeight))),
    description: once(leaf(plainText)),
    ...each("dc:creator dc:subject dc:date cc:license", many(OPEN)),
  },
  needs: { title: structureRules.missing, url: structureRules.missing, link: structureRules.missing },
  onClose: imageTold,
};

const TEXT_INPUT: ElementSpec = {
  children: {
    ...EVERYWHERE,
    title: once(leaf(plainText)),
    description: once(leaf()),
    name: once(leaf(fieldName)),
    link: once(leaf(absoluteUri)),
    ...each("dc:creator dc:subject dc:date", many(OPEN)),
  },
  needs: {
    title: structureRules.missing,
    description: structureRules.missing,
    name: structureRules.missing,
    link: structureRules.missing,
  },
};

const hour: Value = (value, tell) => {
  if (value === "24") tell(rssRules.midnight, { value });
  else if (!/^[+-]?\d+$/.test(value) || Number(value) < 0 || Number(value) > 23) tell(rssRules.hour, { value });
};

/** Hours or days: each once, and not more than there are. */
function skipped(unit: string, value: Value, most: number): ElementSpec {
  return {
    children: { [unit]: many(leaf(value)) },
    needs: { [unit]: structureRules.missing },
    onClose: (element, scene) => {
      if (element.children.length > most)
        scene.tell(element, rssRules.tooManyHours, {}, element.children.at(-1)?.tag.at);
      const seen = new Set<string>();
      for (const child of element.children.filter(({ name }) => name === unit)) {
        const said = child.text.trim();
        const canonical = unit === "hour" ? String(Number(said) % 24) : said;
        if (seen.has(canonical)) scene.tell(child, rssRules.hourRepeated, { value: said });
        seen.add(canonical);
      }
    },
  };
}

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const CLOUD: ElementSpec = {
  attributes: {
    domain: required(),
    port: required(positive),
    path: required(),
    registerProcedure: required(),
    protocol: required(),
  },
};

const CORE: Readonly<Record<string, Child>> = {
  title: once(leaf(all(present, plainText))),
  link: once(leaf(absoluteUri)),
  description: once(leaf(plainText)),
  language: once(leaf(language)),
  copyright: once(leaf(plainText)),
  managingEditor: once(leaf(namedContact)),
  webMaster: once(leaf(namedContact)),
  pubDate: once(leaf(mailDate)),
  lastBuildDate: once(leaf(mailDate)),
  category: many(leaf(plainText, { domain: optional() })),
  generator: once(leaf()),
  docs: once(leaf(absoluteUri)),
  cloud: once(CLOUD),
  ttl: once(leaf(all(present, positive))),
  image: once(IMAGE),
  rating: many(leaf()),
  textInput: once(TEXT_INPUT),
  skipHours: once(skipped("hour", hour, 24)),
  skipDays: once(skipped("day", oneOf(DAYS, textRules.choice), 7)),
  blink: once({ ...leaf(), onClose: (element, scene) => scene.tell(element, rssRules.blink) }),
};

const OWN: ReadonlySet<string> = new Set(Object.keys(CORE));

export const CHANNEL: ElementSpec = {
  attributes: { "indexing:index": optional(yesOrNo) },
  children: { ...CHANNEL_EXTENSIONS, ...CORE, item: many(ITEM) },
  needs: {
    title: rssRules.channelTitle,
    link: rssRules.channelLink,
    description: rssRules.channelDescription,
  },
  onClose: channelTold,
};

function channelTold(element: Element, scene: Scene, end: Position): void {
  const self = element.children.find((child) => child.name === "atom:link" && attributeOf(child, "rel") === "self");
  if (self === undefined && scene.setting().version === "2.0") scene.tell(element, rssRules.noSelf, {}, end);
  const link = childOf(element, "link");
  if (link && self && attributeOf(self, "href") === link.text.trim()) scene.tell(link, uriRules.namespaceSelf);
  const input = childOf(element, "textInput");
  if (input) scene.tell(input, rssRules.textInput);
  const first = scene.notes.get("first item");
  if (first !== undefined) orderTold(element, Number(first), scene);
  if (scene.notes.has("slash:comments") && !has(element, "lastBuildDate"))
    scene.tell(element, rssRules.slashDate, {}, end);
  doubledTold(element, scene);
  itunesChannelTold(element, scene, end);
}

/** Tells of the first of the channel's own elements that comes after an item. */
function orderTold(element: Element, firstItem: number, scene: Scene): void {
  const late = element.children.slice(firstItem).find(({ name }) => OWN.has(name));
  if (late) scene.tell(late, rssRules.misplacedItem);
}
