import type { CheckFinding } from "./check-finding.ts";
import { byPlace } from "./check-finding.ts";
import type { Facts, Rule } from "./rule.ts";
import { sentence } from "./rule.ts";

/** A place in a document. Lines and columns count from 1; columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type Report = (rule: Rule, facts: Facts, at: Position, reference?: string) => void;

export interface Reporter {
  readonly report: Report;
  /** All that was reported, in the order of the document. */
  findings(): CheckFinding[];
}

/** A broken template breaks one rule in each of ten thousand items: the first of them tell the story. */
const MOST_OF_ONE_RULE = 100;

/**
 * Collects what is found in one file. Of each rule the first hundred are kept and the next says that there are more,
 * so that a huge document full of one mistake costs neither memory nor a reader's patience.
 */
export function reporterFor(file: string): Reporter {
  const found: CheckFinding[] = [];
  const counts = new Map<string, number>();
  return {
    report: (rule, facts, at, reference = rule.reference) => {
      const count = (counts.get(rule.id) ?? 0) + 1;
      counts.set(rule.id, count);
      if (count > MOST_OF_ONE_RULE + 1) return;
      const { id, severity, why, mend } = rule;
      const said = sentence(rule.says, facts);
      const message = count > MOST_OF_ONE_RULE ? `${said} (further ones are not listed)` : said;
      found.push({ rule: id, severity, file, line: at.line, column: at.column, message, why, mend, reference });
    },
    findings: () => byPlace(found),
  };
}
