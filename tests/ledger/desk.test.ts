import { expect, test } from "vitest";
import { openDesk, type RecordContext } from "../../src/ledger/desk.ts";
import { addressOf } from "../../src/ledger/identity.ts";
import { inMemory, type LedgerBytes } from "../../src/ledger/ledger-bytes.ts";
import type { EntryHead } from "../../src/ledger/light-entry.ts";
import { Settled } from "../../src/ledger/settled.ts";
import { SettledLine } from "../../src/ledger/settled-line.ts";
import { PUBLICATION, story } from "../support/story.ts";

const linkOf = (number: number): string => `${PUBLICATION.url}${number}/`;

/** A hundred settled lines, whose links are even numbers, and how often their file was looked through. */
function settled(): { readonly lines: Settled; readonly looks: () => number } {
  const numbers = Array.from({ length: 100 }, (_, index) => index * 2);
  const texts = numbers.map((number) => `{"link":${JSON.stringify(addressOf(linkOf(number), PUBLICATION.url))}}`);
  let looks = 0;
  const inFile = inMemory(Buffer.from(texts.map((text) => `${text}\n`).join("")));
  const bytes: LedgerBytes = {
    ...inFile,
    includes: (text) => {
      looks += 1;
      return inFile.includes(text);
    },
  };
  let at = 0;
  const lines = numbers.map((number, index) => {
    const head = { id: `tag:${number}`, file: `${number}.md`, link: linkOf(number) } as EntryHead;
    const length = texts[index]?.length ?? 0;
    const record = { head, at, length };
    at += length + 1;
    return new SettledLine({ record }, record, { bytes, publication: PUBLICATION, storyOf: () => story("any.md") });
  });
  return { lines: new Settled(bytes, lines), looks: () => looks };
}

test.each([1, 8, 9, 200])("the links of %i newcomers are told from those of all others, in few looks", (count) => {
  const { lines, looks } = settled();
  const context = { publication: PUBLICATION } as RecordContext;
  const { taken } = openDesk({ lines: new Map(), settled: lines }, context, new Set());
  for (let number = 0; number < count; number += 1)
    expect(taken.link(linkOf(number)), `${number}`).toBe(number % 2 === 0 && number < 200);
  expect(looks()).toBe(Math.min(count, 8));
});

test("where somebody knows the links without looking through the ledger's file, nobody does", () => {
  const { lines, looks } = settled();
  const mayHaveLink = (link: string): boolean => link !== linkOf(3);
  const context = { publication: PUBLICATION, mayHaveLink } as RecordContext;
  const { taken } = openDesk({ lines: new Map(), settled: lines }, context, new Set());
  // What only seems to be there is told from what is.
  expect([0, 1, 2, 3].map((number) => taken.link(linkOf(number)))).toEqual([true, false, true, false]);
  expect(looks()).toBe(0);
});
