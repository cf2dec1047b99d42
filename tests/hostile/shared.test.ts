import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { BuildReport } from "../../src/build.ts";
import { ROOT, type Site, site } from "../support/site.ts";

/** A collection of hostile articles kept beside the project. */
const COLLECTION = join(ROOT, "../shared/hostile");

type Outcome = "published-clean" | "published-with-warning" | "rejected-with-clear-error-naming-file";

interface Case {
  readonly id: string;
  readonly expect: readonly Outcome[];
  readonly files: readonly string[];
  readonly token: string | null;
  readonly must_not: readonly string[];
  readonly must_not_re: readonly string[];
  readonly title?: string;
  readonly title_not?: string;
  readonly authors?: readonly string[];
  readonly published?: string;
  readonly published_not?: string;
  readonly count?: number;
}

interface Item {
  readonly title: string;
  readonly date_published: string;
  readonly authors?: readonly { readonly name: string }[];
}

/** What readers and aggregators get. */
const FEED = /\.(?:xml|json|opml)$/;
const CONTROL = `A quiet headline for comparison
By Jane Doe
Published May 3, 2024

The control article is published whatever the others do, and says zzcontrolzz in its first sentence.
`;
const NOW = new Date("2026-06-01T00:00:00Z");
/** Left out by their names, before anybody reads them: that is lawful too. */
const HIDDEN = /(?:^|\/)\./;

const cases: readonly Case[] = existsSync(COLLECTION)
  ? (JSON.parse(readFileSync(join(COLLECTION, "index.json"), "utf8")) as { cases: readonly Case[] }).cases
  : [];

async function buildCase({ id }: Case): Promise<{ place: Site; report: BuildReport; feeds: string; items: Item[] }> {
  const place = site({
    "data/control-zz.txt": CONTROL,
    "data/publication.yaml": "title: H\nurl: https://h.example/\n",
  });
  cpSync(join(COLLECTION, "cases", id), join(place.folder, "data"), { recursive: true });
  const report = await place.build({ now: NOW });
  const feeds = place
    .list("dist")
    .filter((path) => FEED.test(path))
    .map((file) => place.text(`dist/${file}`))
    .join("\n");
  const { items } = JSON.parse(place.text("dist/feed.json")) as { items: Item[] };
  return { place, report, feeds, items: items.filter((item) => !JSON.stringify(item).includes("zzcontrolzz")) };
}

function outcome({ token }: Case, report: BuildReport, feeds: string, items: readonly Item[]): Outcome {
  const published = token === null ? items.length > 0 : feeds.includes(token);
  if (!published) return "rejected-with-clear-error-naming-file";
  return report.findings.some(({ severity }) => severity === "warning") ? "published-with-warning" : "published-clean";
}

describe.runIf(cases.length > 0)("hostile articles of the collection", () => {
  test.for(cases)("$id", async (one) => {
    const { report, feeds, items } = await buildCase(one);
    expect(feeds).toContain("zzcontrolzz");
    const came = outcome(one, report, feeds, items);
    if (came !== "rejected-with-clear-error-naming-file" || !one.files.every((file) => HIDDEN.test(file)))
      expect(one.expect).toContain(came);
    for (const words of one.must_not) expect(feeds).not.toContain(words);
    for (const pattern of one.must_not_re) expect(feeds).not.toMatch(new RegExp(pattern));
    const [item] = items;
    if (item !== undefined) expectFacts(one, item, items.length);
  });
});

/** What the collection says of the published article, where it says something. */
function expectFacts(one: Case, item: Item, count: number): void {
  const day = item.date_published.slice(0, 10);
  const names = item.authors?.map(({ name }) => name);
  expect([one.title ?? item.title, one.authors ?? names, one.published ?? day, one.count ?? count]).toEqual([
    item.title,
    names,
    day,
    count,
  ]);
  expect([item.title, day]).not.toContain(one.title_not ?? one.published_not ?? "");
}
