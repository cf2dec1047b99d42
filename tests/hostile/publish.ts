import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type BuildReport, build } from "../../src/build.ts";
import type { Finding, Severity } from "../../src/finding.ts";
import type { Case, Outcome } from "./cases/case.ts";

const NOW = new Date("2026-06-01T00:00:00Z");

/** A publication that was built of what somebody hostile has sent. */
export interface Published {
  readonly folder: string;
  readonly report: BuildReport;
  readonly milliseconds: number;
  /** Files that this disk could not take. */
  readonly impossible: ReadonlySet<string>;
  /** The files below `dist/`. */
  readonly files: readonly string[];
  readonly remove: () => void;
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Builds a publication of such files, which lie below its data folder; `prepare` makes what is no file. */
export async function publishAll(
  files: Files,
  prepare: (data: string) => void | Promise<void> = () => undefined,
): Promise<Published> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-hostile-"));
  const [data, out] = [join(folder, "data"), join(folder, "dist")];
  const impossible = new Set(
    Object.entries(files).flatMap(([file, content]) => (put(join(data, file), content) ? [] : [file])),
  );
  await prepare(data);
  const started = performance.now();
  const report = await build({ data, out, now: NOW });
  const milliseconds = performance.now() - started;
  const written = existsSync(out) ? readdirSync(out, { recursive: true, encoding: "utf8", withFileTypes: true }) : [];
  return {
    folder,
    report,
    milliseconds,
    impossible,
    files: written
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name).slice(out.length + 1))
      .sort(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function put(path: string, content: string | Uint8Array): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return true;
  } catch {
    return false;
  }
}

/** Cases as files. */
export function filesOf(cases: readonly Case[]): Files {
  return Object.fromEntries(cases.map(([file, content]) => [file, content]));
}

/** What the build made of a file, in the words of the tables: all that it was refused for, or is published with. */
export function outcomesOf({ report, folder }: Published, file: string): readonly Outcome[] {
  const own = report.findings.filter(({ place }) => place.file === join(folder, "data", file));
  const of = (severity: Severity): readonly Finding[] => own.filter((one) => one.severity === severity);
  if (report.entries.refused.some((one) => one.file === file))
    return of("error").map(
      ({ code, place: { line } }): Outcome => `refused ${code}${line === undefined ? "" : ` ${line}`}`,
    );
  if (!report.entries.new.some((one) => one.file === file)) return ["nothing at all"];
  const warnings = of("warning").map(({ code }): Outcome => `warning ${code}`);
  return warnings.length === 0 ? ["clean"] : warnings;
}
