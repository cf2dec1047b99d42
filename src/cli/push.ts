import { GENERATOR } from "../build/generator.ts";
import { isDiskTrouble, reasonOf } from "../files.ts";
import { type PushOptions, type PushReport, push } from "../push/push.ts";
import type { Answer } from "../push/tell.ts";
import { harmless } from "../words.ts";
import { jsonText } from "./document.ts";
import { type ExitCode, sharedExitCode } from "./exit-code.ts";
import { type Io, Refusal } from "./io.ts";
import { type Colours, coloursFor } from "./look.ts";

export interface PushArguments {
  readonly data: string;
  readonly out: string;
  readonly all?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** What `dateline push --json` prints. */
export interface PushDocument {
  readonly exitCode: ExitCode;
  readonly dryRun: boolean;
  /** What hubs answered, or in a dry run would have been told. */
  readonly told: readonly {
    readonly protocol: "WebSub" | "rssCloud";
    readonly hub: string;
    readonly feed: string;
    /** `null` in a dry run. */
    readonly taken: boolean | null;
    readonly answer?: string;
    readonly tries?: number;
    readonly milliseconds?: number;
  }[];
  /** How many messages were not needed: the hub knows the feed as it is. */
  readonly known: number;
  /** Files of feeds that name a hub but not their own address. */
  readonly nameless: readonly string[];
}

/** `dateline push`: hubs are told of the feeds that changed. Answers go to stdout, failures to stderr. */
export async function runPush(given: PushArguments, io: Io): Promise<ExitCode> {
  const { json = false, quiet = false, dryRun = false } = given;
  const good = coloursFor(io.stdout, io.env);
  const bad = coloursFor(io.stderr, io.env);
  const heard = (answer: Answer): void => {
    if (!answer.taken) io.stderr.write(failureLine(answer, bad));
    else if (!quiet) io.stdout.write(successLine(answer, good));
  };
  const report = await pushed({ ...given, ...(json ? {} : { heard }) });
  const code = pushExitCode(report);
  if (json) io.stdout.write(jsonText(pushDocument(report, code, dryRun)));
  else sum(report, code, dryRun, quiet, io);
  return code;
}

/** The same for a build that tells of itself as one document: what this prints as one. */
export async function pushedDocument(given: PushArguments): Promise<PushDocument> {
  const report = await pushed(given);
  return pushDocument(report, pushExitCode(report), false);
}

async function pushed({
  data,
  out,
  all,
  dryRun,
  heard,
}: PushArguments & Pick<PushOptions, "heard">): Promise<PushReport> {
  const agent = `${GENERATOR.name}/${GENERATOR.version} (+${GENERATOR.uri})`;
  try {
    return await push({
      data,
      out,
      agent,
      all: all === true,
      dryRun: dryRun === true,
      ...(heard === undefined ? {} : { heard }),
    });
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
    const path = (error as NodeJS.ErrnoException).path ?? out;
    throw new Refusal(`${harmless(path)} cannot be read or written: ${reasonOf(error)}. Run "dateline build" first.`);
  }
}

/** 0: told, or known already. 1: some were not told. 2: none was, or there is nobody to tell. */
function pushExitCode({ answers, wouldTell, known, nameless }: PushReport): ExitCode {
  const well = answers.filter(({ taken }) => taken).length + wouldTell.length + known;
  return sharedExitCode(well, answers.filter(({ taken }) => !taken).length + nameless.length);
}

function successLine({ ping, said, tries, milliseconds }: Answer, look: Colours): string {
  const again = tries > 1 ? `, after ${tries} tries` : "";
  const time = look.quiet(`${(milliseconds / 1000).toFixed(2)} s`);
  return `${look.good("told")} ${harmless(ping.hub)} of ${harmless(ping.feed)}: ${harmless(said)}${again} ${time}\n`;
}

function failureLine({ ping, said, tries }: Answer, look: Colours): string {
  const asked = tries === 0 ? "not asked again" : `after ${tries} ${tries === 1 ? "try" : "tries"}`;
  return `${look.error("error:")} ${harmless(ping.hub)} was not told of ${harmless(ping.feed)}: ${harmless(said)} (${asked})\n`;
}

function sum(
  { answers, wouldTell, known, nameless }: PushReport,
  code: ExitCode,
  dryRun: boolean,
  quiet: boolean,
  io: Io,
): void {
  for (const file of nameless)
    io.stderr.write(
      `error: ${harmless(file)} names a hub, but not its own address. Write "url:" into publication.yaml.\n`,
    );
  if (code !== 0 && answers.length + wouldTell.length + known + nameless.length === 0) {
    io.stderr.write('error: No feed names a hub. Write "hub:" into publication.yaml and build again.\n');
    return;
  }
  if (quiet) return;
  for (const { hub, feed } of wouldTell) io.stdout.write(`would tell ${harmless(hub)} of ${harmless(feed)}\n`);
  if (answers.length + wouldTell.length > 0 || nameless.length > 0) return;
  io.stdout.write(
    `Nothing has changed since the ${known === 1 ? "hub was" : "hubs were"} told${dryRun ? "" : "; --all tells all"}.\n`,
  );
}

function pushDocument(
  { answers, wouldTell, known, nameless }: PushReport,
  exitCode: ExitCode,
  dryRun: boolean,
): PushDocument {
  return {
    exitCode,
    dryRun,
    told: [
      ...answers.map(({ ping: { protocol, hub, feed }, taken, said, tries, milliseconds }) => ({
        protocol,
        hub,
        feed,
        taken,
        answer: said,
        tries,
        milliseconds,
      })),
      ...wouldTell.map(({ protocol, hub, feed }) => ({ protocol, hub, feed, taken: null })),
    ],
    known,
    nameless,
  };
}
