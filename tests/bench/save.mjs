/**
 * How long after an article is saved its new words are in the preview, in `dateline serve --watch`: by the clock, warm,
 * until an open page hears of it and until the article's page says them. The first argument says how many articles
 * (10,000), the second how many saves (20). `npm run bench:save` compiles `src/` first.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COMMAND } from "../support/command.mjs";
import { corpus, newsroom } from "./corpus.mjs";

const ARTICLES = Number(process.argv[2] ?? 10_000);
const SAVES = Number(process.argv[3] ?? 20);
const PORT = 18_482;
const HOME = `http://127.0.0.1:${PORT}`;

const kept = join(tmpdir(), "dateline-bench");
mkdirSync(kept, { recursive: true });
const folder = join(kept, `save-${process.pid}`);
const articles = corpus(kept, ARTICLES);
mkdirSync(folder);
newsroom(articles, join(folder, "data"));
writeFileSync(join(folder, "data/publication.yaml"), "title: Gazette\nurl: https://gazette.example/\nlanguage: en\n");

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const worst = (numbers) => Math.max(...numbers);
const text = (path) => fetch(HOME + path).then((response) => response.text());
/** An article of today: on the front page and in every main feed. */
const save = (words) =>
  writeFileSync(
    join(folder, "data/zz-saved.md"),
    `---\ntitle: The ferry is late\ndate: 2026-06-01T08:00:00Z\n---\nThe ferry is late, for the ${words} time. It waits at the pier.\n`,
  );

/** Calls back whenever the server tells open pages of a build; ends with the server. */
function listen(heard) {
  const asked = get(`${HOME}/_dateline/events`, (response) => {
    response.setEncoding("utf8");
    response.on("data", (said) => {
      if (said.includes("event: built")) heard();
    });
    response.on("error", () => undefined);
  });
  asked.on("error", () => undefined);
}

save("zeroth");
// What is written every day has been published before: its ledger knows the articles.
spawnSync(process.execPath, [COMMAND, "build"], { cwd: folder, stdio: "ignore" });
const server = spawn(process.execPath, [COMMAND, "serve", "--watch", "--port", String(PORT)], {
  cwd: folder,
  stdio: "ignore",
});
try {
  for (let tries = 0; ; tries += 1) {
    const page = await text("/articles/zz-saved/").catch(() => "");
    if (page.includes("zeroth")) break;
    if (tries > 1200) throw new Error("the preview never came");
    await pause(250);
  }
  let heard = () => undefined;
  listen(() => heard());
  await pause(2000);
  const [told, shown] = [[], []];
  // The first saves warm the code up, as a writer's first minutes do.
  for (let time = -5; time < SAVES; time += 1) {
    const words = `${time + 100}th`;
    const saved = performance.now();
    save(words);
    let event;
    do {
      await new Promise((resolve) => {
        heard = resolve;
      });
      event ??= performance.now() - saved;
    } while (!(await text("/articles/zz-saved/")).includes(words));
    const seen = performance.now() - saved;
    if (time >= 0) {
      told.push(event);
      shown.push(seen);
    }
    await pause(400);
  }
  const said = (numbers) =>
    `${Math.round(median(numbers))} ms (median of ${SAVES}; at most ${Math.round(worst(numbers))})`;
  console.log(
    `${ARTICLES} articles: from the save to the open page's reload ${said(told)}, to its new words ${said(shown)}`,
  );
} finally {
  const exit = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await exit;
  rmSync(folder, { recursive: true, force: true });
}
