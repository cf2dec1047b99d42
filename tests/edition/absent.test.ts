import { expect, test } from "vitest";
import { planSite } from "../../src/build/plan.ts";
import { absentFeeds } from "../../src/edition/absent.ts";
import type { FeedsWanted } from "../../src/publication/publication.ts";
import { entry, recorded } from "../support/entries.ts";
import { PUBLICATION } from "../support/story.ts";

const NOW = new Date("2020-02-01T00:00:00Z");
const told = (feeds: Partial<FeedsWanted>, more: object = {}): readonly string[] => {
  const publication = { ...PUBLICATION, feeds: { ...PUBLICATION.feeds, ...feeds } };
  const entries = [
    entry(1, { section: "World", tags: ["ships"], people: [{ name: "Jane Doe", kind: "person" }], ...more }),
  ];
  return absentFeeds(planSite(publication, recorded(entries), NOW).site).map(
    ({ facts }) => `${(facts as { kind: string }).kind} ${(facts as { name: string }).name}`,
  );
};

test.for<readonly [Partial<FeedsWanted>, readonly string[], string]>([
  [{ sections: ["world"], authors: ["Jane Doe"], tags: ["Ships"] }, [], "all are there, whatever their case"],
  [
    { sections: ["Wrold", "World"], authors: ["J. Doe"], tags: ["ship"] },
    ["section Wrold", "author J. Doe", "tag ship"],
    "none of these",
  ],
  [{ sections: true, tags: false }, [], "no names"],
  [{ languages: ["fr"] }, [], "one language has no feed of its own"],
  [
    { own: [{ name: "harbour", complete: false, sections: ["Harbour"] }] },
    ["own harbour"],
    "a filter that lets nothing through",
  ],
  [{ own: [{ name: "world", complete: false, sections: ["World"] }] }, [], "one that does"],
])("%j: %j (%s)", ([feeds, expected]) => {
  expect(told(feeds)).toEqual(expected);
});
