import type { Child, Element, ElementSpec, Scene } from "./element.ts";
import { referenceOf } from "./names.ts";
import { attributesOf, elementName, prefixIn } from "./naming.ts";
import { prefixesTold } from "./prefixes.ts";
import type { Position, Report } from "./reporter.ts";
import type { Facts, Rule } from "./rule.ts";
import { structureRules } from "./rules/structure.ts";
import { textTold } from "./stray-text.ts";
import { unlistedSpec } from "./unlisted.ts";
import { language } from "./values/plain.ts";
import { anyIri } from "./values/uri.ts";
import type { Setting, Value } from "./values/value.ts";
import { isMild } from "./values/value.ts";
import type { StartTag, TextRun, XmlAttribute, XmlHandler } from "./xml/handler.ts";
import { positionFrom, positionIn } from "./xml/lines.ts";

/** What the walk through a document begins with. */
export interface Walk {
  readonly report: Report;
  readonly now: number;
  readonly addresses: readonly string[];
  readonly errorsOnly: boolean;
  /** The spec of the document as a whole: its one child is the root. */
  readonly document: ElementSpec;
  readonly knowsEntity: XmlHandler["knowsEntity"];
  readonly doctype: XmlHandler["doctype"];
}

export interface Walker extends XmlHandler {
  readonly scene: Scene;
}

const NOWHERE: StartTag = {
  prefix: "",
  local: "",
  namespace: "",
  attributes: [],
  declared: [],
  at: { line: 1, column: 1 },
};

/** Follows a document through the vocabularies: each element is judged by its spec as it opens, fills and closes. */
export function walkerThrough({ report, now, addresses, errorsOnly, document, knowsEntity, doctype }: Walk): Walker {
  let setting: Setting = { now, format: "unknown", version: "", hexadecimal: false };
  const home = new Set<string>();
  const seen = new Map<string, Set<string>>();
  const notes = new Map<string, string>();
  let current = elementFor(NOWHERE, "", undefined, document);

  const tell = (element: Element, rule: Rule, facts: Facts = {}, at: Position = element.tag.at): void => {
    const named = { element: element.name, parent: element.parent?.name ?? "", ...facts };
    report(
      rule,
      { what: `<${element.name}>`, ...named },
      at,
      rule.id.startsWith("structure/") ? standardOf(String(named.element), setting) : undefined,
    );
  };
  const judge = (element: Element, what: string, value: string, judges: Value, at: Position = element.tag.at): void => {
    if (errorsOnly && isMild(judges)) return;
    const full = element.hexadecimal ? { ...setting, hexadecimal: true } : setting;
    const told = (rule: Rule, facts: Facts = {}, offset?: number): void =>
      tell(element, rule, { what, value, ...facts }, offset === undefined ? at : positionIn(value, offset, at));
    judges(value, told, full);
  };
  const scene: Scene = {
    tell,
    judge,
    setting: () => setting,
    errorsOnly,
    setFormat: (format, version, namespace) => {
      setting = { ...setting, format, version };
      home.add(namespace);
    },
    addresses,
    isNew: (purpose, value) => {
      const values = seen.get(purpose) ?? new Set();
      seen.set(purpose, values);
      const isNew = !values.has(value);
      if (isNew) values.add(copied(value));
      return isNew;
    },
    notes,
  };

  const specFor = (
    child: Child | undefined,
    tag: StartTag,
    name: string,
    attributes: ReadonlyMap<string, XmlAttribute>,
  ): ElementSpec => {
    if (child !== undefined) return typeof child.spec === "function" ? child.spec(attributes) : child.spec;
    return current.spec.unlisted?.(current, tag, name, scene) ?? unlistedSpec(current, tag, name, scene);
  };

  const open = (tag: StartTag): void => {
    // The root has no format yet that could tell what its namespace is called.
    const name = current.parent === undefined ? tag.local : elementName(tag, { home });
    if (tag.declared.length > 0 && current.parent !== undefined) prefixesTold(tag, setting, report);
    const attributes = attributesOf(tag);
    const child = listed(current.spec, name);
    const spec = specFor(child, tag, name, attributes);
    const element = elementFor(tag, name, current, spec, attributes);
    const count = current.counts.get(name) ?? 0;
    if (count > 0 && child?.once !== undefined) tell(element, child.once);
    if (current.counts === NO_COUNTS) {
      current.counts = new Map();
      current.children = [];
    }
    current.counts.set(name, count + 1);
    current.children.push(element);
    current = element;
    attributesTold(element, scene);
    spec.onOpen?.(element, scene);
    // The root decides on the format, and with it on what its prefixes mean.
    if (tag.declared.length > 0 && element.parent?.parent === undefined) prefixesTold(tag, setting, report);
  };

  const text = ({ text: run, at, hexadecimal }: TextRun): void => {
    textTold(current, run, at, scene);
    if (current.spec.value === undefined && current.spec.onText === undefined) return;
    current.spec.onText?.(current, run, at, scene);
    if (current.textAt === undefined) {
      // Space before a value is none of it, unless the value is taken exactly as it stands.
      if (!current.spec.isExact && run.trim() === "") return;
      current.textAt = at;
    }
    current.text += run;
    if (hexadecimal) current.hexadecimal = true;
  };

  const valueTold = (element: Element, value: Value): void => {
    const { spec, text: full, textAt, tag } = element;
    const lead = spec.isExact ? 0 : full.length - full.trimStart().length;
    const start = textAt ?? tag.at;
    const at = lead === 0 || textAt === undefined ? start : positionIn(full, lead, start);
    judge(element, `<${element.name}>`, spec.isExact ? full : full.trim(), value, at);
  };

  const needsTold = (element: Element, needs: NonNullable<ElementSpec["needs"]>, end: Position): void => {
    for (const [name, rule] of Object.entries(needs))
      if (!element.counts.has(name)) tell(element, rule, { parent: element.name, element: name }, end);
  };

  const close = (end: Position): void => {
    const element = current;
    const { spec } = element;
    if (spec.value !== undefined && !(errorsOnly && isMild(spec.value))) valueTold(element, spec.value);
    if (spec.needs !== undefined) needsTold(element, spec.needs, end);
    spec.onClose?.(element, scene, end);
    current = element.parent ?? element;
    if (spec.isStreamed) current.children.pop();
  };

  return { open, text, close, knowsEntity, doctype, scene };
}

