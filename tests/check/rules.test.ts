import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import type { Example } from "../../src/check/rule.ts";
import { RULES } from "../../src/check/rulebook.ts";

const NOW = new Date("2026-06-02T00:00:00Z");

function checked(example: Example): ReturnType<typeof check> {
  const bytes = example.isLatin ? Buffer.from(example.text, "latin1") : Buffer.from(example.text);
  const url = "https://courier.example/atom.xml";
  return check(bytes, { now: NOW, url, ...(example.served && { contentType: example.served.type }) });
}

/** The examples are the documentation, so what they show has to be so. */
describe.for(RULES.map((rule) => [rule.id, rule] as const))("%s", ([id, rule]) => {
  test("is broken by its bad example", () => {
    const findings = checked(rule.bad).filter((finding) => finding.rule === id);
    expect(findings).not.toEqual([]);
    for (const { message } of findings) expect(message).not.toMatch(/[{}]|undefined|““|””/);
  });

  test("is kept by its good example, which has no errors at all", () => {
    const findings = checked(rule.good);
    expect(findings.filter((finding) => finding.rule === id)).toEqual([]);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

describe("the rulebook", () => {
  test("names no rule twice", () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test("refers to a document for each rule", () => {
    expect(RULES.filter(({ reference }) => !URL.canParse(reference)).map(({ id }) => id)).toEqual([]);
  });
});
