import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type JsonNode, readJson } from "../../src/check/json/read-json.ts";
import { RUNS } from "../support/runs.ts";

const isOthers = (name: string): boolean => name.startsWith("_");

/** What is wrong with a text, or what it says, without what members of others' making hold. */
function kept(text: string, isPassedOver?: (name: string) => boolean): unknown {
  return JSON.parse(JSON.stringify(readJson(text, isPassedOver)), (key, value) =>
    key === "members" ? value.filter(({ name }: { name: string }) => !isOthers(name)) : value,
  );
}

/** All that is read of a text, with what strings say, or what is wrong with it. */
function read(text: string | Iterable<string>, isPassedOver?: (name: string) => boolean): unknown {
  const told = (node: JsonNode): unknown => {
    if (node.kind === "object")
      return [node.at, node.members.map(({ name, at, node: value }) => [name, at, told(value)])];
    if (node.kind === "array") return [node.at, node.items.map(told)];
    return node.kind === "string" ? [node.at, node.value] : node;
  };
  const root = readJson(text, isPassedOver);
  return "detail" in root ? root : told(root);
}

const around = (text: string): string => `{\n  "id": "1",\n  "_others": ${text},\n  "url": [2,\n {"_mine": 3}]\n}`;

describe("JSON that comes in pieces", () => {
  const halves = (text: string): readonly (readonly string[])[] =>
    Array.from({ length: text.length + 1 }, (_, at) => [text.slice(0, at), "", text.slice(at)]);

  test.each([
    ["numbers", "[-1.5e+30,\n 0, 12345678, -0.25E-3,1e5]"],
    ["words", '{"a": true, "b": [false, null],"c":nul}'],
    ["strings", '["", "a\\"b", "\\u00e9\\\\",\n"c" , "\\x"]'],
    ["what is passed over", around('[{"a": 1, "b": "c"},\n {"d": {"e": [-2.5e3]}}]')],
    ["what ends too early", '{"a": [1, {"b": '],
    ["what follows the end", "[1] 2"],
  ])("says what it says as a whole, wherever it is cut: %s", (_, text) => {
    for (const pieces of [...halves(text), [...text]])
      for (const passing of [undefined, isOthers])
        expect(read(pieces, passing), JSON.stringify(pieces)).toEqual(read(text, passing));
  });

  test("says what it says as a whole, whatever it is", () => {
    const cut = fc.tuple(fc.jsonValue({ maxDepth: 3 }), fc.nat(2), fc.array(fc.nat(40), { minLength: 1 }));
    fc.assert(
      fc.property(cut, ([value, indent, lengths]) => {
        const text = around(JSON.stringify(value, null, indent));
        const pieces: string[] = [];
        for (let at = 0, index = 0; at < text.length; index += 1) {
          const length = (lengths[index % lengths.length] ?? 0) + 1;
          pieces.push(text.slice(at, at + length));
          at += length;
        }
        expect(read(pieces)).toEqual(read(text));
      }),
      RUNS,
    );
  });
});

describe("what is passed over in JSON is read for its form", () => {
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
