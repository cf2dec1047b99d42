import fc from "fast-check";
import { expect, test } from "vitest";
import { instants } from "../../src/ledger/instants.ts";
import type { Ledger, LedgerLine } from "../../src/ledger/ledger.ts";
import type { Settled } from "../../src/ledger/settled.ts";
import { RUNS } from "../support/runs.ts";

const START = Date.parse("2026-06-01T00:00:00Z");
const at = (second: number): Date => new Date(START + second * 1000);
const text = (second: number): string => at(second).toISOString().replace(".000", "");

/** When entries were published, and how many seconds later they were changed. */
type Times = readonly (readonly [published: number, later: number])[];

/** A ledger of lines that are read, and of settled ones, newest first. */
function ledgerOf(read: Times, settled: Times): Ledger {
  const lines = read.map(([published, later], index): [string, LedgerLine] => [
    String(index),
    { published: text(published), updated: text(published + later) } as LedgerLine,
  ]);
  const heads = settled
    .toSorted(([a], [b]) => b - a)
    .map(([published, later]) => ({
      head: { publishedAt: at(published).getTime() + 999, updatedAt: at(published + later).getTime() + 999 },
    }));
  return { lines: new Map(lines), settled: { lines: heads } as unknown as Settled };
}

const times = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 3 })), { maxLength: 12 });

test("an instant that nobody has is given, the nearest one: a later one, and after the latest an earlier one", () => {
  fc.assert(
    fc.property(times, times, fc.array(fc.nat(20), { maxLength: 5 }), fc.nat(4), (read, settled, claims, room) => {
      const given = new Set([...read, ...settled].flatMap(([published, later]) => [published, published + later]));
      const { claim } = instants(ledgerOf(read, settled));
      for (const wanted of claims) {
        const later = Array.from({ length: room + 1 }, (_, step) => wanted + step);
        const earlier = Array.from({ length: 100 }, (_, step) => wanted - step);
        const nearest = [...later, ...earlier].find((second) => !given.has(second)) ?? Number.NaN;
        expect(claim(at(wanted), at(wanted + room))).toEqual(at(nearest));
        given.add(nearest);
      }
    }),
    RUNS,
  );
});
