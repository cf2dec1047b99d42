import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import type { CheckFinding } from "../../src/check/check-finding.ts";

/** Feeds with the verdicts of the W3C's validator. They lie next to the checkout; where they don't, there is nothing to compare. */
const CASES = join(import.meta.dirname, "../../../shared/feed-cases");
const VERDICTS = join(CASES, "verdicts.json");

interface Remark {
  readonly rule: string;
  readonly line: number;
}
interface Verdict {
  readonly errors: readonly Remark[];
}

/** Where we differ from the W3C's validator on whether a feed is valid, and why. */
const DIFFERENCES: Readonly<Record<string, string>> = {};

const AT_ATTRIBUTE = "we point at the attribute, it at the end of the element";
const AT_LINK = "we point at the link, it at the end of what the link stands in, or at the first entry";
const AT_START = "we point at where the text begins, it at where it ends";

/** Where we point at another line, by the validator's rule, and why. It often looks at an element as the element ends. */
const OTHER_LINES: Readonly<Record<string, string>> = {
  CurrentNotSelfInCompleteFeed: AT_LINK,
  DuplicateAtomLink: AT_LINK,
  DuplicateElement: "it tells of a repeated list once more at the channel's end",
  DuplicateIds: "we point at the feed's beginning, it at its end",
  EightDaysAWeek: "we point at the day too many, it at the end of the list",
  FeedRelInCompleteFeed: AT_LINK,
  InvalidFloat: AT_ATTRIBUTE,
  InvalidFullLink: AT_ATTRIBUTE,
  InvalidMIMEAttribute: AT_ATTRIBUTE,
  InvalidMIMEType: AT_ATTRIBUTE,
  InvalidMediaExpression: AT_ATTRIBUTE,
  InvalidMediaMedium: AT_ATTRIBUTE,
  InvalidNonNegativeInteger: AT_ATTRIBUTE,
  InvalidPositiveInteger: AT_ATTRIBUTE,
  LinkPastEnd: AT_LINK,
  MissingElement: "an empty element: we point at it, it at what follows",
  MissingHref: AT_LINK,
  NoThrWhen: AT_ATTRIBUTE,
  NotBase64: "content that is elsewhere and yet has elements: we tell of those only",
  TooLong: AT_START,
};

function rate(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

describe("next to the W3C's validator", () => {
  const verdicts = existsSync(VERDICTS) ? (JSON.parse(readFileSync(VERDICTS, "utf8")) as Record<string, Verdict>) : {};
  const compared = Object.entries(verdicts).map(([path, { errors }]) => {
    const url = `http://www.feedvalidator.org/testcases/${path}`;
    const findings = check(readFileSync(join(CASES, path)), { now: new Date("2026-11-24T00:00:00Z"), url, file: path });
    return { path, theirs: errors, ours: findings.filter(({ severity }) => severity === "error") };
  });

  test("98 % of the feeds are valid to both or to neither, and we know why of the others", () => {
    const differing = compared.filter(({ theirs, ours }) => theirs.length > 0 !== ours.length > 0);
    expect(rate(compared.length - differing.length, compared.length)).toBeGreaterThanOrEqual(0.98);
    expect(differing.map(({ path }) => path)).toEqual(Object.keys(DIFFERENCES));
  });

  test("90 % of the errors stand in the same line, and we know why of the others", () => {
    const remarks = compared.flatMap(({ theirs, ours }) =>
      theirs.map((remark) => ({ ...remark, isSame: isTold(remark, ours) })),
    );
    const others = remarks.filter(({ isSame }) => !isSame);
    expect(rate(remarks.length - others.length, remarks.length)).toBeGreaterThanOrEqual(0.9);
    const known = remarks.length === 0 ? [] : Object.keys(OTHER_LINES);
    expect(new Set(others.map(({ rule }) => rule))).toEqual(new Set(known));
  });
});

function isTold({ line }: Remark, ours: readonly CheckFinding[]): boolean {
  return ours.some((finding) => finding.line === line);
}
