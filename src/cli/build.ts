import { build } from "../build.ts";
import { buildDocument, jsonText } from "./document.ts";
import { buildExitCode, type ExitCode } from "./exit-code.ts";
import { printFindings } from "./findings.ts";
import type { Io } from "./io.ts";
import { coloursFor } from "./look.ts";
import { progress } from "./progress.ts";
import { reportText } from "./report.ts";

export interface BuildArguments {
  readonly data: string;
  readonly articles?: string;
  readonly out: string;
  readonly now?: Date;
  readonly strict?: boolean;
  readonly changed?: readonly string[];
  readonly threads?: number;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `dateline build`: findings go to stderr, what was done to stdout. */
export async function runBuild(given: BuildArguments, io: Io): Promise<ExitCode> {
  const { data, out, now, strict = false, dryRun = false, json = false, quiet = false } = given;
  const { tell, end } = progress(io);
  const { articles, changed, threads } = given;
  const more = {
    ...(articles === undefined ? {} : { articles }),
    ...(changed === undefined ? {} : { changed }),
    ...(threads === undefined ? {} : { threads }),
  };
  const options = { data, out, strict, dryRun, ...more, ...(json ? {} : { onProgress: tell }) };
  const report = await build(now === undefined ? options : { ...options, now }).finally(end);
  const code = buildExitCode(report);
  if (json) {
    io.stdout.write(jsonText(buildDocument(report, code)));
    return code;
  }
  await printFindings(report.findings, quiet ? ["error"] : ["error", "warning", "note"], io);
  const words = reportText(report, coloursFor(io.stdout, io.env), io.stdout.isTTY !== true);
  if (code === 2) io.stderr.write(words);
  else if (!quiet) io.stdout.write(words);
  return code;
}
