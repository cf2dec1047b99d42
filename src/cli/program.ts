import { Command, InvalidArgumentError, Option } from "commander";
import { GENERATOR } from "../build/generator.ts";
import { harmless } from "../words/cells.ts";
import type { BuildArguments } from "./build.ts";
import type { CheckArguments } from "./check.ts";
import { FORMATS, LEVELS } from "./check-report.ts";
import type { ExitCode } from "./exit-code.ts";
import type { ExplainArguments } from "./explain.ts";
import type { ImportArguments } from "./import.ts";
import type { InitArguments } from "./init.ts";
import type { Io } from "./io.ts";
import { coloursFor } from "./look.ts";
import type { PushArguments } from "./push.ts";
import type { ServeArguments } from "./serve.ts";

type Ended = (code: ExitCode) => void;

/**
 * The commands with their options. Each is loaded when it is run, so that `--help` costs nothing; `ended` hears its
 * exit code.
 */
export function program(io: Io, ended: Ended): Command {
  const dateline = command("dateline", io)
    .description("Publishes articles with bylines as RSS 2.0, Atom 1.0 and JSON Feed 1.1.")
    .usage("COMMAND [options]")
    .helpCommand("help [command]", "the options of a command");
  for (const make of [
    buildCommand,
    checkCommand,
    serveCommand,
    pushCommand,
    explainCommand,
    initCommand,
    importCommand,
  ])
    dateline.addCommand(make(io, ended));
  dateline.addHelpText("after", "\nExit codes: 0 all published, 1 some refused, 2 nothing published, 70 a defect.");
  return dateline;
}

function buildCommand(io: Io, ended: Ended): Command {
  return withData(command("build", io).description("Publish the articles of a folder."))
    .option("--articles <file>", "a JSON file of more articles: a list of them, or a JSON Feed", named)
    .option("--out <folder>", "folder that the feeds are written to", named, "dist")
    .option("--now <instant>", NOW_HELP, instant)
    .option("--strict", "refuse articles that would be published with a warning")
    .option("--dry-run", "write nothing; say what subscribers would see")
    .option("--changed <path...>", "files and folders that have changed since the last build; no others are looked at")
    .option("--threads <number>", "threads that read articles, from 1,000 on (default: one a processor)", workers)
    .option("--json", "print one JSON document")
    .option("--quiet", "print errors only")
    .option("--push", "then tell the hubs, as dateline push does")
    .action(async (given: BuildArguments) => {
      const { runBuild } = await import("./build.ts");
      ended(await runBuild(given, io));
    });
}

function pushCommand(io: Io, ended: Ended): Command {
  return withData(command("push", io).description("Tell the hubs (WebSub, rssCloud) which feeds have changed."))
    .option("--out <folder>", "folder of the feeds, as they stand on the web", named, "dist")
    .option("--all", "tell of feeds that have not changed as well")
    .option("--dry-run", "tell nobody; say whom")
    .option("--json", "print one JSON document")
    .option("--quiet", "print errors only")
    .action(async (given: PushArguments) => {
      const { runPush } = await import("./push.ts");
      ended(await runPush(given, io));
    });
}

function serveCommand(io: Io, ended: Ended): Command {
  return withData(command("serve", io).description("Show what is published, or, while you write, what would be."))
    .option("--out <folder>", "folder that is served", named, "dist")
    .option("--watch", "build what is written in the data folder again and again, and show that; publish nothing")
    .option("--port <number>", "port to listen at, 0 for any that is free", port, 8000)
    .option(
      "--host <address>",
      "address to listen at; 0.0.0.0 for every machine that reaches this one",
      named,
      "127.0.0.1",
    )
    .option("--workers <number>", "processes that answer; by default one for each core, up to 4", workers)
    .option("--strict", "refuse articles that would be published with a warning")
    .option("--now <instant>", NOW_HELP, instant)
    .action(async (given: ServeArguments) => {
      const { runServe } = await import("./serve.ts");
      ended(await runServe(given, io));
    });
}

