import fc from "fast-check";
import { expect, test } from "vitest";
import { gathering } from "../../src/build/crew/gathered.ts";
import { RUNS } from "../support/runs.ts";

const encoder = new TextEncoder();

test("texts stand one behind the other in UTF-8, each with its length", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 200 })), (some) => {
      const texts = gathering();
      const lengths = some.map((text) => texts.add(text));
      const each = some.map((text) => encoder.encode(text));
      expect(lengths).toEqual(each.map(({ length }) => length));
      expect([...texts.bytes()]).toEqual(each.flatMap((bytes) => [...bytes]));
    }),
    RUNS,
  );
});

test("however many and long they are, and no more memory is handed over than they fill", () => {
  const some = [200_000, 10, 1_000_000, 5].map((length) => "–é😀x".repeat(length / 5));
  const texts = gathering();
  for (const text of some) texts.add(text);
  const bytes = texts.bytes();
  expect(Buffer.compare(bytes, encoder.encode(some.join("")))).toBe(0);
  expect(bytes.buffer.byteLength).toBe(bytes.length);
});
