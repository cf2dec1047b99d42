import fc from "fast-check";
import { expect, test } from "vitest";
import { Windows } from "../../src/build/store/windows.ts";

/** A long file whose bytes tell where they stand, read through windows. */
function reading(size: number): { readonly windows: Windows; readonly asked: [at: number, length: number][] } {
  const asked: [number, number][] = [];
  const windows = new Windows((bytes, at) => {
    asked.push([at, bytes.length]);
    const there = Math.max(0, Math.min(bytes.length, size - at));
    for (let index = 0; index < there; index += 1) bytes[index] = byteAt(at + index);
    return there;
  });
  return { windows, asked };
}

const byteAt = (at: number): number => Math.imul(at, 2_654_435_761) >>> 24;

const SIZE = 500_000;

test("whatever is asked for, in whatever order, is what stands there, and nothing where the file ends before", () => {
  const place = fc.tuple(fc.integer({ min: 0, max: SIZE + 10 }), fc.integer({ min: 1, max: 100_000 }));
  fc.assert(
    fc.property(fc.array(place, { maxLength: 30 }), (places) => {
      const { windows } = reading(SIZE);
      for (const [at, length] of places) {
        const bytes = windows.read(at, length);
        if (at + length > SIZE) expect(bytes).toBeUndefined();
        else expect(bytes?.equals(Buffer.from(Array.from({ length }, (_, index) => byteAt(at + index))))).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

const texts = (count: number): number[] => Array.from({ length: count }, (_, index) => index * 1_000);

test.each([
  ["forwards", texts(400)],
  ["backwards", texts(400).reverse()],
  ["in two places by turns", texts(200).flatMap((at) => [at, at + 250_000])],
  ["forwards, with as much left out", texts(400).filter((at) => at % 2_000 === 0)],
])("who goes through a file %s asks the disk for many texts at once", (_, places) => {
  const { windows, asked } = reading(SIZE);
  for (const at of places) windows.read(at, 900);
  expect(asked.length).toBeLessThan(20);
});

test("who leaps to and fro reads no more than is asked for", () => {
  const { windows, asked } = reading(10_000_000);
  const places = [4_000_000, 1_000_000, 8_000_000, 2_000_000, 6_000_000, 3_000_000];
  for (const at of places) windows.read(at, 900);
  expect(asked).toEqual(places.map((at) => [at, 900]));
});

test("what has grown since it was read is read again", () => {
  let size = 1_000;
  const windows = new Windows((bytes, at) => Math.max(0, Math.min(bytes.length, size - at)));
  expect(windows.read(500, 600)).toBeUndefined();
  size = 2_000;
  expect(windows.read(500, 600)).toHaveLength(600);
});
