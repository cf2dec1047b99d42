import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isPlainlyIn } from "../../src/compose/common-words.ts";
import { areSiblings, loadDetector } from "../../src/compose/detection.ts";
import { readArticle } from "../../src/read/read.ts";

const ENGLISH =
  "The harbour board voted on Thursday to build a second landing stage for the ferry, which ends a dispute that has divided the town for two years. Seven of the eleven members were in favour.";
const GERMAN =
  "Der Hafenrat hat am Donnerstag beschlossen, einen zweiten Anleger für die Fähre zu bauen, und damit einen Streit beendet, der die Stadt zwei Jahre lang gespalten hatte. Das sei auch nicht für alle gut.";

test.for([
  ["en", ENGLISH, true, "its commonest words"],
  ["en-GB", ENGLISH, true, "whatever the region"],
  ["de", GERMAN, true, "another language"],
  ["de", ENGLISH, false, "not the expected one"],
  ["en", GERMAN, false, "nor the other way round"],
  ["en", `${ENGLISH} ${GERMAN}`, false, "two languages: somebody has to look closely"],
  ["en", "Ferry pier vote: mayor says yes, harbour board chief no", false, "headline words"],
  ["en", "the ".repeat(3), false, "too few"],
  ["en", "", false, "nothing"],
  ["ru", "И не только это, но и то, что он сказал, и то, что она сказала, и то, что будет.", false, "not known here"],
  ["constructor", ENGLISH, false, "no language"],
] as const)("%s: %j → %s (%s)", ([language, text, is]) => {
  expect(isPlainlyIn(text, language)).toBe(is);
});

/** The article set of tests/evaluation: some forty languages, as they are written in news. */
const ARTICLES = join(import.meta.dirname, "../evaluation/articles");
const LANGUAGES = "az ca cs da de en es et eu fi fr hr hu is it lt lv nl no pl pt ro sk sl sq sv tl tr vi yo".split(
  " ",
);

test("no article is plainly in a language in which the detector does not find it", async () => {
  const detect = await loadDetector();
  let plain = 0;
  for (const file of readdirSync(ARTICLES)) {
    const { blocks } = await readArticle(readFileSync(join(ARTICLES, file)), file);
    const text = blocks.flatMap(({ lines }) => lines.map((line) => line.text)).join("\n");
    for (const language of LANGUAGES.filter((one) => isPlainlyIn(text, one))) {
      plain += 1;
      const found = detect(text, "und") ?? "";
      expect([file, language, areSiblings(found, language) ? language : found]).toEqual([file, language, language]);
    }
  }
  expect(plain).toBeGreaterThan(300);
});
