import type { Finding } from "../finding.ts";

/** Thrown inside a build to end it before anything is written. */
export class Stop extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super("nothing can be published");
    this.findings = findings;
  }
}
