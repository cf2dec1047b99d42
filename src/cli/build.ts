import { type BuildReport, build } from "../build.ts";
import { buildDocument, jsonText } from "./document.ts";
import { buildExitCode, type ExitCode } from "./exit-code.ts";
import { printFindings } from "./findings.ts";
import { interruptible } from "./interrupted.ts";
import type { Io } from "./io.ts";
import { coloursFor } from "./look.ts";
import { progress } from "./progress.ts";
import { reportText } from "./report.ts";
import { sparing } from "./sparing.ts";

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
  /** Then the hubs are told. */
  readonly push?: boolean;
}

/** `dateline build`: findings go to stderr, what was done to stdout. */
export async function runBuild(given: BuildArguments, io: Io): Promise<ExitCode> {
  const { data, out, now, strict = false, dryRun = false, json = false } = given;
  const { tell, end } = progress(io);
  const { articles, changed, threads } = given;
  const more = {
    ...(articles === undefined ? {} : { articles }),
    ...(changed === undefined ? {} : { changed }),
    ...(threads === undefined ? {} : { threads }),
  };
  const options = { data, out, strict, dryRun, ...more, onProgress: sparing(json ? () => undefined : tell) };
  return interruptible(async (signal) => {
    const report = await build({ ...options, signal, ...(now === undefined ? {} : { now }) }).finally(end);
    return told(report, given, io);
  });
}

async function told(report: BuildReport, given: BuildArguments, io: Io): Promise<ExitCode> {
  const code = buildExitCode(report);
  const { data, out, json = false, quiet = false } = given;
  const pushes = given.push === true && !report.dryRun && code < 2;
  if (json) {
    // Of two documents scripts could read neither.
    const push = pushes ? await (await import("./push.ts")).pushedDocument({ data, out }) : undefined;
    const all = afterPush(code, push?.exitCode);
    io.stdout.write(jsonText({ ...buildDocument(report, all), ...(push === undefined ? {} : { push }) }));
    return all;
  }
  await print(report, code, quiet, io);
  return pushes ? afterPush(code, await (await import("./push.ts")).runPush({ data, out, quiet }, io)) : code;
}

/** What was published stays so, whether the hubs could be told or not. */
function afterPush(code: ExitCode, pushed: ExitCode | undefined): ExitCode {
  return (pushed ?? 0) === 0 ? code : 1;
}

async function print(report: BuildReport, code: ExitCode, quiet: boolean, io: Io): Promise<void> {
  await printFindings(report.findings, quiet ? ["error"] : ["error", "warning", "note"], io);
  const words = reportText(report, coloursFor(io.stdout, io.env), io.stdout.isTTY !== true);
  if (code === 2) io.stderr.write(words);
  else if (!quiet) io.stdout.write(words);
}
