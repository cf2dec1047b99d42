import { closeSync, openSync, readSync } from "node:fs";
import { statedDate } from "../../compose/date/stated.ts";
import { isDiskTrouble } from "../../files.ts";
import { declare } from "../../read/declared.ts";
import { splitMatter } from "../../read/fence.ts";
import { fieldOf } from "../../read/keys.ts";
import { plainFields } from "../../read/plain-matter.ts";

/** Front matter that is longer is read with the rest of the article. */
const HEAD = 4096;
const OPENING = "---\n";
const CLOSING = "\n---\n";
const head = Buffer.alloc(HEAD);

/** A date that is the same in any language. */
const BY_NUMBERS = /^\d{4}-\d\d-\d\d/;

/** Its date, and what has a say in other articles or in whether this one is shown. */
const TELLING: ReadonlySet<string> = new Set([
  "published",
  "id",
  "rssId",
  "slug",
  "link",
  "translation",
  "draft",
  "status",
  "publishedFlag",
  "expires",
] satisfies ReturnType<typeof fieldOf>[]);

/**
 * The day that dates an article by its front matter, as the first moment of that day in UTC, in milliseconds; nothing
 * else of it is read. `undefined` where only the whole article can tell.
 */
export function glanceAt(path: string, file: string): number | undefined {
  const bytes = bytesOf(path);
  const end = bytes.indexOf(OPENING) === 0 ? bytes.indexOf(CLOSING, OPENING.length) : -1;
  return end < 0 ? undefined : dayOf(bytes.toString("utf8", 0, end + CLOSING.length), file);
}

/** The day that front matter states, where it is plain and says nothing that must be known of an article. */
export function dayOf(matterText: string, file: string): number | undefined {
  const { matter } = splitMatter(matterText);
  const fields = matter?.kind === "yaml" && matter.closed ? plainFields(matter, file) : undefined;
  if (fields === undefined) return undefined;
  const telling = fields.filter(({ key }) => TELLING.has(fieldOf(key) ?? ""));
  const { published, draft, ...others } = declare(telling).declared;
  if (published === undefined || draft?.value === true || Object.keys(others).length > 0) return undefined;
  const { value } = published;
  const stated = BY_NUMBERS.test(value) ? statedDate(value, undefined) : undefined;
  if (stated === undefined || !("span" in stated)) return undefined;
  const { year, month, day } = stated.span;
  return Date.UTC(year, month - 1, day);
}

/** The first bytes of a file, until those of the next one are asked for. What is no UTF-8 is no plain front matter. */
function bytesOf(path: string): Buffer {
  try {
    const handle = openSync(path, "r");
    try {
      return head.subarray(0, readSync(handle, head, 0, HEAD, 0));
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    // Whoever reads it in full says what is wrong.
    if (isDiskTrouble(error)) return head.subarray(0, 0);
    throw error;
  }
}
