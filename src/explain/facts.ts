import type { Evidence, Source } from "../compose/evidence.ts";
import type { Story } from "../compose/story.ts";
import { harmless } from "../words.ts";
import { wrapped } from "./cells.ts";
import type { Style } from "./style.ts";

const FROM: Readonly<Record<Source, string>> = {
  "front-matter": "front matter",
  meta: "the page's metadata",
  label: "a label",
  heading: "the headline's line",
  byline: "the byline",
  "sign-off": "the sign-off",
  bio: "the bio",
  dateline: "the dateline",
  text: "the text",
  lead: "the lead",
  "file-name": "the file's name",
  folder: "the folder's name",
  ledger: "the ledger",
  publication: "the publication",
  commit: "the commit that added the file",
  "first-seen": "the build that first saw it",
};

const NAME_WIDTH = 14;
/** Longer values are shown by their beginning. */
const LONGEST_VALUE = 300;

/** Each fact with its value, where it comes from, how sure it is and why. */
export function factRows({ evidence }: Story, width: number, style: Style): string[] {
  return evidence.flatMap((fact) => {
    const room = width - NAME_WIDTH - 2;
    const value = wrapped(harmless(shortened(fact.value)), room);
    const source = wrapped(harmless(sourceOf(fact)), room).map(style.quiet);
    return hanging(fact.field, [...value, ...source]);
  });
}

/** Rows beside a name. */
export function hanging(name: string, rows: readonly string[]): string[] {
  return rows.map((row, index) => `  ${(index === 0 ? name : "").padEnd(NAME_WIDTH)}${row}`);
}

function sourceOf({ from, line, column, sure, because }: Evidence): string {
  const place = line === undefined ? "" : `, line ${line}${column === undefined ? "" : `:${column}`}`;
  return `${sure}, from ${FROM[from]}${place}${because === undefined ? "" : `: ${because}`}`;
}

function shortened(text: string): string {
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE).replace(/[\uD800-\uDBFF]$/u, "")}…`;
}
