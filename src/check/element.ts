import type { Position } from "./reporter.ts";
import type { Facts, Rule } from "./rule.ts";
import type { Setting, Value } from "./values/value.ts";
import type { StartTag, XmlAttribute } from "./xml/handler.ts";

/** An element of the document, while it is read. Its name has the prefix that everybody uses for its namespace. */
export interface Element {
  /** `item`, `dc:creator`, or `?:NAME` in a namespace that nobody knows. Names of the format itself have no prefix. */
  readonly name: string;
  readonly tag: StartTag;
  /** By name, with the usual prefix where they have a namespace. */
  readonly attributes: ReadonlyMap<string, XmlAttribute>;
  readonly parent: Element | undefined;
  readonly spec: ElementSpec;
  /** Its children, but for those that were too many to keep: `counts` knows of them too. */
  children: Element[];
  counts: Map<string, number>;
  text: string;
  /** Where its first text that is not blank begins. */
  textAt: Position | undefined;
  hexadecimal: boolean;
}

/** What a vocabulary's checks see besides the element. */
export interface Scene {
  /** Says that something is wrong; at the element's beginning unless said otherwise. */
  tell(element: Element, rule: Rule, facts?: Facts, at?: Position): void;
  /** Judges a value that is no element's or attribute's whole text. */
  judge(element: Element, what: string, value: string, judge: Value, at?: Position): void;
  setting(): Setting;
  /** Whether warnings and advice are not asked for. */
  readonly errorsOnly: boolean;
  setFormat(format: Setting["format"], version: string, home: string): void;
  /** The document's own addresses: where it was asked for and where it was found. */
  readonly addresses: readonly string[];
  /** Whether this is the first time that the value is seen for the purpose. */
  isNew(purpose: string, value: string): boolean;
  /** Notes kept until the document's end, by purpose. */
  readonly notes: Map<string, string>;
}

export interface AttributeSpec {
  readonly value?: Value;
  readonly isRequired?: boolean;
}

/** What may stand in an element, and what is asked of it. */
export interface ElementSpec {
  readonly attributes?: Readonly<Record<string, AttributeSpec>>;
  /** What its text has to be. Without it there is to be none. */
  readonly value?: Value;
  /** Text is judged as it stands, not without the space around it. */
  readonly isExact?: boolean;
  readonly children?: Readonly<Record<string, Child>>;
  /** Children that have to be there, each with the rule that says so. */
  readonly needs?: Readonly<Record<string, Rule>>;
  /** Its standard lets it have any other attributes too. */
  readonly takesAnyAttribute?: boolean;
  /** Whatever is in it is no business of ours. */
  readonly isOpen?: boolean;
  /** There are too many of it to keep. */
  readonly isStreamed?: boolean;
  /** The extension whose elements may stand in it wherever they like. */
  readonly onOpen?: (element: Element, scene: Scene) => void;
  readonly onText?: (element: Element, text: string, at: Position, scene: Scene) => void;
  readonly onClose?: (element: Element, scene: Scene, end: Position) => void;
  /** Decides on children that are not listed. `undefined`: as usual. */
  readonly unlisted?: (parent: Element, tag: StartTag, name: string, scene: Scene) => ElementSpec | undefined;
}

export interface Child {
  readonly spec: Kind;
  /** The rule that forbids a second one. */
  readonly once?: Rule;
}

/** A spec, or how it follows from the start tag; a function also lets specs contain each other. */
export type Kind = ElementSpec | ((attributes: ReadonlyMap<string, XmlAttribute>) => ElementSpec);

export function has(element: Element | undefined, child: string): boolean {
  return (element?.counts.get(child) ?? 0) > 0;
}

export function childOf(element: Element, name: string): Element | undefined {
  return element.children.find((child) => child.name === name);
}

export function attributeOf(element: Element, attribute: string): string | undefined {
  return element.attributes.get(attribute)?.value;
}

/** An attribute that has to be there. */
export function required(value?: Value): AttributeSpec {
  return { isRequired: true, ...(value && { value }) };
}

export function optional(value?: Value): AttributeSpec {
  return value === undefined ? {} : { value };
}
