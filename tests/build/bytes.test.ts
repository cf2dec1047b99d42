import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOf } from "../../src/build/bytes.ts";
import { RUNS } from "../support/runs.ts";

const encoder = new TextEncoder();

test("a text's bytes are its UTF-8, and stay so when the next text is written", () => {
  const texts = fc.array(fc.string({ unit: "binary", maxLength: 200 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(texts, (some) => {
      const written = some.map((text) => bytesOf([text]));
      expect(written.map((bytes) => [...bytes])).toEqual(some.map((text) => [...encoder.encode(text)]));
    }),
    RUNS,
  );
});

test("however long the text is", () => {
  for (const length of [1 << 20, (1 << 22) - 1, 1 << 22, (1 << 22) + 1]) {
    const text = "–é😀x".repeat(length / 5 + 1).slice(0, length);
    expect(Buffer.compare(bytesOf([text]), encoder.encode(text))).toBe(0);
  }
});
