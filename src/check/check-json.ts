import type { Circumstances } from "./circumstances.ts";
import { htmlContent } from "./html/content.ts";
import { plainText } from "./html/plain.ts";
import type { JsonMember, JsonNode } from "./json/read-json.ts";
import { readJson } from "./json/read-json.ts";
import type { ObjectShape, Shape } from "./json/shape.ts";
import { FEED, memberOf, textOfMember } from "./json/shape.ts";
import type { Position, Report, Reporter } from "./reporter.ts";
import { atomRules } from "./rules/atom.ts";
import { dateRules } from "./rules/dates.ts";
import { encodingRules } from "./rules/encoding.ts";
import { jsonFeedRules } from "./rules/json-feed.ts";
import { isInstant } from "./values/dates.ts";
import { isLanguage, isMediaType } from "./values/plain.ts";
import { isAbsolute } from "./values/uri.ts";
import type { Setting, Value } from "./values/value.ts";
import { isMild } from "./values/value.ts";

const VERSIONS = /^https:\/\/jsonfeed\.org\/version\/1(?:\.1)?$/;

interface Scene {
  readonly report: Report;
  readonly errorsOnly: boolean;
  readonly setting: Setting;
}

/** Checks a JSON Feed. */
export function checkJson(
  document: Uint8Array | readonly string[],
  circumstances: Circumstances,
  { report }: Reporter,
): void {
  const { now, addresses, errorsOnly } = circumstances;
  const pieces = document instanceof Uint8Array ? [textOf(document, report)] : withoutMark(document);
  const root = readJson(pieces, isExtension);
  if ("detail" in root) {
    report(jsonFeedRules.notJson, { detail: root.detail }, root.at);
    return;
  }
  const scene: Scene = { report, errorsOnly, setting: { now, format: "unknown", version: "", hexadecimal: false } };
  objectTold(root, FEED, scene);
  versionTold(root, report);
  itemsTold(root, scene);
  addressesTold(root, addresses, report);
}

/** What members of others' making are named (JSON Feed 1.1, extensions): what they hold is no business of ours. */
function isExtension(name: string): boolean {
  return name.startsWith("_");
}

/** A text in pieces, without the byte order mark that it may begin with. */
function* withoutMark(pieces: Iterable<string>): Generator<string> {
  let isBegun = false;
  for (const piece of pieces) {
    yield isBegun ? piece : piece.replace(/^\uFEFF/, "");
    isBegun ||= piece !== "";
  }
}

