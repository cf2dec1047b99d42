import { expect, test } from "vitest";
import { copyrightOf } from "../../src/compose/copyright.ts";
import { tagsOf } from "../../src/compose/tags.ts";
import { zones } from "../../src/compose/zones.ts";
import type { Article } from "../../src/read/article.ts";
import { article, declared, LEAD, MORE } from "./articles.ts";

test.for<[readonly string[], Partial<Article>, string]>([
  [
    ["Ferry", "quay", "Port  news"],
    { matter: declared({ tags: ["Ferry", "quay", "ferry", " ", "Port  news"] }) },
    "each once, as first written",
  ],
  [["page"], { meta: declared({ tags: ["page"] }) }, "the page's"],
  [
    ["own"],
    { matter: declared({ tags: ["own"] }), meta: declared({ tags: ["page"] }) },
    "the writer's before the page's",
  ],
  [[], {}, "none"],
])("%j (%#)", ([expected, more]) => {
  const { tags, evidence } = tagsOf(article([LEAD], more));
  expect(tags).toEqual(expected.map((tag) => tag.replace(/\s+/g, " ")));
  expect(evidence).toHaveLength(tags.length === 0 ? 0 : 1);
});

test.for<[string | undefined, Article, string]>([
  ["© 2024 Port News", article([LEAD, MORE, "© 2024 Port News"]), "the line"],
  [
    "Copyright 2024 Port News. All rights reserved.",
    article([LEAD, "Copyright 2024 Port News. All rights reserved."]),
    "the word",
  ],
  [undefined, article([LEAD, "© 2024 Port News", "© 2024 Agency"]), "two of them: whose is it?"],
  [undefined, article([LEAD, MORE]), "none"],
  ["mine", article([LEAD, "© 2024 Port News"], { matter: declared({ copyright: "mine" }) }), "front matter first"],
])("%s (%#)", ([expected, made]) => {
  const { copyright, evidence } = copyrightOf(made, zones(made));
  expect(copyright).toBe(expected);
  expect(evidence.map(({ field, value }) => [field, value])).toEqual(expected ? [["copyright", expected]] : []);
});
