import type { Position } from "../reporter.ts";

export interface XmlAttribute {
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  readonly value: string;
  /** Where the value begins in the tag, whose `<` stands at 1:1; `positionFrom` tells where that is in the document. */
  readonly within: Position;
}

export interface StartTag {
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  /** The namespaces that this tag declares: prefix (empty for the default one) and URI. */
  readonly declared: readonly (readonly [string, string])[];
  readonly at: Position;
}

/** A stretch of text. Consecutive stretches belong together. */
export interface TextRun {
  readonly text: string;
  readonly at: Position;
  /** Whether one of its characters was written as a hexadecimal reference. */
  readonly hexadecimal: boolean;
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
