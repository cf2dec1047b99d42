import { attributesTold } from "./attributes.ts";
import type { Child, Element, ElementSpec, Scene } from "./element.ts";
import { referenceOf } from "./names.ts";
import { attributesOf, elementName, prefixIn } from "./naming.ts";
import { prefixesTold } from "./prefixes.ts";
import type { Position, Report } from "./reporter.ts";
import type { Facts, Rule } from "./rule.ts";
import { textTold } from "./stray-text.ts";
import { unlistedSpec } from "./unlisted.ts";
import type { Setting, Value } from "./values/value.ts";
import { isMild } from "./values/value.ts";
import type { StartTag, TagNames, TextRun, XmlAttribute, XmlHandler } from "./xml/handler.ts";
import { positionIn } from "./xml/lines.ts";

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

const NOWHERE: StartTag = {
  prefix: "",
  local: "",
  namespace: "",
  attributes: [],
  declared: [],
  at: { line: 1, column: 1 },
  alike: undefined,
};

/** What is known of start tags that are written alike and stand in the same kind of element: documents repeat most of theirs. */
interface Known {
  readonly within: ElementSpec;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, XmlAttribute>;
  readonly child: Child;
  readonly spec: ElementSpec;
}

/** More than that no document repeats. */
const MOST_KNOWN = 1000;

/**
 * Follows a document through the vocabularies: each element is judged by its spec as it opens, fills and closes. A class,
 * since functions that are made for each document would be compiled for each as well.
 */
export class Walker implements XmlHandler, Scene {
  readonly addresses: readonly string[];
  readonly errorsOnly: boolean;
  readonly notes: Map<string, string> = new Map();
  readonly knowsEntity: XmlHandler["knowsEntity"];
  readonly doctype: XmlHandler["doctype"];
  private readonly report: Report;
  private readonly home = new Set<string>();
  private readonly seen = new Map<string, Set<string>>();
  private readonly known = new Map<TagNames, Known>();
  private holds: Setting;
  private tellings = 0;
  private current: Element;

  constructor({ report, now, addresses, errorsOnly, document, knowsEntity, doctype }: Walk) {
    this.report = report;
    this.addresses = addresses;
    this.errorsOnly = errorsOnly;
    this.knowsEntity = knowsEntity;
    this.doctype = doctype;
    this.holds = { now, format: "unknown", version: "", hexadecimal: false };
    this.current = elementFor(NOWHERE, "", undefined, document);
  }

  tell(element: Element, rule: Rule, facts: Facts = {}, at: Position = element.tag.at): void {
    this.tellings += 1;
    const named = { element: element.name, parent: element.parent?.name ?? "", ...facts };
    const isOfStructure = rule.id.startsWith("structure/");
    const reference = isOfStructure ? standardOf(String(named.element), this.holds) : undefined;
    this.report(rule, { what: `<${element.name}>`, ...named }, at, reference);
  }

  judge(element: Element, what: string, value: string, judges: Value, at: Position = element.tag.at): void {
    if (this.errorsOnly && isMild(judges)) return;
    const full = element.hexadecimal ? { ...this.holds, hexadecimal: true } : this.holds;
    const told = (rule: Rule, facts: Facts = {}, offset?: number): void =>
      this.tell(element, rule, { what, value, ...facts }, offset === undefined ? at : positionIn(value, offset, at));
    judges(value, told, full);
  }

  setting(): Setting {
    return this.holds;
  }

  setFormat(format: Setting["format"], version: string, home: string): void {
    this.holds = { ...this.holds, format, version };
    this.home.add(home);
  }

  isNew(purpose: string, value: string): boolean {
    const values = this.seen.get(purpose) ?? new Set();
    this.seen.set(purpose, values);
    const isNew = !values.has(value);
    if (isNew) values.add(copied(value));
    return isNew;
  }

  open(tag: StartTag): void {
    const before = tag.alike && this.known.get(tag.alike);
    if (before === undefined || before.within !== this.current.spec) this.openAnew(tag);
    else {
      this.enter(tag, before.name, before.spec, before.attributes, before.child);
      before.spec.onOpen?.(this.current, this);
    }
  }

