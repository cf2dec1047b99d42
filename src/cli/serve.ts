import { mkdtempSync, rmSync, statSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { openMemory } from "../build/memory.ts";
import type { BuildReport } from "../build.ts";
import { openDesk } from "../desk/desk.ts";
import { isCode, reasonOf } from "../files.ts";
import type { Finding } from "../finding.ts";
import { isAtHome, type Live, openLive, type Trouble } from "../serve/live.ts";
import { openPreview } from "../serve/preview.ts";
import { type Answered, type ServeOptions, type Serving, serve } from "../serve/server.ts";
import { watch } from "../serve/watch.ts";
import { serveWithWorkers } from "../serve/workers.ts";
import { frame, harmless, placeName, words } from "../words.ts";
import type { ExitCode } from "./exit-code.ts";
import { printFindings } from "./findings.ts";
import { type Io, Refusal } from "./io.ts";
import { coloursFor } from "./look.ts";
import { reportText } from "./report.ts";
import { sourceLines } from "./source-lines.ts";

export interface ServeArguments {
  readonly data: string;
  readonly out: string;
  readonly now?: Date;
  readonly strict?: boolean;
  readonly watch?: boolean;
  readonly port: number;
  readonly host: string;
  /** Processes that answer; by default one for each core, up to four. */
  readonly workers?: number;
}

/** More processes than that are for more readers than one machine has. */
const MOST_WORKERS = 4;

/** `dateline serve`: until it is interrupted. */
export async function runServe(given: ServeArguments, io: Io, ended: Promise<void> = interrupted()): Promise<ExitCode> {
  return given.watch === true ? preview(given, io, ended) : shelf(given, io, ended);
}

async function shelf(given: ServeArguments, io: Io, ended: Promise<void>): Promise<ExitCode> {
  const { out, port, host, workers = Math.min(availableParallelism(), MOST_WORKERS) } = given;
  if (statSync(out, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Refusal(
      `There is no folder ${harmless(out)} to serve. Run "dateline build" first, or name it with --out.`,
    );
  const serving = await listen({ folder: out, port, host }, io, workers);
  io.stdout.write(`Serving ${harmless(out)} at ${serving.url} (Ctrl-C ends)\n`);
  await ended;
  await serving.close();
  return 0;
}

/** Shows what a build would publish, again and again, and publishes nothing. */
async function preview(given: ServeArguments, io: Io, ended: Promise<void>): Promise<ExitCode> {
  const { data, out, now, strict = false, port, host } = given;
  const folder = mkdtempSync(join(tmpdir(), "dateline-preview-"));
  const live = openLive();
  const memory = openMemory();
  const { take, prepare } = openPreview(folder, data);
  const desk = openDesk({ data, memory, decorate: live.decorate, mayEnter: isAtHome });
  let serving: Serving | undefined;
  try {
    const { decorate } = live;
    const beside: ServeOptions["beside"] = (...asked) => live.beside(...asked) || desk.beside(...asked);
    serving = await listen({ folder, port, host, decorate, prepare, beside }, io, 1);
    const options = { data, out, strict, preview: take, memory, ...(now === undefined ? {} : { now }) };
    const { forget, url } = serving;
    const told = (report: BuildReport): void => {
      forget();
      desk.built(report);
      void tell(report, live, io);
    };
    const watching = await watch(options, told, (error) => {
      io.stderr.write(`This is a defect in Dateline. Please report it: ${harmless(String(error))}\n`);
    });
    io.stdout.write(
      `Previewing ${harmless(data)} at ${url} (Ctrl-C ends); nothing is published\nThe desk is at ${url}_desk\n`,
    );
    await ended;
    await watching.close();
    return 0;
  } finally {
    live.close();
    await serving?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tell(report: BuildReport, live: Live, io: Io): Promise<void> {
  const errors = report.findings.filter(({ severity }) => severity === "error");
  live.built(report.publication !== undefined, await Promise.all(errors.map(troubleOf)));
  await printFindings(report.findings, ["error"], io);
  const [counts = ""] = reportText(report, coloursFor(io.stdout, io.env), true).split("\n");
  io.stdout.write(`${counts} ${(report.milliseconds / 1000).toFixed(2)} s\n`);
}

async function troubleOf(one: Finding): Promise<Trouble> {
  const { wrong, mend } = words(one);
  const line = await sourceLines()(one.place);
  const { source, carets } = line === undefined ? { source: "", carets: undefined } : frame(line, one.place);
  return { place: placeName(one.place), wrong, mend, frame: carets === undefined ? source : `${source}\n${carets}` };
}

type Listening = Pick<Serving, "url" | "close">;

async function listen(options: ServeOptions, io: Io, workers: 1): Promise<Serving>;
async function listen(options: ServeOptions, io: Io, workers: number): Promise<Listening>;
async function listen(options: ServeOptions, io: Io, workers: number): Promise<Listening> {
  const logged = io.stdout.isTTY === true ? { ...options, onAnswered: logger(io) } : options;
  try {
    return await (workers > 1 ? serveWithWorkers(workers, logged) : serve(logged));
  } catch (error) {
    throw new Refusal(refusalOf(error, options));
  }
}

function refusalOf(error: unknown, { port, host }: ServeOptions): string {
  if (isCode(error, "EADDRINUSE"))
    return `Port ${port} of ${harmless(host)} is taken. Name another with --port, or 0 for any.`;
  if (isCode(error, "EACCES")) return `Port ${port} may not be used. Name one from 1024 on with --port.`;
  return `${harmless(host)} cannot be listened at: ${harmless(reasonOf(error))}. Name an address of this machine with --host.`;
}

/** A line a request, for whoever sits in front of it. */
function logger(io: Io): (answered: Answered) => void {
  const look = coloursFor(io.stdout, io.env);
  return ({ method, target, status, bytes, milliseconds, agent = "" }) => {
    const paint = status >= 400 ? look.error : look.good;
    const size = bytes === undefined ? "" : `${bytes} B `;
    const line = `${harmless(method)} ${harmless(target)} ${paint(String(status))} ${size}${milliseconds.toFixed(1)} ms`;
    io.stdout.write(`${line} ${look.quiet(harmless(agent))}\n`);
  };
}

/** Ctrl-C, or whoever ends processes. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
