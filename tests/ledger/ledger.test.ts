import { expect, test } from "vitest";
import { EMPTY_LEDGER, parseLedger } from "../../src/ledger/ledger.ts";
import { ledgerText } from "../../src/ledger/pieces.ts";
import { record } from "../../src/ledger/record.ts";
import { PUBLICATION, story } from "../support/story.ts";

const { ledger } = record(EMPTY_LEDGER, [story("b.txt"), story("a.txt", { date: "2026-04-01T12:00:00Z" })], {
  publication: PUBLICATION,
  now: new Date("2026-06-01T00:00:00Z"),
  strict: false,
  silent: new Set(),
  standing: () => undefined,
  committed: () => undefined,
});
const TEXT = ledgerText(ledger);
const [first = "", second = ""] = TEXT.split("\n");

test("a line an entry, sorted by id, keys in one order", () => {
  expect(TEXT).toMatchInlineSnapshot(`
    "{"id":"tag:gazette.example,2026-04-01:a","file":"a.txt","slug":"a","title":"Title of a.txt","published":"2026-04-01T12:00:00Z","precision":"second","updated":"2026-04-01T12:00:00Z","dated":"front-matter","words":"2026-04-01T12:00:00Z","hash":"f3b2c28c08d83c99c03876ba479796fb","sketch":"00a70013004000d40cd9020e01a6016b07de01c8016812c706f90a44002702ba","link":"2026/04/01/a/"}
    {"id":"tag:gazette.example,2026-05-01:b","file":"b.txt","slug":"b","title":"Title of b.txt","published":"2026-05-01T12:00:00Z","precision":"second","updated":"2026-05-01T12:00:00Z","dated":"front-matter","words":"2026-05-01T12:00:00Z","hash":"4e3849dce32a1dfb600630b460c8663b","sketch":"0449035e00cd08a112f602320fc701b90bc602cf02c40d6d0426011b038a028e","link":"2026/05/01/b/"}
    "
  `);
});

test("what was written is read back", () => {
  expect(parseLedger(TEXT, "ledger.jsonl")).toEqual({
    ledger: { lines: new Map([...ledger.lines].sort()) },
    findings: [],
  });
});

test.for([
  [`${first}\n{"id":\n`, 2, /JSON/, "half a line"],
  [`${first}\n[]\n`, 2, /not a JSON object/, "another JSON value"],
  [`<<<<<<< HEAD\n${first}\n`, 1, /merge conflict/, "left by git"],
  [`${first}\n${first.replace("Title", "Other")}\n`, 2, /earlier line/, "two histories of one id"],
  [first.replace("{", '{"rssId":12,'), 1, /"rssId" is not a string/, "an id that is no text"],
  [first.replace("2026-04-01T12:00:00Z", "yesterday"), 1, /"published" is not an instant/, "no instant"],
  [first.replace('"file"', '"flie"'), 1, /"file" is missing/, "a key is missing"],
] as const)("%s → line %i: %s (%s)", ([text, line, message]) => {
  const { findings } = parseLedger(text, "ledger.jsonl");
  expect(findings).toEqual([
    {
      code: "ledger/syntax",
      severity: "error",
      place: { file: "ledger.jsonl", line },
      facts: { message: expect.stringMatching(message) },
    },
  ]);
});

test.for([
  [`${first}\n${first}\n${second}\n`, "the same line twice, as git's union merge leaves it"],
  [`${second}\n\n${first}`, "any order, blank lines, no end of line"],
] as const)("is read without complaint: %s (%s)", ([text]) => {
  const read = parseLedger(text, "ledger.jsonl");
  expect(read.findings).toEqual([]);
  expect(ledgerText(read.ledger)).toBe(TEXT);
});