  private openAnew(tag: StartTag): void {
    const parent = this.current;
    // The root has no format yet that could tell what its namespace is called.
    const name = parent.parent === undefined ? tag.local : elementName(tag, { home: this.home });
    if (tag.declared.length > 0 && parent.parent !== undefined) prefixesTold(tag, this.holds, this.report);
    const attributes = attributesOf(tag);
    const child = listed(parent.spec, name);
    const spec = this.specFor(child, tag, name, attributes);
    this.enter(tag, name, spec, attributes, child);
    const element = this.current;
    const told = this.tellings;
    attributesTold(element, this);
    if (child !== undefined && this.tellings === told)
      this.keep(tag, { within: parent.spec, name, attributes, child, spec });
    spec.onOpen?.(element, this);
    // The root decides on the format, and with it on what its prefixes mean.
    if (tag.declared.length > 0 && element.parent?.parent === undefined) prefixesTold(tag, this.holds, this.report);
  }

  private specFor(
    child: Child | undefined,
    tag: StartTag,
    name: string,
    attributes: ReadonlyMap<string, XmlAttribute>,
  ): ElementSpec {
    if (child !== undefined) return typeof child.spec === "function" ? child.spec(attributes) : child.spec;
    const { current } = this;
    return current.spec.unlisted?.(current, tag, name, this) ?? unlistedSpec(current, tag, name, this);
  }

  private enter(
    tag: StartTag,
    name: string,
    spec: ElementSpec,
    attributes: Element["attributes"],
    child?: Child,
  ): void {
    const { current } = this;
    const element = elementFor(tag, name, current, spec, attributes);
    const count = current.counts.get(name) ?? 0;
    if (count > 0 && child?.once !== undefined) this.tell(element, child.once);
    if (current.counts === NO_COUNTS) {
      current.counts = new Map();
      current.children = [];
    }
    current.counts.set(name, count + 1);
    current.children.push(element);
    this.current = element;
  }

  /** Keeps what there is to know of a tag if its attributes gave nothing to tell: they give nothing wherever it comes again. */
  private keep({ alike }: StartTag, before: Known): void {
    if (alike === undefined || alike.declared.length > 0) return;
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(alike, before);
  }

  text({ text: run, at, hexadecimal, isBlank }: TextRun): void {
    const { current } = this;
    const { spec } = current;
    // Between elements there is nothing else.
    if (isBlank && spec.value === undefined && spec.onText === undefined) return;
    textTold(current, run, at, this);
    if (spec.value === undefined && spec.onText === undefined) return;
    spec.onText?.(current, run, at, this);
    if (current.textAt === undefined) {
      // Space before a value is none of it, unless the value is taken exactly as it stands.
      if (!spec.isExact && run.trim() === "") return;
      current.textAt = at;
    }
    current.text += run;
    if (hexadecimal) current.hexadecimal = true;
  }

  close(end: Position): void {
    const element = this.current;
    const { spec } = element;
    if (spec.value !== undefined && !(this.errorsOnly && isMild(spec.value))) this.valueTold(element, spec.value);
    if (spec.needs !== undefined) this.needsTold(element, spec.needs, end);
    spec.onClose?.(element, this, end);
    this.current = element.parent ?? element;
    if (spec.isStreamed) this.current.children.pop();
  }

  private valueTold(element: Element, value: Value): void {
    const { spec, text: full, textAt, tag } = element;
    const lead = spec.isExact ? 0 : full.length - full.trimStart().length;
    const start = textAt ?? tag.at;
    const at = lead === 0 || textAt === undefined ? start : positionIn(full, lead, start);
    this.judge(element, `<${element.name}>`, spec.isExact ? full : full.trim(), value, at);
  }

  private needsTold(element: Element, needs: NonNullable<ElementSpec["needs"]>, end: Position): void {
    for (const [name, rule] of Object.entries(needs))
      if (!element.counts.has(name)) this.tell(element, rule, { parent: element.name, element: name }, end);
  }
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
