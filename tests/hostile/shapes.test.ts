import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SHAPES } from "./cases/shapes.ts";
import { filesOf, outcomesOf, type Published, publishAll } from "./publish.ts";

/** The main feeds alone, so that what is large is written once. */
const PUBLICATION =
  "title: The Large Gazette\nurl: https://h.example/\nfeeds: { sections: false, authors: false, languages: false, archives: none }\n";

let published: Published | undefined;

beforeAll(async () => {
  published = await publishAll({ "publication.yaml": PUBLICATION, ...filesOf(SHAPES) });
}, 300_000);

afterAll(() => published?.remove());

describe("too little, too much, too deep: published, or refused with its place", () => {
  test.for(SHAPES)("%j: $2 ($3)", ([file, , outcome]) => {
    expect(published && outcomesOf(published, file)).toContain(outcome);
  });
});
