import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { COMMAND } from "../support/command.mjs";
import { site } from "../support/site.ts";
import { chance } from "./chance.ts";
import { newPiece, type Piece, sentence, written } from "./piece.ts";

const NIGHT = process.env.NIGHT !== undefined;
const ARTICLES = 100;
const EDITS = NIGHT ? 1_000 : 60;
/** After so many edits everything has been loaded, compiled and looked at once. */
const WARM = NIGHT ? 100 : 25;
/** What may stay of an edit, in bytes: less than the article has. */
const SLACK_AN_EDIT = 1_500;
const SLACK = 3_000_000;

/** Counts what is in use, after everything that is not has been given back, whenever it is asked to. */
const COUNTER = `data:text/javascript,${encodeURIComponent(`
process.on("SIGUSR2", () => {
  for (let times = 0; times < 4; times += 1) gc();
  process.stderr.write("heap " + process.memoryUsage().heapUsed + ".");
});`)}`;

test.skipIf(process.platform === "win32")(
  `a preview's memory stays flat over ${EDITS} edits`,
  { timeout: 3_600_000 },
  async () => {
    const dice = chance(7);
    const place = site({ "data/publication.yaml": "title: Gazette\nurl: https://gazette.example/\nlimit: 20\n" });
    const pieces: Piece[] = [];
    const date = new Date("2026-05-01T00:00:00Z");
    for (let number = 0; number < ARTICLES; number += 1) pieces.push(newPiece(dice, number, date));
    const put = (at: number): void => {
      const piece = pieces[at];
      if (piece !== undefined) place.put({ [`data/n${at}.md`]: written(withoutPicture(piece)) });
    };
    for (const at of pieces.keys()) put(at);
    const child = spawn(
      process.execPath,
      ["--expose-gc", "--import", COUNTER, COMMAND, "serve", "--watch", "--port", "0"],
      { cwd: place.folder, stdio: ["ignore", "pipe", "pipe"] },
    );
    const ended = once(child, "exit");
    let out = "";
    let err = "";
    child.stdout.on("data", (words: Buffer) => (out += words));
    child.stderr.on("data", (words: Buffer) => (err += words));
    const until = async (holds: () => boolean, what: string): Promise<void> => {
      for (let tries = 0; !holds(); tries += 1) {
        if (tries > 6_000 || child.exitCode !== null) throw new Error(`no ${what}: ${out}${err}`);
        await pause(10);
      }
    };
    const heap = async (): Promise<number> => {
      err = "";
      child.kill("SIGUSR2");
      await until(() => /heap \d+\./.test(err), "heap");
      return Number(/heap (\d+)/.exec(err)?.[1]);
    };
    try {
      await until(() => out.includes("_desk"), "preview");
      const url = /http:\/\/[^ ]+/.exec(out)?.[0] ?? "";
      let before = 0;
      for (let edit = 1; edit <= EDITS; edit += 1) {
        const builds = out.split("\n").length;
        const at = edit % ARTICLES;
        const piece = pieces[at];
        if (edit % 10 === 0) place.remove(`data/n${at}.md`);
        else if (piece !== undefined) {
          pieces[at] = { ...piece, paragraphs: [sentence(dice), ...piece.paragraphs.slice(1)] };
          put(at);
        }
        await until(() => out.split("\n").length > builds, `build after edit ${edit}`);
        if (edit % 10 === 0) put(at);
        for (const path of ["rss.xml", "atom.xml", "feed.json", "_desk", ""])
          await (await fetch(url + path)).arrayBuffer();
        if (edit === WARM) before = await heap();
      }
      const after = await heap();
      const grown = `${after - before} bytes in ${EDITS - WARM} edits, from ${before}`;
      expect(after - before, grown).toBeLessThan(SLACK + SLACK_AN_EDIT * (EDITS - WARM));
    } finally {
      child.kill("SIGINT");
      await ended;
    }
  },
);

function withoutPicture({ picture: _, ...piece }: Piece): Piece {
  return piece;
}
