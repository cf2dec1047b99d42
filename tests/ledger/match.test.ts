import { expect, test } from "vitest";
import type { LedgerLine } from "../../src/ledger/ledger.ts";
import { type Candidate, match } from "../../src/ledger/match.ts";
import { story } from "../support/story.ts";

/** Sketches of two versions of one text: fourteen of sixteen numbers are the same. */
const BEFORE = "0123".repeat(16);
const EDITED = `${"0123".repeat(14)}45674567`;

function line(id: string, published: string | undefined): LedgerLine {
  const told = { id, file: `${id}.md`, slug: id, title: `Of ${id}`, updated: "2026-05-01T08:00:00Z", hash: id };
  const dating = {
    precision: "second",
    dated: "front-matter",
    ...(published === undefined ? {} : { published }),
  } as const;
  return { ...told, ...dating, sketch: BEFORE };
}

function candidate(date: string | undefined): Candidate {
  const own = story("renamed.md", { date });
  return { story: own, at: own.published?.at.getTime() ?? Infinity, hash: "", sketch: EDITED };
}

const AT = "2026-05-10T08:00:00Z";

test.each([
  [AT, AT, true],
  ["2026-05-09T08:00:00Z", AT, true],
  ["2026-05-09T07:59:59Z", AT, false],
  ["2026-05-11T08:00:00Z", AT, true],
  ["2026-05-11T08:00:01Z", AT, false],
  [undefined, AT, true],
  ["2026-05-01T08:00:00Z", undefined, true],
  [undefined, undefined, true],
])("a text of %s, renamed and edited, that says %s: it goes on with the line: %s", (published, date, isFound) => {
  const asked = candidate(date);
  const others = ["2026-04-01T08:00:00Z", "2026-06-01T08:00:00Z"].map((moment, index) => ({
    ...line(`z${index}`, moment),
    sketch: "fedc".repeat(16),
  }));
  const lines = [...others, line("a", published)];
  const found = match({ lines: new Map(lines.map((one) => [one.id, one])) }, [asked]).get(asked);
  expect(found?.id).toBe(isFound ? "a" : undefined);
});

test("of several lines that it may go on with, the likest is taken, then the first by id", () => {
  const asked = candidate(AT);
  const lines = [line("b", AT), line("a", undefined), { ...line("c", AT), sketch: `${"0123".repeat(14)}45670123` }];
  const ledger = (some: readonly LedgerLine[]) => ({ lines: new Map(some.map((one) => [one.id, one])) });
  expect(match(ledger(lines), [asked]).get(asked)?.id).toBe("c");
  expect(match(ledger(lines.slice(0, 2)), [asked]).get(asked)?.id).toBe("a");
});
