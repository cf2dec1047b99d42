import { describe, expect, test } from "vitest";
import { GENERATOR } from "../../src/build/generator.ts";
import { buildExitCode, sharedExitCode } from "../../src/cli/exit-code.ts";
import { run } from "./run.ts";

describe("usage that is wrong is said in one line, with exit code 2:", () => {
  test.for([
    [["biuld"], "unknown command 'biuld' (Did you mean build?) See dateline --help.", "a slip in a command"],
    [["deliver"], "unknown command 'deliver'. See dateline --help.", "no such command"],
    [["--verison"], "unknown option '--verison' (Did you mean --version?) See dateline --help.", "a slip in an option"],
    [["build", "--dat", "x"], "unknown option '--dat' (Did you mean --data?) See dateline build --help.", "the same"],
    [["build", "--out"], "option '--out <folder>' argument missing. See dateline build --help.", "no value"],
    [
      ["build", "--data", ""],
      "option '--data <folder>' argument '' is invalid. It needs a name. See dateline build --help.",
      "an empty value, as an unset variable of a script gives",
    ],
    [
      ["build", "data"],
      "too many arguments for 'build'. Expected 0 arguments but got 1. See dateline build --help.",
      "the folder without its option",
    ],
    [
      ["explain", "--\u001b[2J"],
      "unknown option '--�[2J'. See dateline explain --help.",
      "a file's name, by a shell's *",
    ],
    [["explain"], "missing required argument 'file'. See dateline explain --help.", "no file"],
    ...["yesterday", "2026-02-30", "2026-13-01", "2026-05-01T25:00Z", "2026-05-01T09:00", "1", "20260501"].map(
      (now) =>
        [
          ["build", "--now", now],
          `option '--now <instant>' argument '${now}' is invalid. It should be an instant such as 2026-05-01T09:00:00Z. See dateline build --help.`,
          "no instant",
        ] as const,
    ),
  ] as const)("%j: %s (%s)", async ([argv, line]) => {
    expect(await run(argv)).toEqual({ code: 2, stdout: "", stderr: `error: ${line}\n` });
  });

  test("no command at all prints the help where errors go", async () => {
    const { code, stdout, stderr } = await run([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe((await run(["--help"])).stdout);
  });
});

describe("help and version", () => {
  test("of the whole", async () => {
    expect(await run(["--help"])).toEqual({
      code: 0,
      stderr: "",
      stdout: `Usage: dateline COMMAND [options]

Publishes articles with bylines as RSS 2.0, Atom 1.0 and JSON Feed 1.1.

Options:
  -V, --version                print the version
  -h, --help                   print this help

Commands:
  build [options]              Publish the articles of a folder.
  check [options] [target...]  Check feeds, ours or anybody's: RSS, Atom, JSON
                               Feed, OPML and sitemaps. Works offline.
  serve [options]              Show what is published, or, while you write, what
                               would be.
  push [options]               Tell the hubs (WebSub, rssCloud) which feeds have
                               changed.
  explain [options] <file...>  Show what is read out of an article, and from
                               which words.
  init [options] [folder]      Begin a publication: data/publication.yaml and a
                               first article. Overwrites nothing.
  import [options] <from>      Take over a publication's articles from its
                               feeds, with their ids and dates.
  help [command]               the options of a command

Exit codes: 0 all published, 1 some refused, 2 nothing published, 70 a defect.
`,
    });
  });

  test.for(["build", "check", "serve", "push", "explain", "init", "import"])("of %s", async (name) => {
    const help = await run([name, "--help"]);
    expect(help).toMatchObject({ code: 0, stderr: "" });
    expect(help.stdout).toMatch(new RegExp(`^Usage: dateline ${name} `));
    expect(await run(["help", name])).toEqual(help);
    expect(await run([name, "--version"])).toEqual({ code: 0, stderr: "", stdout: `${GENERATOR.version}\n` });
  });

  test.for(["--version", "-V"])("dateline %s", async (option) => {
    expect(await run([option])).toEqual({ code: 0, stderr: "", stdout: `${GENERATOR.version}\n` });
  });
});

describe("exit codes", () => {
  test.for([
    ["Gazette", 0, ["warning", "note"], 0, "all published"],
    ["Gazette", 1, ["warning", "error"], 1, "one refused, the rest published"],
    ["Gazette", 1, ["warning"], 1, "one refused for its warning, by --strict"],
    ["Gazette", 0, ["error"], 1, "one that could not be read"],
    [undefined, 0, [], 2, "nothing published: drafts only"],
    [undefined, 1, ["error"], 2, "nothing published: no articles, configuration, disk, all refused"],
  ] as const)("of a build of %s, %i refused, %j: %i (%s)", ([publication, count, severities, code]) => {
    const entries = { refused: Array.from({ length: count }, () => ({})) };
    const findings = severities.map((severity) => ({ severity }));
    const report = { entries, findings };
    expect(buildExitCode(publication === undefined ? report : { ...report, publication })).toBe(code);
  });

  test.for([
    [2, 0, 0],
    [1, 1, 1],
    [0, 2, 2],
  ] as const)("of a list, %i well and %i ill: %i", ([well, ill, code]) => {
    expect(sharedExitCode(well, ill)).toBe(code);
  });
});
