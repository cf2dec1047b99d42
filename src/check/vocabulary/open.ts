import type { AttributeSpec, Child, ElementSpec, Kind } from "../element.ts";
import type { Rule } from "../rule.ts";
import { structureRules } from "../rules/structure.ts";
import type { Value } from "../values/value.ts";
import { anyText } from "../values/value.ts";

/** Whatever is in it is no business of ours. */
export const OPEN: ElementSpec = { isOpen: true };

/** An element that holds text and nothing else. */
export function leaf(value: Value = anyText, attributes?: Readonly<Record<string, AttributeSpec>>): ElementSpec {
  return { value, ...(attributes && { attributes }) };
}

/** An element that holds nothing, but for attributes. */
export function empty(attributes: Readonly<Record<string, AttributeSpec>> = {}): ElementSpec {
  return { attributes };
}

/** A child that may stand there as often as it likes. */
export function many(spec: Kind): Child {
  return { spec };
}

/** A child that may stand there once. */
export function once(spec: Kind, rule: Rule = structureRules.repeated): Child {
  return { spec, once: rule };
}

/** The same for many names. */
export function each(names: string, child: Child): Readonly<Record<string, Child>> {
  return Object.fromEntries(names.split(/\s+/).map((name) => [name, child]));
}

/** Extensions of other formats, which say nothing in a feed and do no harm there, and licences, which are their own language. */
const ELSEWHERE = new Set(["?", "news", "video", "sitemap", "image-sitemap", "at", "rsl"]);

export function isElsewhere(prefix: string): boolean {
  return ELSEWHERE.has(prefix);
}

/** Extensions that grow while we look: an element of theirs that we don't know is no violation. */
const GROWING = new Set(["podcast", "source", "webfeeds", "snf", "googleplay"]);

export function isFreelyExtended(prefix: string): boolean {
  return GROWING.has(prefix);
}
