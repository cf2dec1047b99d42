import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compose } from "../../src/compose/compose.ts";
import type { Story } from "../../src/compose/story.ts";
import { readArticle } from "../../src/read/read.ts";
import { effortOf } from "../support/effort.ts";
import { RUNS } from "../support/runs.ts";
import { PUBLICATION } from "../support/story.ts";
import { LEAD, MORE } from "./articles.ts";

const SAMPLE = "mongolia-visit.txt";
const NOW = new Date("2026-05-01T00:00:00Z");

async function story(text: string, file = "a.txt"): Promise<Story> {
  return compose(await readArticle(new TextEncoder().encode(text), file), { publication: PUBLICATION, now: NOW });
}

test("the sample article", async () => {
  const sample = readFileSync(join(import.meta.dirname, "../../data", SAMPLE), "utf8");
  expect(await story(sample, SAMPLE)).toMatchObject({
    title: "Vladimir Putin has received assurances ahead of a planned visit to Mongolia that he will not be arrested",
    titleDerived: true,
    summary:
      "Vladimir Putin has received assurances ahead of a planned visit to Mongolia that he will not be arrested on an International Criminal Court warrant, according to Bloomberg.",
    authors: [{ name: "David Wyatt", kind: "person" }],
    outlet: "Buna Times",
    section: "World",
    credit: "korrespondent",
    language: "en",
    published: { at: new Date("2024-08-30T12:00:00Z"), precision: "day" },
  });
});

const WHOLE = `---
title: Board votes for second quay
author: Jane Doe
date: 2024-08-30
language: en-GB
summary: A long quarrel ends.
tags: [ferry, quay]
id: tag:gazette.example,2024:quay
slug: quay
link: https://gazette.example/quay/
draft: true
copyright: © 2024 Jane Doe
---

${LEAD}
`;

test("front matter gives everything", async () => {
  const made = await story(WHOLE, "a.md");
  expect(made).toMatchObject({
    title: "Board votes for second quay",
    titleDerived: false,
    summary: "A long quarrel ends.",
    body: `<p>${LEAD}</p>`,
    authors: [{ name: "Jane Doe" }],
    language: "en-GB",
    tags: ["ferry", "quay"],
    id: "tag:gazette.example,2024:quay",
    slug: "quay",
    link: "https://gazette.example/quay/",
    draft: true,
    copyright: "© 2024 Jane Doe",
    findings: [],
  });
  expect(made.evidence.every(({ from, sure }) => from === "front-matter" && sure === "certain")).toBe(true);
});

const PLAIN = `Board votes for second quay

By Jane Doe

August 30, 2024

${LEAD}

${MORE}

Source: Port Agency
`;

test("headline, byline and date line leave the body, the credit stays", async () => {
  const { body, spent, credit } = await story(PLAIN);
  expect(body).toBe(`<p>${LEAD}</p>\n<p>${MORE}</p>\n<p>Source: Port Agency</p>`);
  expect(spent).toEqual([0, 1, 2].map((block) => ({ block, line: 0 })));
  expect(credit).toBe("Port Agency");
});

test("the fields that the words don't give are absent", async () => {
  const made = await story("Board votes for second quay\n\nIt did.\n");
  expect(Object.keys(made).sort()).toEqual(
    [
      "attachments",
      "authors",
      "body",
      "contributors",
      "draft",
      "evidence",
      "file",
      "findings",
      "format",
      "spent",
      "summary",
      "tags",
      "title",
      "titleDerived",
      "today",
    ].sort(),
  );
});

test.for([
  [
    "Board votes for second quay\n",
    "Board votes for second quay",
    "<p>Board votes for second quay</p>",
    "a headline alone is its own content",
  ],
  ["---\ntitle: Quay & ferry\n---\n", "Quay & ferry", "<p>Quay &amp; ferry</p>", "so is one in front matter"],
] as const)("%j → %s, %s (%s)", async ([text, title, body]) => {
  expect(await story(text, "a.md")).toMatchObject({ title, body, findings: [] });
});

test.for([
  ["", "nothing"],
  ["\n \n\t\n", "blanks"],
  ["By Jane Doe\n", "a byline alone"],
  ["* * *\n", "a rule"],
] as const)("%j is refused (%s)", async ([text]) => {
  const { title, body, findings } = await story(text);
  expect({ title, findings }).toMatchObject({ title: "", findings: [{ code: "article/empty", severity: "error" }] });
  expect(body.replace(/<[^>]*>/g, "")).not.toMatch(/\p{L}/u);
});

test("the body and what left it are the article's words, each once", async () => {
  const line = fc.constantFrom(
    "Board votes for second quay",
    "By Jane Doe",
    "Published 30 August 2024",
    LEAD,
    MORE,
    "Source: Port Agency",
    "© 2024 Port News",
    "I am Jane Doe, a reporter for Port News.",
    "Jane Doe covers ports for Port News.",
    "BREAKING",
    "Photo: Jane Doe",
    "Editing by John Roe",
    "What next?",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 2, maxLength: 9 }), async (lines) => {
      const article = await readArticle(new TextEncoder().encode(lines.join("\n\n")), "a.txt");
      const { body, spent = [], title } = await compose(article, { publication: PUBLICATION, now: NOW });
      const left = body.split("\n").map((html) => html.replace(/<[^>]*>/g, "").replaceAll("&amp;", "&"));
      const gone = spent.map(({ block, line: at }) => article.blocks[block]?.lines[at]?.text ?? "");
      const all = article.blocks.flatMap((block) => block.lines.map(({ text }) => text));
      const standsIn = gone.length === all.length && title !== "";
      expect([...(standsIn || body === "" ? [] : left), ...gone].sort()).toEqual(all.sort());
    }),
    RUNS,
  );
});

test("an article whose front matter gives everything costs microseconds", async () => {
  const article = await readArticle(new TextEncoder().encode(WHOLE), "a.md");
  const context = { publication: PUBLICATION, now: NOW };
  const often = async (): Promise<void> => {
    for (let round = 0; round < 200; round++) await compose(article, context);
  };
  await often();
  expect((await effortOf(often)) / 200).toBeLessThan(1);
});
