import type { Severity } from "../finding.ts";

/**
 * How a command ended. 0: all published (or explained, or written). 1: published, but some articles were refused.
 * 2: nothing published: usage, configuration, disk. 70 (sysexits' "internal software error"): a defect of ours, so that
 * a script can tell a bad article from a crash.
 */
export type ExitCode = 0 | 1 | 2 | 70;

/** The exit code of a build. An article that could not even be read, and so has no fate, counts as refused. */
export function buildExitCode(report: {
  readonly publication?: string;
  readonly entries: { readonly refused: readonly unknown[] };
  readonly findings: readonly { readonly severity: Severity }[];
}): ExitCode {
  if (report.publication === undefined) return 2;
  const hasErrors = report.findings.some(({ severity }) => severity === "error");
  return hasErrors || report.entries.refused.length > 0 ? 1 : 0;
}

/** The exit code where some things of a list came out well and some did not. */
export function sharedExitCode(well: number, ill: number): ExitCode {
  if (well === 0) return 2;
  return ill > 0 ? 1 : 0;
}
