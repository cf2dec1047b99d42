import { expect, onTestFinished, test } from "vitest";
import { openMemory } from "../../src/build/memory.ts";
import type { BuildReport } from "../../src/build/report.ts";
import { watch } from "../../src/serve/watch.ts";
import { site } from "../support/site.ts";

const PUBLICATION = "title: Gazette\nurl: https://gazette.example/\n";

test("what is due by itself is built when it is due, and only where the clock goes", async () => {
  // The first two builds have to be done by then, on a machine that has much else to do.
  const soon = new Date(Math.ceil(Date.now() / 1000) * 1000 + 5000);
  const place = site({
    "data/publication.yaml": PUBLICATION,
    "data/now.md": "---\ntitle: Now\ndate: 2026-05-01\nauthor: Jane\n---\nWords of now.\n",
    "data/soon.md": `---\ntitle: Soon\ndate: ${soon.toISOString()}\nauthor: Jane\n---\nWords of later.\n`,
  });
  const run = async (now?: Date): Promise<readonly BuildReport[]> => {
    const reports: BuildReport[] = [];
    const options = { data: `${place.folder}/data`, out: `${place.folder}/dist`, preview: () => undefined };
    const watching = await watch(
      { ...options, memory: openMemory(), ...(now === undefined ? {} : { now }) },
      (report) => reports.push(report),
      (error) => {
        throw error;
      },
    );
    onTestFinished(() => watching.close());
    return reports;
  };
  const still = await run(new Date(soon.getTime() - 86_400_000));
  const going = await run();
  expect(going[0]?.entries.embargoed.map(({ title }) => title)).toEqual(["Soon"]);
  await expect.poll(() => going.at(-1)?.entries.embargoed, { timeout: 15_000 }).toEqual([]);
  expect(still).toHaveLength(1);
});

test("saves that come while a build is at work are built after it, all at once", async () => {
  const place = site({ "data/publication.yaml": PUBLICATION });
  const article = (name: string): string =>
    `---\ntitle: ${name}\ndate: 2026-05-01\nauthor: Jane\n---\nWords of ${name}.\n`;
  place.put(
    Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`data/${index}.md`, article(`first ${index}`)])),
  );
  const reports: BuildReport[] = [];
  const watching = await watch(
    { data: `${place.folder}/data`, out: `${place.folder}/dist`, preview: () => undefined, memory: openMemory() },
    (report) => reports.push(report),
    () => undefined,
  );
  onTestFinished(() => watching.close());
  for (let index = 0; index < 50; index += 1) place.put({ [`data/${index}.md`]: article(`second ${index}`) });
  const seconds = (): number =>
    reports.at(-1)?.entries.new.filter(({ title }) => title.startsWith("second")).length ?? 0;
  await expect.poll(seconds, { timeout: 10_000 }).toBe(50);
  expect(reports.length).toBeLessThan(25);
  await watching.close();
  const before = reports.length;
  place.put({ "data/after.md": article("after") });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(reports).toHaveLength(before);
});
