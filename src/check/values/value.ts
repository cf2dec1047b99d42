import type { Facts, Rule } from "../rule.ts";

/** Tells that a value breaks a rule, and how far from its beginning; the caller knows whose value it is and where it stands. */
export type Tell = (rule: Rule, facts?: Facts, offset?: number) => void;

/** What a value is judged by besides itself. */
export interface Setting {
  /** The present, in ms since 1970. */
  readonly now: number;
  /** Which of the formats we are in. */
  readonly format: "rss" | "rss1" | "atom" | "opml" | "sitemap" | "unknown";
  /** The version that the feed says it is, e.g. "2.0". */
  readonly version: string;
  /** Whether one of the value's characters was written as a hexadecimal reference, the form readers agree on. */
  readonly hexadecimal: boolean;
}

/** Judges the text of an element or an attribute. */
export type Value = (value: string, tell: Tell, setting: Setting) => void;

const MILD = new WeakSet<Value>();

/** A value of which nothing graver than a warning can be said: who asks for errors alone need not judge it. */
export function mild(value: Value): Value {
  MILD.add(value);
  return value;
}

export function isMild(value: Value): boolean {
  return MILD.has(value);
}

/** All of them, one after the other. */
export function all(...values: readonly Value[]): Value {
  const judges: Value = (value, tell, setting) => {
    for (const judge of values) judge(value, tell, setting);
  };
  return values.every(isMild) ? mild(judges) : judges;
}

/** A value that fits an expression, or breaks the rule. */
export function matching(pattern: RegExp, rule: Rule, facts: Facts = {}): Value {
  return (value, tell) => {
    if (!pattern.test(value)) tell(rule, facts);
  };
}

/** One of the words. */
export function oneOf(words: readonly string[], rule: Rule): Value {
  return (value, tell) => {
    if (!words.includes(value)) tell(rule, { choices: words.join(", ") });
  };
}

/** Any text. */
export const anyText: Value = mild(() => undefined);
