import type { Finding, Severity } from "../finding.ts";
import { describe } from "../words.ts";
import type { Io } from "./io.ts";
import { type Colours, coloursFor } from "./look.ts";
import { sourceLines } from "./source-lines.ts";

/** Nobody reads on after so many; `--json` has them all. */
const MOST: Readonly<Record<Severity, number>> = { error: 200, warning: 50, note: 20 };
const PLURAL: Readonly<Record<Severity, string>> = { error: "errors", warning: "warnings", note: "notes" };

/** Prints findings article by article, each with the words that are meant and how to mend it. */
export async function printFindings(
  findings: readonly Finding[],
  severities: readonly Severity[],
  io: Io,
): Promise<void> {
  const look = coloursFor(io.stderr, io.env);
  const lineAt = sourceLines();
  const left = new Map<Severity, number>(severities.map((severity) => [severity, MOST[severity]]));
  let before: string | undefined;
  for (const finding of findings) {
    const room = left.get(finding.severity);
    if (room === undefined) continue;
    left.set(finding.severity, room - 1);
    if (room <= 0) continue;
    if (before !== undefined && before !== finding.place.file) io.stderr.write("\n");
    before = finding.place.file;
    io.stderr.write(`${await described(finding, lineAt, look)}\n`);
  }
  if (before !== undefined) io.stderr.write("\n");
  for (const [severity, room] of left)
    if (room < 0) io.stderr.write(`… and ${-room} more ${PLURAL[severity]}: --json has them all.\n\n`);
}

/** Notes ask for nothing: a line is enough. */
async function described(finding: Finding, lineAt: ReturnType<typeof sourceLines>, look: Colours): Promise<string> {
  if (finding.severity === "note") return describe(finding, undefined, look).split("\n")[0] ?? "";
  return describe(finding, await lineAt(finding.place), look);
}
