import type { Severity } from "./rule.ts";

/** One thing that is wrong with a document, or could be better. Lines and columns count from 1, columns in UTF-16 units. */
export interface CheckFinding {
  /** The rule's id, as `dateline check --explain` takes it. */
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  readonly mend: string;
  /** URL of the standard's section. */
  readonly reference: string;
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 3, warning: 2, advice: 1 };

/** Those that weigh at least as much as the level. */
export function atLevel(findings: readonly CheckFinding[], level: Severity): CheckFinding[] {
  return findings.filter(({ severity }) => WEIGHT[severity] >= WEIGHT[level]);
}

/** By file, line, column; of those in one place the graver first. */
export function byPlace(findings: readonly CheckFinding[]): CheckFinding[] {
  return findings.toSorted(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      WEIGHT[b.severity] - WEIGHT[a.severity] ||
      compare(a.rule, b.rule),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
