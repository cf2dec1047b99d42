import { expect, test } from "vitest";
import { site } from "../support/site.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const article = (title: string, more: string): string =>
  `---\ntitle: ${title}\ndate: 2026-05-01\nauthor: Jane Doe\nsection: World\n${more}---\n\nAll there is to say of ${title}.\n`;

test.for([
  ["/", "the front page's"],
  ["/subscribe/", "a page of ours"],
  ["/sections/world/", "a section's page"],
  ["/articles/first/", "an older article's"],
] as const)("an article at %s has no page of its own, and that is said (%s)", async ([permalink]) => {
  const place = site({
    "data/publication.yaml": "title: A\nurl: https://a.example/\n",
    "data/first.md": article("First", ""),
    "data/second.md": article("Second", `permalink: ${permalink}\n`),
  });
  const warned = [
    {
      code: "article/taken-address",
      severity: "warning",
      place: { file: expect.stringMatching(permalink.includes("first") ? /first\.md$/ : /second\.md$/) },
      facts: { address: new URL(permalink, "https://a.example/").href, by: "page" },
    },
  ];
  const { findings, entries } = await place.build({ now: NOW });
  expect(entries.new).toHaveLength(2);
  expect(findings).toMatchObject(warned);
  // The builds after it say so as well, whatever they remember.
  place.put({ "data/third.md": article("Third", "") });
  expect((await place.build({ now: NOW })).findings).toMatchObject(warned);
});

test("nobody is told anything where another program makes the pages", async () => {
  const place = site({
    "data/publication.yaml": "title: A\nurl: https://a.example/\npages: false\nhosting: false\n",
    "data/first.md": article("First", "permalink: /\n"),
    "data/second.md": article("Second", "permalink: /\n"),
  });
  expect((await place.build({ now: NOW })).findings).toEqual([]);
});
