import { setFlagsFromString } from "node:v8";
import { beforeEach, expect, test, vi } from "vitest";
import { sparing } from "../../src/cli/sparing.ts";

vi.mock("node:v8", async (original) => ({ ...(await original<object>()), setFlagsFromString: vi.fn() }));

beforeEach(() => {
  vi.mocked(setFlagsFromString).mockClear();
});

test.each([
  ["read", 1, 0],
  ["read", 999, 0],
  ["read", 1_000, 1],
  ["written", 5_000, 0],
] as const)("memory is spared where %s %i: %i times", (what, all, times) => {
  const told: unknown[] = [];
  const tell = sparing((...one) => told.push(one));
  tell(what, 1, all);
  tell(what, 2, all);
  expect(setFlagsFromString).toHaveBeenCalledTimes(times);
  expect(told).toEqual([
    [what, 1, all],
    [what, 2, all],
  ]);
});
