import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJson } from "../../src/check/json/read-json.ts";
import { RUNS } from "../support/runs.ts";

const isOthers = (name: string): boolean => name.startsWith("_");

/** What is wrong with a text, or what it says, without what members of others' making hold. */
function kept(text: string, isPassedOver?: (name: string) => boolean): unknown {
  return JSON.parse(JSON.stringify(readJson(text, isPassedOver)), (key, value) =>
    key === "members" ? value.filter(({ name }: { name: string }) => !isOthers(name)) : value,
  );
}

describe("what is passed over in JSON is read for its form", () => {
  const around = (text: string): string => `{\n  "id": "1",\n  "_others": ${text},\n  "url": [2,\n {"_mine": 3}]\n}`;
  const slips = fc.constantFrom(
    "",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"',
    "\\",
    "\n",
    "1",
    "tru",
    "\u0001",
    '{"a":1}',
    '"b":{}',
  );
  const documents = fc
    .tuple(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 1), fc.nat(), slips)
    .map(([value, indent, place, slip]) => {
      const text = JSON.stringify(value, null, indent * 2);
      const at = place % (text.length + 1);
      return around(text.slice(0, at) + slip + text.slice(at));
    });

  test("its mistakes are told of at the same places, and what follows stands where it stood", () => {
    fc.assert(
      fc.property(documents, (text) => {
        expect(kept(text, isOthers)).toEqual(kept(text));
      }),
      RUNS,
    );
  });

  test("it is none other JSON than that of the platform", () => {
    fc.assert(
      fc.property(documents, (text) => {
        const isJson = (): unknown => JSON.parse(text);
        if ("detail" in readJson(text, isOthers)) expect(isJson).toThrow(SyntaxError);
        else expect(isJson).not.toThrow();
      }),
      RUNS,
    );
  });

  test("and comes as nothing", () => {
    const root = readJson('{"_a": {"b": [1, "c"]}, "d": {"_e": "f", "g": "h"}}', isOthers);
    expect(root).toMatchObject({
      members: [
        { name: "_a", node: { kind: "null" } },
        {
          name: "d",
          node: {
            members: [
              { name: "_e", node: { kind: "null" } },
              { name: "g", node: { value: "h" } },
            ],
          },
        },
      ],
    });
  });

  test("nested too deep, it is refused like all else", () => {
    const nested = (depth: number): string => `{"_a":${'{"b":'.repeat(depth)}1${"}".repeat(depth)}}`;
    for (const depth of [196, 197, 198, 199, 200, 201, 202])
      expect("detail" in readJson(nested(depth), isOthers)).toBe("detail" in readJson(nested(depth)));
  });
});
