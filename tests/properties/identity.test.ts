import fc from "fast-check";
import { expect, test } from "vitest";
import type { Story } from "../../src/compose/story.ts";
import type { Recorded } from "../../src/ledger/desk.ts";
import { EMPTY_LEDGER, type Ledger } from "../../src/ledger/ledger.ts";
import { record } from "../../src/ledger/record.ts";
import { likeness, sketch } from "../../src/ledger/sketch.ts";
import { PATIENCE, RUNS } from "../support/runs.ts";
import { PUBLICATION, prose, story } from "../support/story.ts";

const START = Date.parse("2026-06-01T00:00:00Z");
const HOUR = 3_600_000;

function recorded(ledger: Ledger, stories: readonly Story[], hour: number): Recorded {
  return record(ledger, stories, {
    publication: PUBLICATION,
    now: new Date(START + hour * HOUR),
    strict: false,
    silent: new Set(),
    standing: () => undefined,
    committed: () => undefined,
  });
}

/** What can be done to an article between two builds; `which` picks it. */
const STEP = fc.record({
  act: fc.constantFrom("add", "edit", "rename", "delete", "restore", "touch"),
  which: fc.nat({ max: 7 }),
});

interface Shelf {
  readonly live: Map<number, Story>;
  readonly gone: Map<number, Story>;
  made: number;
}

function act(shelf: Shelf, { act, which }: { act: string; which: number }, hour: number): void {
  const { live, gone } = shelf;
  const [name, one] = [...live][which % Math.max(live.size, 1)] ?? [];
  if (act === "add" || name === undefined || one === undefined) {
    const made = shelf.made++;
    live.set(
      made,
      story(`n${made}.txt`, {
        body: `<p>${prose(`n${made}`)}</p>`,
        date: which % 2 ? undefined : "2026-05-01T12:00:00Z",
      }),
    );
  } else if (act === "edit") live.set(name, { ...one, body: `${one.body}<p>Correction of hour ${hour}.</p>` });
  else if (act === "rename") live.set(name, { ...one, file: `moved/${hour}-${one.file.split("/").at(-1)}` });
  else if (act === "delete") {
    live.delete(name);
    gone.set(name, one);
  } else if (act === "restore") {
    for (const [back, was] of gone) live.set(back, was);
    gone.clear();
  }
}

test(
  "through any history ids never change hands, none is used twice, `updated` never goes back, publication never moves",
  PATIENCE,
  () => {
    fc.assert(
      fc.property(fc.array(STEP, { minLength: 1, maxLength: 25 }), (steps) => {
        const shelf: Shelf = { live: new Map(), gone: new Map(), made: 0 };
        const idOf = new Map<string, string>();
        const publishedAt = new Map<string, number>();
        const updatedAt = new Map<string, number>();
        let ledger = EMPTY_LEDGER;
        for (const [hour, step] of steps.entries()) {
          act(shelf, step, hour);
          const { entries, ledger: next } = recorded(ledger, [...shelf.live.values()], hour);
          ledger = next;
          expect(new Set(entries.map(({ id }) => id)).size).toBe(shelf.live.size);
          expect(new Set(entries.map(({ link }) => link)).size).toBe(shelf.live.size);
          expect(new Set(entries.map(({ date }) => date.getTime())).size).toBe(shelf.live.size);
          for (const { id, title, published, date } of entries) {
            expect(idOf.get(title) ?? id).toBe(id);
            expect(publishedAt.get(id) ?? published.getTime()).toBe(published.getTime());
            expect(date.getTime()).toBeGreaterThanOrEqual(updatedAt.get(id) ?? 0);
            idOf.set(title, id);
            publishedAt.set(id, published.getTime());
            updatedAt.set(id, date.getTime());
          }
          const again = recorded(ledger, [...shelf.live.values()], hour + 1);
          expect([again.fresh, again.updated, again.withdrawn]).toEqual([[], [], []]);
        }
      }),
      RUNS,
    );
  },
);

test.for([
  ["the same", (text: string) => text, 1, 1],
  ["other case and punctuation", (text: string) => text.toUpperCase().replaceAll(" ", " – "), 1, 1],
  ["one word more", (text: string) => `${text} correction`, 0.8, 1],
  ["without its first quarter", (text: string) => text.slice(text.length / 4), 0.5, 1],
  ["another text", () => prose("another"), 0, 0.125],
] as const)("a sketch of %s", ([, change, least, most]) => {
  const text = prose("a text");
  const like = likeness(sketch(text), sketch(change(text)));
  expect(like).toBeGreaterThanOrEqual(least);
  expect(like).toBeLessThanOrEqual(most);
});

test.for(["", "a", "港", "😀😀😀"])("a sketch of %j is like itself or empty, never a crash", (text) => {
  expect([0, 1]).toContain(likeness(sketch(text), sketch(text)));
});
