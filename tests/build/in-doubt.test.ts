import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Batch, readBatch } from "../../src/build/crew/batch.ts";
import { readByAll } from "../../src/build/crew/reading.ts";
import { factsFrom } from "../../src/build/store/parted.ts";
import { readPublication } from "../../src/publication/load.ts";

const ENGLISH = "The council said on Monday that the ferry will run in winter as well, and that it is to be paid for. ";
const GERMAN =
  "Der Rat hat gestern beschlossen, dass die Fähre auch im Winter fährt, weil viele Schüler sie brauchen. ";

/** Reads so many English and German articles beside a worker that is asked for nothing but what is left to it. */
async function read(
  english: number,
  german: number,
): Promise<{ languages: string[]; asked: string[]; isHeavy: boolean }> {
  const data = mkdtempSync(join(tmpdir(), "dateline-doubt-"));
  const files = Array.from({ length: english + german }, (_, index) => `${index}.txt`);
  for (const [index, file] of files.entries())
    writeFileSync(join(data, file), `Ferry ${index}\n\n${(index < german ? GERMAN : ENGLISH).repeat(4)}\n`);
  const { publication } = readPublication(
    { file: "publication.yaml", text: "title: Gazette\nurl: https://gazette.example/\n" },
    [],
  );
  const asked: string[] = [];
  const ask = (batch: Batch): ReturnType<typeof readBatch> => {
    asked.push(...batch.files);
    return readBatch(batch);
  };
  const languages: string[] = [];
  const around = { data, publication, now: new Date("2026-01-01T00:00:00Z") };
  const isHeavy = await readByAll(files, around, { ask, atOnce: 0 }, (index, story) => {
    if (typeof story === "string") throw new Error(story);
    languages[index] = factsFrom(Buffer.from(story.facts).toString()).language ?? "";
  });
  return { languages, asked, isHeavy };
}

test("an article whose language is in doubt is left to a worker, which loads the detector", async () => {
  const { languages, asked, isHeavy } = await read(70, 2);
  expect(asked).toEqual(["0.txt", "1.txt"]);
  expect(languages).toEqual([...Array(2).fill("de"), ...Array(70).fill("en")]);
  expect(isHeavy).toBe(true);
});

test("where many are in doubt, one in twenty is left to a worker, and the others are read where they are met", async () => {
  const { languages, asked } = await read(20, 40);
  expect(asked).toEqual(["0.txt", "1.txt", "2.txt"]);
  expect(languages).toEqual([...Array(40).fill("de"), ...Array(20).fill("en")]);
});

test("nobody is asked, and nothing loaded, where no article is in doubt", async () => {
  expect(await read(10, 0)).toMatchObject({ asked: [] });
});
