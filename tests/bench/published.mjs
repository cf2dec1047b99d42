import { createReadStream } from "node:fs";

const END = "</item>";
const NEWEST = 50;

/** A feed of a million entries fits into no string. */
async function entriesIn(file) {
  let entries = 0;
  let rest = "";
  for await (const chunk of createReadStream(file, "utf8")) {
    const parts = (rest + chunk).split(END);
    entries += parts.length - 1;
    rest = parts.at(-1).slice(-END.length);
  }
  return entries;
}

/**
 * A build that publishes less than it should would be fast for nothing. Rejects then.
 * @param {string} name whose build it was
 * @param {readonly string[]} files RSS feeds and their archives
 * @param {"newest" | "all"} entries
 * @param {number} size
 */
export async function checkEntries(name, files, entries, size) {
  let found = 0;
  for (const file of files) found += await entriesIn(file);
  const expected = entries === "newest" ? Math.min(NEWEST, size) : size;
  if (found !== expected) throw new Error(`${name} published ${found} of ${expected} entries`);
}
