import { setFlagsFromString } from "node:v8";
import { beforeEach, expect, test, vi } from "vitest";
import { sparing } from "../../src/cli/sparing.ts";

vi.mock("node:v8", async (original) => ({ ...(await original<object>()), setFlagsFromString: vi.fn() }));

beforeEach(() => {
  vi.mocked(setFlagsFromString).mockClear();
});

test.each([
  ["read", 1, []],
  ["read", 999, []],
  ["read", 1_000, ["--heap-growing-percent=40"]],
  ["read", 200_000, ["--heap-growing-percent=10"]],
  ["written", 5_000, []],
] as const)("memory is spared where %s %i: %j", (what, all, flags) => {
  const told: unknown[] = [];
  const tell = sparing((...one) => told.push(one));
  tell(what, 1, all);
  tell(what, 2, all);
  expect(vi.mocked(setFlagsFromString).mock.calls.flat()).toEqual(flags);
  expect(told).toEqual([
    [what, 1, all],
    [what, 2, all],
  ]);
});
