import { setFlagsFromString } from "node:v8";
import { type BuildReport, build } from "../build.ts";
import { buildDocument, jsonText } from "./document.ts";
import { buildExitCode, type ExitCode } from "./exit-code.ts";
import { printFindings } from "./findings.ts";
import { interruptible } from "./interrupted.ts";
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
  const { data, out, now, strict = false, dryRun = false, json = false } = given;
  // What a build has done with is soon more than what it needs: unless told otherwise, V8 lets it grow to four times that
  // before it looks, which takes a third more memory and is no faster. Holds for the workers as well.
  setFlagsFromString("--heap-growing-percent=40");
  const { tell, end } = progress(io);
  const { articles, changed, threads } = given;
  const more = {
    ...(articles === undefined ? {} : { articles }),
    ...(changed === undefined ? {} : { changed }),
    ...(threads === undefined ? {} : { threads }),
  };
  const options = { data, out, strict, dryRun, ...more, ...(json ? {} : { onProgress: tell }) };
  return interruptible(async (signal) => {
    const report = await build({ ...options, signal, ...(now === undefined ? {} : { now }) }).finally(end);
    return told(report, given, io);
  });
}

async function told(report: BuildReport, { json = false, quiet = false }: BuildArguments, io: Io): Promise<ExitCode> {
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