/** A string of its own: one that is cut out of a document would keep the document in memory. */
function copied(value: string): string {
  return Buffer.from(value).toString();
}

function listed(spec: ElementSpec, name: string): Child | undefined {
  // Dublin Core may be qualified: dc:date.created is a dc:date.
  const known = name.startsWith("dc:") && name.includes(".") ? name.slice(0, name.indexOf(".")) : name;
  return spec.children !== undefined && Object.hasOwn(spec.children, known) ? spec.children[known] : undefined;
}

/** What leaves have, of which there are very many: replaced with the first child. */
const NO_CHILDREN: Element[] = [];
const NO_COUNTS: Map<string, number> = new Map();

function elementFor(
  tag: StartTag,
  name: string,
  parent: Element | undefined,
  spec: ElementSpec,
  attributes: ReadonlyMap<string, XmlAttribute> = new Map(),
): Element {
  return {
    name,
    tag,
    attributes,
    parent,
    spec,
    children: NO_CHILDREN,
    counts: NO_COUNTS,
    text: "",
    textAt: undefined,
    hexadecimal: false,
  };
}

const FORMATS: Readonly<Record<Setting["format"], string>> = {
  rss: "https://www.rssboard.org/rss-specification",
  rss1: "https://web.resource.org/rss/1.0/spec",
  atom: "https://www.rfc-editor.org/rfc/rfc4287",
  opml: "http://opml.org/spec2.opml",
  sitemap: "https://www.sitemaps.org/protocol.html",
  unknown: "https://www.rssboard.org/rss-specification",
};

/** Where the standard of an element is to be read. */
function standardOf(name: string, setting: Setting): string {
  return referenceOf(prefixIn(name)) ?? FORMATS[setting.format];
}

/** Attributes that every element may have (XML 1.0, 2.10 and 2.12; XML Base; xml:id). */
const EVERYWHERE = new Set(["xml:base", "xml:id", "xml:lang", "xml:space"]);

const REQUIRED = new WeakMap<ElementSpec, readonly string[]>();

/** The attributes that a spec demands: looked for once, not at each element. */
function requiredBy(spec: ElementSpec): readonly string[] {
  const before = REQUIRED.get(spec);
  if (before !== undefined) return before;
  const names = Object.entries(spec.attributes ?? {}).flatMap(([name, { isRequired }]) => (isRequired ? [name] : []));
  REQUIRED.set(spec, names);
  return names;
}

function attributesTold(element: Element, scene: Scene): void {
  const { spec, attributes } = element;
  if (spec.attributes === undefined && attributes.size === 0) return;
  for (const attribute of requiredBy(spec))
    if (!attributes.has(attribute)) scene.tell(element, structureRules.missingAttribute, { attribute });
  for (const [attribute, given] of attributes) attributeTold(element, attribute, given, scene);
}

function attributeTold(element: Element, attribute: string, given: XmlAttribute, scene: Scene): void {
  const { value, namespace } = given;
  const at = positionFrom(element.tag.at, given.within);
  const { attributes = {} } = element.spec;
  // A document may call an attribute "constructor", which every object inherits.
  const wanted = Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;
  const what = `the attribute “${attribute}” of <${element.name}>`;
  if (wanted?.value !== undefined) scene.judge(element, what, value, wanted.value, at);
  else if (wanted === undefined && EVERYWHERE.has(attribute)) commonTold(element, attribute, value, at, scene);
  else if (wanted === undefined && !element.spec.isOpen && !element.spec.takesAnyAttribute)
    unexpectedTold(element, attribute, namespace, at, scene);
}

function commonTold(element: Element, attribute: string, value: string, at: Position, scene: Scene): void {
  const what = `the attribute “${attribute}” of <${element.name}>`;
  if (attribute === "xml:lang" && value !== "") scene.judge(element, what, value, language, at);
  if (attribute === "xml:base") scene.judge(element, what, value, anyIri, at);
}

function unexpectedTold(element: Element, attribute: string, namespace: string, at: Position, scene: Scene): void {
  if (!attribute.startsWith("?:")) scene.tell(element, structureRules.unknownAttribute, { attribute }, at);
  else if (scene.setting().format === "rss" && !element.name.includes(":"))
    scene.tell(element, structureRules.extensionAttribute, { attribute: `${attribute.slice(2)} (${namespace})` }, at);
}
