import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { answered, readBatch } from "../../src/build/crew/batch.ts";
import { readBatch as readInWorker } from "../../src/build/crew/crew-worker.ts";
import { factsFrom } from "../../src/build/store/parted.ts";
import { readPublication } from "../../src/publication/load.ts";
import { ROOT, type Site, site } from "../support/site.ts";

const PUBLICATION =
  "title: Gazette\nurl: https://gazette.example/\npages: false\npermalink: /{slug}\nfeeds:\n  archives: main\n";
/** So many that workers read them, and that more than two thousand of them are printed by workers. */
const MANY = 2_400;

const WORDS = ["ferry", "harbour", "crane", "council", "bridge", "storm", "market"];

/** An article in one of the forms that there are; every tenth has something wrong with it. */
function article(index: number): readonly [string, string] {
  const word = (shift: number): string => WORDS[(index * 7 + shift * 3) % WORDS.length] ?? "quay";
  const report = `The ${word(1)} was late again, said ${word(2)} officials. The ${word(3)} is next, and number ${index}.`;
  const date = new Date(Date.UTC(2025, 0, 1) + index * 7_200_000).toISOString();
  if (index % 10 === 3) return [`data/${index}.md`, `---\ndate: 2025-02-30\ntitle: "${word(0)}\n---\n${report}\n`];
  if (index % 3 === 0) return [`data/${index}.txt`, `The ${word(0)} ${index}\n\nBy Jane Doe\n\n${date}\n\n${report}\n`];
  if (index % 3 === 1)
    return [`data/${index}.html`, `<h1>${word(0)} ${index}</h1><p>By John Roe</p><time>${date}</time><p>${report}</p>`];
  return [`data/${index}.md`, `---\ntitle: ${word(0)} ${index}\ndate: ${date}\nauthor: Ada King\n---\n\n${report}\n`];
}

/** An article that does not say its language, and is in another one than the publication. */
const GERMAN = `Die Fähre fährt wieder

Von Jan Roth

2025-03-04

${"Der Rat hat gestern beschlossen, dass die Fähre auch im Winter fährt, weil viele Schüler sie brauchen. ".repeat(4)}
`;

function newspaper(): Site {
  const place = site({ "data/publication.yaml": PUBLICATION, "data/deutsch.txt": GERMAN, "data/5000.txt": GERMAN });
  place.put(Object.fromEntries(Array.from({ length: MANY }, (_, index) => article(index))));
  return place;
}

test("any number of workers publishes the same, and says the same", () => {
  const [alone, together] = [newspaper(), newspaper()];
  const said = ([alone, together] as const).map((place, workers) => {
    const run = place.dateline([
      "build",
      "--json",
      "--now",
      "2026-06-01T10:00:00Z",
      "--threads",
      workers === 0 ? "1" : "3",
    ]);
    const report = JSON.parse(run.stdout) as { milliseconds?: number };
    delete report.milliseconds;
    return { report, code: run.code };
  });
  expect(said[0]).toMatchObject({ code: 1 });
  expect(said[1]).toEqual(said[0]);
  const printed = alone.bytes();
  expect(together.bytes()).toEqual(printed);
  expect(Object.keys(printed).filter((path) => path.startsWith("dist/archives/")).length).toBeGreaterThan(60);
}, 240_000);

test("a worker that dies when it has nothing to do ends no build: another one takes its place", () => {
  const place = newspaper();
  const script = `
    import { openCrew } from ${JSON.stringify(pathToFileURL(join(ROOT, "lib/build/crew/crew.js")).href)};
    import { readPublication } from ${JSON.stringify(pathToFileURL(join(ROOT, "lib/publication/load.js")).href)};
    const workers = [];
    process.on("worker", (worker) => workers.push(worker));
    const { publication } = readPublication(undefined, []);
    const around = { data: "data", publication, now: new Date("2026-06-01T10:00:00Z") };
    const crew = openCrew(2);
    const files = Array.from({ length: 400 }, (_, index) => index * 3 + ".txt").slice(0, 300);
    const readAll = async () => {
      let count = 0;
      await crew.read(files, around, (index, read) => { count += typeof read === "object" ? 1 : 0; });
      return count;
    };
    const before = await readAll();
    workers[0].emit("error", new Error("no memory is left"));
    console.log(before, await readAll(), workers.length);
    await crew.close();
  `;
  place.put({ "read.mjs": script });
  const run = spawnSync(process.execPath, ["read.mjs"], {
    cwd: place.folder,
    encoding: "utf8",
  });
  expect(run).toMatchObject({ stderr: "", status: 0 });
  const [before, after, workers] = run.stdout.trim().split(" ").map(Number);
  expect(before).toBeGreaterThan(200);
  expect(after).toBe(before);
  expect(workers).toBe(2);
}, 60_000);

test("a file that no worker can read is told of among those that it can", async () => {
  const { folder } = newspaper();
  const publication = readPublication({ file: "publication.yaml", text: PUBLICATION }, []).publication;
  const answer = await readBatch({
    data: join(folder, "data"),
    publication,
    now: new Date("2026-06-01T10:00:00Z"),
    files: ["0.txt", "gone.md", "1.html"],
  });
  const read = [...answered(answer)];
  expect(
    read.map((one) => (typeof one === "string" ? one : factsFrom(Buffer.from(one.facts).toString()).title)),
  ).toEqual(["The ferry 0", "there is no such file", "ferry 1"]);
  expect(read.map((one) => typeof one === "string" || Buffer.from(one.words).toString().includes("was late"))).toEqual([
    true,
    true,
    true,
  ]);
});

test("a worker ends a batch before it begins the next", async () => {
  const place = site({ "data/publication.yaml": PUBLICATION });
  const names = Array.from({ length: 40 }, (_, index) => article(index));
  place.put(Object.fromEntries(names));
  const { publication } = readPublication({ file: "publication.yaml", text: PUBLICATION }, []);
  const around = { data: join(place.folder, "data"), publication, now: new Date("2026-06-01T10:00:00Z") };
  const [first, ...rest] = names.map(([path]) => path.slice("data/".length));
  const ended: number[] = [];
  const batches = [rest, [first ?? ""], rest, [first ?? ""]].map((files, index) =>
    readInWorker({ ...around, files }).then(({ numbers }) => ended.push(index) && numbers.length),
  );
  const lengths = await Promise.all(batches);
  expect(ended).toEqual([0, 1, 2, 3]);
  expect(lengths.map((length) => length / (lengths[1] ?? Number.NaN))).toEqual([39, 1, 39, 1]);
});
