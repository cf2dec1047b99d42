import type { Recorded } from "../../src/ledger/desk.ts";
import { type Entry, entryOf } from "../../src/ledger/entry.ts";
import { instantText, type Ledger, type LedgerLine } from "../../src/ledger/ledger.ts";
import type { Publication } from "../../src/publication/publication.ts";
import { PUBLICATION, story } from "./story.ts";

const FIRST = Date.UTC(2020, 0, 1, 12);
const HOUR = 3_600_000;

/** An entry that was published `number` hours after the first moment of 2020, at noon. */
export function entry(number: number, given: Partial<Entry> = {}, publication: Publication = PUBLICATION): Entry {
  const at = new Date(FIRST + number * HOUR);
  const made = story(`e${number}.md`, { body: `<p>Words of ${number}.</p>` });
  const identity = { published: at, updated: at, precision: "second" as const, evidence: () => [] };
  const name = { id: `tag:gazette.example,2020-01-01:e${number}`, link: `https://gazette.example/e${number}/` };
  return { ...entryOf(made, { ...identity, ...name }, publication), ...given };
}

/** What the ledger says of entries, newest first as they come. */
export function recorded(entries: readonly Entry[], before: Ledger = { lines: new Map() }): Recorded {
  const newestFirst = entries.toSorted((a, b) => b.published.getTime() - a.published.getTime());
  const lines = new Map(before.lines);
  for (const { id, file, title, published, date } of entries) {
    const line: LedgerLine = {
      id,
      file,
      slug: file,
      title,
      published: instantText(published),
      updated: instantText(date),
      precision: "second",
      dated: "front-matter",
      hash: "",
      sketch: "",
    };
    lines.set(id, { ...lines.get(id), ...line });
  }
  return {
    ledger: { lines },
    entries: newestFirst,
    tombstones: [],
    fresh: [],
    updated: [],
    unchanged: [],
    withdrawn: [],
    refused: [],
    embargoed: [],
    drafts: [],
    moved: [],
    findings: [],
  };
}
