/**
 * A rule: one thing that a standard asks for, or that readers are known to stumble over, with all that a person needs
 * to understand and mend it. Rules are data; what applies them stands in `vocabulary/`, `values/` and `xml/`.
 */

/** `error`: a standard is violated. `warning`: readers are known to stumble. `advice`: better for readers. */
export type Severity = "error" | "warning" | "advice";

export interface Rule {
  /** `GROUP/NAME`: the group is the standard, the name what is asked for. Never changes once published. */
  readonly id: string;
  readonly severity: Severity;
  /** What is wrong, with `{facts}` in braces. */
  readonly says: string;
  readonly why: string;
  readonly mend: string;
  /** The section of the standard, or of the document that tells of the trouble. */
  readonly reference: string;
  /** A whole document in which the rule is kept, and one in which it is broken: they are its tests and its documentation. */
  readonly good: Example;
  readonly bad: Example;
}

export interface Example {
  /** The lines that matter, as the documentation shows them. */
  readonly shown: string;
  /** The document around them, as bytes would give it. */
  readonly text: string;
  /** How it was served, where that matters. */
  readonly served?: { readonly type: string };
  /** Saved in ISO 8859-1 instead of UTF-8. */
  readonly isLatin?: boolean;
}

/** What a finding tells besides its rule: put into the `{braces}` of `says`. */
export type Facts = Readonly<Record<string, string | number>>;

const LONGEST_FACT = 80;

/** The rule's sentence with the facts in it. Long values are cut, so that a message stays a line. */
export function sentence(template: string, facts: Facts): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => shortened(String(facts[name] ?? "")));
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, " ");
  return line.length > LONGEST_FACT ? `${line.slice(0, LONGEST_FACT - 1)}…` : line;
}
