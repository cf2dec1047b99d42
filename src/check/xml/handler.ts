import type { Position } from "../reporter.ts";

export interface XmlAttribute {
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  readonly value: string;
  /** Where the value begins in the tag, whose `<` stands at 1:1; `positionFrom` tells where that is in the document. */
  readonly within: Position;
}

/** What start tags say that are written alike, where the same prefixes hold around them. */
export interface TagNames {
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  /** The namespaces that this tag declares: prefix (empty for the default one) and URI. */
  readonly declared: readonly (readonly [string, string])[];
}

export interface StartTag extends TagNames {
  readonly at: Position;
  /** The same for all that are written alike; nothing for tags that hardly come twice. */
  readonly alike: TagNames | undefined;
}

/** A stretch of text. Consecutive stretches belong together. */
export interface TextRun {
  readonly text: string;
  readonly at: Position;
  /** Whether one of its characters was written as a hexadecimal reference. */
  readonly hexadecimal: boolean;
  /** Whether it is nothing but space. */
  readonly isBlank: boolean;
}

export interface Doctype {
  readonly publicId: string;
  readonly systemId: string;
  readonly at: Position;
}

/** What a reader of XML is told, in the order of the document. */
export interface XmlHandler {
  doctype(doctype: Doctype): void;
  open(tag: StartTag): void;
  text(run: TextRun): void;
  close(at: Position): void;
  /** A reference to an entity that nobody declared. `true` if the document's type declares it. */
  knowsEntity(name: string): boolean;
}
