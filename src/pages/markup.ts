/**
 * The only place that escapes HTML documents. A template's own words are markup; whatever is put into it is plain text
 * and gets escaped, for elements and quoted attributes alike, unless it is markup already.
 */

import { clean } from "../render/characters.ts";

/** A piece of HTML, escaped where it has to be. */
export interface Markup {
  readonly html: string;
}

/** What may be put into a template: text, numbers, markup, or nothing. */
export type Part = string | number | Markup | readonly Markup[] | undefined;

export const NOTHING: Markup = { html: "" };

const SPECIAL = /[&<>"']/;
const EVERY = /[&<>"']/g;
const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Without what HTML forbids, as feeds are: titles and descriptions of a publication may hold it as an escape. */
function escaped(given: string): string {
  const text = clean(given);
  return SPECIAL.test(text) ? text.replace(EVERY, (character) => REFERENCES[character] ?? "") : text;
}

function written(part: Part): string {
  if (part === undefined) return "";
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  if ("html" in part) return part.html;
  let all = "";
  for (const { html: piece } of part) all += piece;
  return all;
}

/** A template of HTML: attributes' values stand in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let all = strings[0] ?? "";
  for (let index = 0; index < parts.length; index += 1) all += written(parts[index]) + (strings[index + 1] ?? "");
  return { html: all };
}

/** HTML that is known to be sound, such as a sanitised body. */
export function sound(markup: string): Markup {
  return { html: markup };
}

/** ` name="value"`, or nothing without a value. */
export function attribute(name: string, value: string | number | undefined): Markup {
  return value === undefined ? NOTHING : html` ${sound(name)}="${value}"`;
}

const ENDS_SCRIPT = /[<>&\u2028\u2029]/g;

/** Data for machines (`application/ld+json`). No text in it can end the element that it stands in. */
export function dataBlock(data: unknown): Markup {
  const json = JSON.stringify(data).replace(
    ENDS_SCRIPT,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return { html: `<script type="application/ld+json">${json}</script>\n` };
}
