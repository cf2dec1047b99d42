import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { keepValue } from "../../src/build/kept-value.ts";
import { knownPublication, loadPublication } from "../../src/build/load-publication.ts";
import { Stop } from "../../src/build/stop.ts";
import { type Site, site } from "../support/site.ts";

const KEPT = "data/.dateline/publication";

/** A publication of which nearly everything is said. */
const gazette = (): Site =>
  site({
    "data/publication.yaml":
      "title: Gazette\nurl: https://gazette.example/\nauthors: [Jane Doe]\nsections: { world: The world }\nfeeds: { own: [{ name: ferries, title: Ferries, tags: [ferry] }] }\nlimits: { seconds: 9 }\n",
    "data/authors/jane.yaml": "name: Jane Doe\nemail: jane@gazette.example\n",
    "data/authors/john.yaml": "name: John Roe\n",
  });

const dataOf = ({ folder }: Site): string => join(folder, "data");

/** Reads a publication, and keeps what was made of it. */
async function kept(place: Site, program = "1"): Promise<void> {
  const { keep } = await knownPublication(dataOf(place), program);
  keep();
}

/** Puts another title where the last build's is kept, so that one sees who takes it from there. */
async function marked(place: Site, program = "1"): Promise<void> {
  await kept(place, program);
  const { loaded } = await knownPublication(dataOf(place), program);
  const { deserialize } = await import("node:v8");
  const { key } = deserialize(readFileSync(join(place.folder, KEPT)).subarray(32)) as { readonly key: string };
  keepValue(join(place.folder, KEPT), {
    key,
    loaded: { ...loaded, publication: { ...loaded.publication, title: "Kept" } },
  });
}

const titleOf = async (place: Site, program = "1"): Promise<string> =>
  (await knownPublication(dataOf(place), program)).loaded.publication.title;

describe("a publication whose files were read before", () => {
  test("is what it would be if they were read again", async () => {
    const place = gazette();
    const read = await loadPublication(dataOf(place));
    await kept(place);
    const { loaded } = await knownPublication(dataOf(place), "1");
    expect(loaded).toStrictEqual(read);
    // The store tells publications apart by it.
    expect(JSON.stringify(loaded)).toBe(JSON.stringify(read));
  });

  test("is taken from where it is kept", async () => {
    const place = gazette();
    await marked(place);
    expect(await titleOf(place)).toBe("Kept");
  });

  test.each<[string, (place: Site) => void]>([
    [
      "the publication's file",
      (place) => place.put({ "data/publication.yaml": `${place.text("data/publication.yaml")}# said\n` }),
    ],
    ["an author's file", (place) => place.put({ "data/authors/jane.yaml": "name: Jane Doe\n" })],
    ["one author more", (place) => place.put({ "data/authors/ann.yaml": "name: Ann Poe\n" })],
    ["one author less", (place) => place.remove("data/authors/john.yaml")],
    ["what is kept, by damage", (place) => damage(join(place.folder, KEPT))],
    ["what is kept, which is gone", (place) => place.remove(KEPT)],
  ])("is read again where something is another: %s", async (_, change) => {
    const place = gazette();
    await marked(place);
    change(place);
    expect(await titleOf(place)).toBe("Gazette");
  });

  test("is read again by another version of the program", async () => {
    const place = gazette();
    await marked(place);
    expect(await titleOf(place, "2")).toBe("Gazette");
  });

  test("is refused as before where its file is wrong by now, and nothing of it is kept", async () => {
    const place = gazette();
    await kept(place);
    place.put({ "data/publication.yaml": "title: [\n" });
    await expect(knownPublication(dataOf(place), "1")).rejects.toThrow(Stop);
  });
});

test("a build keeps it, one that publishes nothing does not", async () => {
  const article = "---\ndate: 2026-05-30\n---\nThe ferry\n\nBy Jane Doe\n\nIt sails again from Monday.\n";
  const place = gazette();
  place.put({ "data/ferry.md": article });
  await place.build({ dryRun: true });
  expect(existsSync(join(place.folder, KEPT))).toBe(false);
  await place.build();
  expect(existsSync(join(place.folder, KEPT))).toBe(true);
});

function damage(path: string): void {
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 3) ^ 1, bytes.length - 3);
  writeFileSync(path, bytes);
}
