/**
 * What a build makes of a file: it is published clean (notes count for nothing), published with a warning of that code,
 * or refused with that code, at that line where there is one; or not published, as it asks for.
 */
export type Outcome = "clean" | "nothing at all" | `warning ${string}` | `refused ${string}`;

/** A file of the data folder that somebody hostile or unlucky has sent, what it must give, and why. */
export type Case = readonly [file: string, content: string | Uint8Array, outcome: Outcome, why: string];

/** An article with front matter that gives what no case is about: a headline and a date. */
export function article(body: string, fields = ""): string {
  return `---\ntitle: The ferry\ndate: 2026-05-01\n${fields === "" ? "" : `${fields}\n`}---\n${body}\n`;
}

/** A page with a headline and a date. */
export function page(body: string): string {
  return `<h1>The ferry</h1>\n<p>Published May 1, 2026</p>\n<p>The ferry sails.</p>\n${body}\n`;
}

/** A plain text with headline, byline and date. */
export function text(body: string): string {
  return `The ferry sails again\nBy Jane Doe\nPublished May 1, 2026\n\n${body}\n`;
}

/** A text as bytes of one each: how old encodings write it. */
export function bytes(letters: string): Uint8Array {
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

/** UTF-16, with its mark or without. */
export function utf16(words: string, { bigEndian = false, mark = true } = {}): Uint8Array {
  const units = Uint16Array.from(`${mark ? "\ufeff" : ""}${words}`.split(""), (unit) => unit.charCodeAt(0));
  const whole = Buffer.from(units.buffer);
  return bigEndian ? whole.swap16() : whole;
}
