import type { Child, Element, ElementSpec, Scene } from "../element.ts";
import { attributeOf, childOf, has, optional } from "../element.ts";
import type { Position } from "../reporter.ts";
import { atomRules } from "../rules/atom.ts";
import { dateRules } from "../rules/dates.ts";
import { instant, isInstant } from "../values/dates.ts";
import { present, yesOrNo } from "../values/plain.ts";
import { anyUri, identifier } from "../values/uri.ts";
import { all } from "../values/value.ts";
import { LINK, relOf } from "./atom-link.ts";
import { CATEGORY, GENERATOR, PERSON, tight } from "./atom-parts.ts";
import { CONTENT, TEXT } from "./atom-text.ts";
import { CHANNEL_EXTENSIONS } from "./channel-extensions.ts";
import { historyTold } from "./history.ts";
import { ITEM_EXTENSIONS } from "./item-extensions.ts";
import { itunesChannelTold } from "./itunes.ts";
import { DELETED_ENTRY } from "./newer.ts";
import { leaf, many, OPEN, once } from "./open.ts";

/** What feeds, entries and sources share. */
const SHARED: Readonly<Record<string, Child>> = {
  author: many(PERSON),
  contributor: many(PERSON),
  category: many(CATEGORY),
  id: once(tight(identifier)),
  link: many(LINK),
  rights: once(TEXT),
  title: once(TEXT),
  updated: once(tight(instant)),
};

const METADATA: Readonly<Record<string, Child>> = {
  ...SHARED,
  generator: once(GENERATOR),
  icon: once(tight(all(present, anyUri))),
  logo: once(tight(all(present, anyUri))),
  subtitle: once(TEXT),
};

const SOURCE: ElementSpec = {
  attributes: { "indexing:index": optional(yesOrNo) },
  children: { ...CHANNEL_EXTENSIONS, ...METADATA },
  onClose: (element, scene, end) => {
    for (const name of ["title", "id", "updated"])
      if (!has(element, name)) scene.tell(element, atomRules.sourceMissing, { element: name }, end);
    alternatesTold(element, scene);
    historyTold(element, scene);
  },
};

export const ENTRY: ElementSpec = {
  isStreamed: true,
  attributes: { "rdf:parseType": optional() },
  children: {
    ...ITEM_EXTENSIONS,
    ...SHARED,
    content: once(CONTENT),
    published: once(tight(instant)),
    source: once(SOURCE),
    summary: once(TEXT),
    "app:edited": once(tight(instant)),
    "app:control": once({ children: { "app:draft": once(leaf(yesOrNo)) } }),
  },
  onOpen: (element, scene) => {
    if (!scene.notes.has("first entry"))
      scene.notes.set("first entry", String((element.parent?.children.length ?? 1) - 1));
  },
  onClose: entryTold,
};

function entryTold(element: Element, scene: Scene, end: Position): void {
  for (const name of ["title", "id", "updated"])
    if (!has(element, name)) scene.tell(element, atomRules.entryMissing, { element: name }, end);
  const source = childOf(element, "source");
  if (![element, element.parent, source].some((holder) => has(holder, "author")))
    scene.tell(element, atomRules.noAuthor, {}, end);
  bodyTold(element, scene, end);
  alternatesTold(element, scene);
  newnessTold(element, scene);
}

function bodyTold(element: Element, scene: Scene, end: Position): void {
  const content = childOf(element, "content");
  if (content === undefined) {
    if (!has(element, "summary")) scene.tell(element, atomRules.noText, {}, end);
    const links = element.children.filter(({ name }) => name === "link");
    if (!links.some((link) => relOf(link) === "alternate")) scene.tell(element, atomRules.noContent, {}, end);
    return;
  }
  const type = attributeOf(content, "type") ?? "";
  const isBinary = type.includes("/") && !/[+/]xml$/i.test(type) && !type.startsWith("text/");
  if (!has(element, "summary") && (isBinary || attributeOf(content, "src") !== undefined))
    scene.tell(element, atomRules.noSummary, {}, end);
}

/** Ids and dates that another entry has too. */
function newnessTold(element: Element, scene: Scene): void {
  const [id, updated, published] = ["id", "updated", "published"].map((name) => childOf(element, name));
  const idValue = id?.text.trim() ?? "";
  if (id && idValue !== "" && !scene.isNew("atom:id", idValue)) {
    scene.tell(id, atomRules.idRepeated, { value: idValue });
    scene.notes.set("repeated ids", String(Number(scene.notes.get("repeated ids") ?? "0") + 1));
  }
  const changed = updated?.text.trim() ?? "";
  if (updated && changed !== "" && !scene.isNew("atom:updated", changed))
    scene.tell(updated, atomRules.updatedRepeated, { value: changed });
  const first = published?.text.trim() ?? "";
  if (updated && changed !== first && isInstant(changed) && isInstant(first) && Date.parse(changed) < Date.parse(first))
    scene.tell(updated, dateRules.order, { updated: changed, published: first });
}

/** One alternate link of each type and language at most (RFC 4287, 4.1.1 and 4.1.2). */
function alternatesTold(element: Element, scene: Scene): void {
  const seen = new Set<string>();
  for (const link of element.children) {
    if (link.name !== "link" || relOf(link) !== "alternate") continue;
    const key = `${attributeOf(link, "type") ?? ""} ${attributeOf(link, "hreflang") ?? ""}`;
    if (seen.has(key)) scene.tell(link, atomRules.alternateRepeated);
    seen.add(key);
  }
}

export const FEED: ElementSpec = {
  attributes: { "indexing:index": optional(yesOrNo) },
  children: {
    ...CHANNEL_EXTENSIONS,
    ...METADATA,
    ...DELETED_ENTRY,
    entry: many(ENTRY),
    "app:collection": once(OPEN),
    "access:restriction": many(OPEN),
  },
  onClose: feedTold,
};

const OWN: ReadonlySet<string> = new Set(Object.keys(METADATA));

function feedTold(element: Element, scene: Scene, end: Position): void {
  for (const name of ["title", "id", "updated"])
    if (!has(element, name)) scene.tell(element, atomRules.feedMissing, { element: name });
  const links = element.children.filter(({ name }) => name === "link");
  if (!links.some((link) => relOf(link) === "self")) scene.tell(element, atomRules.noSelf);
  const first = scene.notes.get("first entry");
  for (const late of first === undefined ? [] : element.children.slice(Number(first)))
    if (OWN.has(late.name)) scene.tell(late, atomRules.order);
  const entries = element.counts.get("entry") ?? 0;
  if (entries > 9 && Number(scene.notes.get("repeated ids") ?? "0") === entries - 1)
    scene.tell(element, atomRules.idsAllSame, { count: entries });
  alternatesTold(element, scene);
  historyTold(element, scene);
  itunesChannelTold(element, scene, end);
}