function checkCommand(io: Io, ended: Ended): Command {
  return command("check", io)
    .description("Check feeds, ours or anybody's: RSS, Atom, JSON Feed, OPML and sitemaps. Works offline.")
    .argument("[target...]", 'files, folders, addresses, or "-" for what is piped in')
    .option("--url <address>", "where a file is served, to compare its self link with", named)
    .option("--profile <names>", "what else it has to be ready for, such as flipboard,msn", list)
    .addOption(new Option("--format <format>", "how findings are printed").choices(FORMATS).default("text"))
    .addOption(new Option("--level <level>", "what is told, and what fails").choices(LEVELS).default("warning"))
    .option("--explain <rule>", "print one rule with its examples", named)
    .option("--now <instant>", NOW_HELP, instant)
    .addHelpText("after", "\nExit codes: 0 nothing at the level, 1 something, 2 something could not be read.")
    .action(async (targets: readonly string[], given: CheckArguments) => {
      const { runCheck } = await import("./check.ts");
      ended(await runCheck(targets, given, io));
    });
}

function list(value: string): readonly string[] {
  return value.split(",").map((name) => name.trim());
}

function explainCommand(io: Io, ended: Ended): Command {
  return withData(command("explain", io).description("Show what is read out of an article, and from which words."))
    .argument("<file...>", "articles")
    .option("--now <instant>", NOW_HELP, instant)
    .option("--json", "print one JSON document")
    .action(async (files: readonly string[], given: ExplainArguments) => {
      const { runExplain } = await import("./explain.ts");
      ended(await runExplain(files, given, io));
    });
}

function initCommand(io: Io, ended: Ended): Command {
  return command("init", io)
    .description("Begin a publication: data/publication.yaml and a first article. Overwrites nothing.")
    .argument("[folder]", "folder to begin it in", named, ".")
    .option("--title <name>", "the publication's name")
    .option("--url <address>", "its front page's address")
    .option("--description <sentence>", "what it is about")
    .option("--author <name>", "who writes it")
    .option("--language <tag>", "the language of most articles, such as en or pt-BR")
    .option("--timezone <zone>", "the time zone of dates that state none, such as Europe/Berlin")
    .action(async (folder: string, given: InitArguments) => {
      const { runInit } = await import("./init.ts");
      ended(await runInit(folder, given, io));
    });
}

function importCommand(io: Io, ended: Ended): Command {
  return withData(
    command("import", io).description("Take over a publication's articles from its feeds, with their ids and dates."),
  )
    .argument("<from>", "RSS, Atom, JSON Feed or WXR: a file, a folder of them, a list of them (OPML), or an address")
    .option("--fetch", "get the feeds of a list from the web, rather than copies beside it")
    .action(async (from: string, given: ImportArguments) => {
      const { runImport } = await import("./import.ts");
      ended(await runImport(from, given, io));
    });
}

const NOW_HELP = "the present, such as 2026-05-01T09:00:00Z (for tests and rebuilds)";

function withData(to: Command): Command {
  return to.option("--data <folder>", "folder of articles", named, "data");
}

/** A command that never ends the process, and says what is wrong in one line. */
function command(name: string, io: Io): Command {
  const { error: red } = coloursFor(io.stderr, io.env);
  return new Command(name)
    .version(GENERATOR.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (text, write) => write(`${red("error:")} ${usageLine(text)} See ${helpOf(name)}.\n`),
    });
}

/** Commander's complaint and its suggestion on one line. Names that a shell took from the disk do nothing to a terminal. */
function usageLine(text: string): string {
  const line = text
    .trim()
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ");
  return harmless(/[.)]$/.test(line) ? line : `${line}.`);
}

function helpOf(name: string): string {
  return name === "dateline" ? "dateline --help" : `dateline ${name} --help`;
}

function named(value: string): string {
  if (value.trim() === "") throw new InvalidArgumentError("It needs a name.");
  return value;
}

function port(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > 65_535) throw new InvalidArgumentError("It should be a number from 0 to 65535.");
  return number;
}

function workers(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < 1 || number > 64)
    throw new InvalidArgumentError("It should be a number from 1 to 64.");
  return number;
}

const INSTANT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** An ISO instant with its zone, or a day (its midnight in UTC). 30 February is none. */
function instant(value: string): Date {
  const at = new Date(value);
  if (!INSTANT.test(value) || Number.isNaN(at.getTime()) || !isDay(value.slice(0, 10)))
    throw new InvalidArgumentError("It should be an instant such as 2026-05-01T09:00:00Z.");
  return at;
}

/** `Date` takes 30 February for 2 March. */
function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