function textOf(bytes: Uint8Array, report: Report): string {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.indexOf("\uFFFD");
  if (broken >= 0 && !isUtf8(bytes))
    report(encodingRules.bytes, {}, { line: text.slice(0, broken).split("\n").length, column: 1 });
  return text;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function versionTold(root: JsonNode, report: Report): void {
  const version = textOfMember(root, "version") ?? "";
  const at = memberOf(root, "version")?.node.at ?? root.at;
  if (!VERSIONS.test(version)) report(jsonFeedRules.version, {}, at);
  else if (version.endsWith("/1")) report(jsonFeedRules.oldVersion, {}, at);
  else authorTold(root, report);
}

function authorTold(node: JsonNode, report: Report): void {
  const author = memberOf(node, "author");
  if (author !== undefined && memberOf(node, "authors") === undefined) report(jsonFeedRules.authorAlone, {}, author.at);
}

function addressesTold(root: JsonNode, addresses: readonly string[], report: Report): void {
  for (const name of ["home_page_url", "feed_url"])
    if (memberOf(root, name) === undefined) report(jsonFeedRules.noAddress, { name }, root.at);
  const self = memberOf(root, "feed_url");
  const href = textOfMember(root, "feed_url");
  const next = memberOf(root, "next_url");
  if (next !== undefined && href !== undefined && textOfMember(root, "next_url") === href)
    report(jsonFeedRules.nextSame, {}, next.at);
  const [found] = addresses;
  if (self !== undefined && href !== undefined && found !== undefined && !addresses.includes(href))
    report(atomRules.selfElsewhere, { href, found }, self.at);
}

function itemsTold(root: JsonNode, scene: Scene): void {
  const items = memberOf(root, "items")?.node;
  const seen = new Set<string>();
  for (const item of items?.kind === "array" ? items.items : [])
    if (item.kind === "object") itemTold(item, seen, scene);
}

function itemTold(item: JsonNode, seen: Set<string>, { report, errorsOnly }: Scene): void {
  const id = memberOf(item, "id");
  const value = id?.node.kind === "string" || id?.node.kind === "number" ? String(id.node.value) : "";
  if (id !== undefined && value !== "" && seen.has(value)) report(jsonFeedRules.idRepeated, { value }, id.at);
  seen.add(value);
  const [html, text] = ["content_html", "content_text"].map((name) => memberOf(item, name));
  if (html === undefined && text === undefined) report(jsonFeedRules.content, {}, item.at);
  if (html !== undefined && text !== undefined) report(jsonFeedRules.bothContents, {}, html.at);
  if (errorsOnly) return;
  const [published, modified] = [textOfMember(item, "date_published"), textOfMember(item, "date_modified")];
  if (isOlder(modified, published))
    report(
      dateRules.order,
      { updated: modified ?? "", published: published ?? "" },
      memberOf(item, "date_modified")?.at ?? item.at,
    );
}

function isOlder(modified = "", published = ""): boolean {
  return isInstant(modified) && isInstant(published) && Date.parse(modified) < Date.parse(published);
}

function objectTold(node: JsonNode, shape: ObjectShape, scene: Scene): void {
  const { report } = scene;
  if (node.kind !== "object") {
    report(jsonFeedRules.type, { name: shape.name, wanted: "an object" }, node.at);
    return;
  }
  for (const name of shape.needs ?? [])
    if (memberOf(node, name) === undefined) report(jsonFeedRules.missing, { where: shape.name, name }, node.at);
  const names = membersTold(node.members, shape, scene);
  const isPerson = shape.name === "an author";
  if (isPerson && !["name", "url", "avatar"].some((name) => names.has(name))) report(jsonFeedRules.author, {}, node.at);
}

function membersTold(members: readonly JsonMember[], shape: ObjectShape, scene: Scene): ReadonlySet<string> {
  const { report } = scene;
  const names = new Set<string>();
  for (const { name, node: value, at } of members) {
    if (names.has(name)) report(jsonFeedRules.repeatedName, { name }, at);
    names.add(name);
    const wanted = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
    if (wanted !== undefined) shapeTold(name, value, wanted, scene);
    else if (!isExtension(name)) report(jsonFeedRules.unknownName, { where: shape.name, name }, at);
  }
  return names;
}

const WORDS: Readonly<Record<string, string>> = { number: "a number", boolean: "true or false" };

function shapeTold(name: string, node: JsonNode, shape: Shape, scene: Scene): void {
  if (typeof shape === "string") plainTold(name, node, shape, scene);
  else if (!("list" in shape)) objectTold(node, shape, scene);
  else if (node.kind !== "array") scene.report(jsonFeedRules.type, { name, wanted: "an array" }, node.at);
  else for (const item of node.items) shapeTold(name, item, shape.list, scene);
}

function plainTold(name: string, node: JsonNode, shape: string, scene: Scene): void {
  const wanted = WORDS[shape] === undefined ? "string" : shape;
  if (node.kind === "string" && wanted === "string") {
    if (!(scene.errorsOnly && isMildForm(shape))) stringTold(name, node.value, shape, node.at, scene);
  } else if (name === "id" && node.kind === "number") scene.report(jsonFeedRules.idNumber, {}, node.at);
  else if (node.kind !== wanted)
    scene.report(jsonFeedRules.type, { name, wanted: WORDS[shape] ?? "a string" }, node.at);
}

/** What strings have to be, and the rule that says so. */
const FORMS: Readonly<Record<string, readonly [(value: string) => boolean, (typeof jsonFeedRules)["url"]]>> = {
  url: [isAbsolute, jsonFeedRules.url],
  date: [isInstant, jsonFeedRules.date],
  language: [isLanguage, jsonFeedRules.language],
  mediaType: [isMediaType, jsonFeedRules.mediaType],
};
const CONTENTS: Readonly<Record<string, Value>> = { html: htmlContent, plain: plainText };

/** Whether no string of this form makes an error. */
function isMildForm(shape: string): boolean {
  const content = CONTENTS[shape];
  return FORMS[shape] === undefined && (content === undefined || isMild(content));
}

function stringTold(name: string, value: string, shape: string, at: Position, { report, setting }: Scene): void {
  const [isRight, rule] = FORMS[shape] ?? [];
  if (isRight !== undefined && rule !== undefined && !isRight(value)) report(rule, { name, value }, at);
  CONTENTS[shape]?.(value, (broken, facts) => report(broken, { what: `“${name}”`, value, ...facts }, at), setting);
}
