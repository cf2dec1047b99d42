import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { groundFingerprint } from "../../src/build/fingerprint.ts";
import type { Ground } from "../../src/build/look/folder-look.ts";
import { type Call, callFor, lookTogether } from "../../src/build/look/look-together.ts";
import { type Looks, lookBeside, type Noted, type SharedLook, sharedLook } from "../../src/build/look/shared-look.ts";
import { SeenFiles } from "../../src/build/seen-files.ts";
import { ROOT, type Site, site } from "../support/site.ts";

/** As many files as a second thread is called for at once; only where there is something to do; and for nothing. */
const MANY = 250_000;
const SOME = 100_000;
const FEW = 20_000;

/** All that a look comes to. */
function whole(ground: Ground, looks?: Looks): object {
  const folders: unknown[] = [];
  const fingerprint = groundFingerprint(ground, (path, folder) => folders.push([path, folder]), looks);
  return { fingerprint, folders };
}

/** What a build notes of a folder as it is. */
function notedOf(ground: Ground, files: number): Noted {
  const seen = new SeenFiles();
  groundFingerprint(ground, (path, folder) => seen.add(path, folder));
  return { folders: seen.noted().folders, files };
}

/** Where somebody looks so long after all of it was written that it can be relied on. */
function groundOf(place: Site, wait = 1_000): Ground {
  return { folder: join(place.folder, "data"), but: new Set(["ledger.jsonl"]), started: Date.now() + wait };
}

const LOADS_NOTHING = async (): Promise<void> => undefined;
const CLOSES: () => Promise<void> = async () => undefined;

/** A second thread that looks at all that is left when it is called. */
const QUICK: Call = async (look) => ({ looks: Promise.resolve(lookBeside(look)), close: CLOSES });

/** One that takes folders, and then fails. */
const FAILS_AT_WORK: Call = async (look) => {
  lookBeside(look);
  return { looks: Promise.reject(new Error("out of memory")), close: CLOSES };
};

const CALLS: readonly (readonly [string, Call])[] = [
  ["takes everything", QUICK],
  ["comes too late", async () => ({ looks: new Promise(() => undefined), close: CLOSES })],
  ["can't be started", () => Promise.reject(new Error("no threads left"))],
  ["fails with folders in its hands", FAILS_AT_WORK],
];

/** A newspaper by month, with what else may lie there. */
const TREE = {
  "data/publication.yaml": "title: Gazette\n",
  "data/ledger.jsonl": "not looked at",
  "data/2025/12/ferry.md": "The ferry",
  "data/2025/12/map.png": "A map",
  "data/2026/01/storm.md": "The storm",
  "data/2026/01-notes/note.txt": "Sorted before what is in 01",
  "data/2026/Z.md": "Capitals first",
  "data/.hidden/draft.md": "Hidden",
  "data/.git/HEAD": "apart",
  "data/.dateline/stories": "apart",
};

const CHANGES: readonly (readonly [string, (place: Site) => void])[] = [
  ["is as it was", () => undefined],
  ["has another article", (place) => place.put({ "data/2025/12/more.md": "More" })],
  ["has a new folder", (place) => place.put({ "data/2026/02/03/new.md": "New" })],
  ["lacks a folder", (place) => place.remove("data/2026")],
  ["has an empty folder", (place) => mkdirSync(join(place.folder, "data/2024"))],
  ["has an edited ledger, which is not looked at", (place) => place.put({ "data/ledger.jsonl": "edited" })],
  [
    "has a link in place of a folder",
    (place) => {
      place.remove("data/2026/01");
      symlinkSync("01-notes", join(place.folder, "data/2026/01"));
    },
  ],
  ["has a link to nothing", (place) => symlinkSync("nowhere", join(place.folder, "data/2025/12/link.md"))],
  [
    "has a file in place of a folder",
    (place) => {
      place.remove("data/2026/01");
      place.put({ "data/2026/01": "No folder" });
    },
  ],
  ["has a folder that can't be read", (place) => mkdirSync(join(place.folder, "data/2024"), { mode: 0 })],
  ["is gone", (place) => place.remove("data")],
];

for (const [other, call] of CALLS)
  test.for(CHANGES)(
    `where the other thread ${other}, as much is seen as by one of a folder that %s`,
    async ([, change]) => {
      const place = site(TREE);
      const noted = notedOf(groundOf(place), MANY);
      change(place);
      const ground = groundOf(place);
      const looks = await lookTogether(sharedLook(ground, noted), LOADS_NOTHING, call);
      expect(whole(ground, looks)).toEqual(whole(ground));
    },
  );

test.for(["ferry.md", "../../2026", "nowhere"])("a folder with a link to %s has no fingerprint", (to) => {
  const place = site(TREE);
  expect(groundFingerprint(groundOf(place))).toMatchObject({ settled: true });
  symlinkSync(to, join(place.folder, "data/2025/12/link"));
  expect(groundFingerprint(groundOf(place))).toBeUndefined();
});

test("whichever of two threads takes a folder, the same is seen, in the same order", async () => {
  const place = site(TREE);
  const ground = groundOf(place);
  const { folders } = notedOf(ground, MANY);
  const alone = whole(ground);
  const paths = folders.map(([path]) => path);
  fc.assert(
    fc.property(fc.shuffledSubarray(paths), fc.shuffledSubarray(paths), (mine, theirs) => {
      const seenOf = (some: readonly string[]): Looks =>
        lookBeside(sharedLook(ground, { folders: some.map((path) => [path, ""]), files: MANY }));
      expect(whole(ground, new Map([...seenOf(mine), ...seenOf(theirs)]))).toEqual(alone);
    }),
    { numRuns: 50 },
  );
});

test("a file that was changed just now has no version, whoever sees it", async () => {
  const place = site(TREE);
  const noted = notedOf(groundOf(place), MANY);
  await pause(80);
  place.put({ "data/2025/12/ferry.md": "The ferry sails" });
  const ground = groundOf(place, 0);
  const looks = await lookTogether(sharedLook(ground, noted), LOADS_NOTHING, QUICK);
  const seen = new SeenFiles();
  const fingerprint = groundFingerprint(ground, (path, folder) => seen.add(path, folder), looks);
  expect(fingerprint).toMatchObject({ settled: false });
  expect(seen.versionOf("2025/12/ferry.md")?.[0]).toBeNaN();
  expect(seen.versionOf("2025/12/map.png")?.[0]).toBeGreaterThan(0);
});

/** Who did what, in its order, where a folder is looked at. */
async function course(files: number, change: (place: Site) => void, isOther = false): Promise<readonly string[]> {
  const place = site(TREE);
  const noted = notedOf(groundOf(place), files);
  change(place);
  const did: string[] = [];
  let shared: SharedLook | undefined;
  const taken = (): number => shared?.cells[0] ?? 0;
  const load = async (): Promise<void> => {
    did.push(`code after ${taken()}`);
  };
  const call: Call = async () => {
    did.push(`help after ${taken()}`);
    return { looks: Promise.resolve(new Map()), close: CLOSES };
  };
  shared = sharedLook(groundOf(place), noted, isOther);
  await lookTogether(shared, load, call);
  return did;
}

const EDITED = (place: Site): void => place.put({ "data/2026/Z.md": "edited" });

test("a thread is called at once for very many files, for many where there is something to do, else not", async () => {
  const [same, edited] = [(): void => undefined, EDITED];
  expect(await course(MANY, same)).toEqual(["help after 0"]);
  expect(await course(SOME, same)).toEqual([]);
  expect(await course(FEW, edited)).toEqual([]);
  expect((await course(MANY, edited))[0]).toBe("help after 0");
  expect((await course(SOME, edited)).map((step) => step.replace(/\d+/, "some"))).toEqual([
    "help after some",
    "code after some",
  ]);
});

test("code is loaded once, as soon as there is something to do, even before the look", async () => {
  const change = (place: Site): void => {
    EDITED(place);
    place.put({ "data/2025/12/ferry.md": "edited too" });
  };
  expect((await course(MANY, change)).filter((step) => step.startsWith("code"))).toHaveLength(1);
  expect(await course(SOME, () => undefined, true)).toEqual(["help after 0", "code after 0"]);
});

test("folders in which something changed last are looked at first", async () => {
  const place = site(TREE);
  await pause(20);
  place.put({ "data/2025/12/ferry.md": "edited" });
  expect(notedOf(groundOf(place), MANY).folders[0]?.[0]).toBe("2025/12/");
});

test("no worker is called from the program's sources, which workers can't run", () => {
  expect(callFor(4)).toBeUndefined();
});

/** Looks at a folder in the built program, with a worker that has time to begin, and prints what either came to. */
const IN_TWO_THREADS = `
const [folder, isBroken] = process.argv.slice(2);
const ours = (file) => import(\`${join(ROOT, "lib/build")}/\${file}.js\`);
const { groundFingerprint } = await ours("fingerprint");
const { callFor, lookTogether } = await ours("look/look-together");
const { sharedLook } = await ours("look/shared-look");
const { SeenFiles } = await ours("seen-files");
// What can't be sent to another thread makes it fail.
const ground = { folder, but: new Set(), started: Date.now(), ...(isBroken && { unsent: () => 1 }) };
const whole = (looks) => {
  const folders = [];
  return [groundFingerprint(ground, (...folder) => folders.push(folder), looks), folders];
};
const seen = new SeenFiles();
groundFingerprint(ground, (path, folder) => seen.add(path, folder));
let byWorker = 0;
const call = async (look) => {
  const helper = await callFor(2)(look);
  byWorker = (await helper.looks.catch(() => [])).size ?? "failed";
  return helper;
};
const look = sharedLook(ground, { ...seen.noted(), files: ${MANY} });
const looks = await lookTogether(look, async () => undefined, call);
const calls = [1, 2].map((threads) => callFor(threads) !== undefined);
console.log(JSON.stringify({ calls, byWorker, all: looks.size, alone: whole(), together: whole(looks) }));
`;

interface InTwoThreads {
  readonly calls: readonly boolean[];
  readonly byWorker: number | string;
  readonly all: number;
  readonly alone: object;
  readonly together: object;
}

test("a build of many files publishes the same with a second thread as without", () => {
  const story = (words: string): string => `---\ndate: 2026-05-30\n---\nThe ferry\n\nBy Jane Doe\n\nIt ${words}.\n`;
  const place = site({
    "data/publication.yaml": "title: Gazette\nurl: https://gazette.example/\n",
    "data/2025/20/ferry.md": story("sails"),
  });
  const files = Array.from({ length: 32_000 }, (_, index) => [`data/2025/${index % 40}/${index}.bin`, ""] as const);
  place.put(Object.fromEntries(files));
  const built = (...how: readonly string[]): object => {
    const run = place.dateline(["build", "--json", "--now", "2026-06-01T10:00:00Z", ...how]);
    return { ...(JSON.parse(run.stdout) as object), milliseconds: 0 };
  };
  built();
  place.put({ "data/2025/20/ferry.md": story("sails again") });
  expect(built("--threads", "2")).toMatchObject({ entries: { updated: [{ file: "2025/20/ferry.md" }] } });
  const [published, still] = [place.bytes(), built("--threads", "2")];
  expect(published["dist/rss.xml"]).toContain("sails again");
  expect(built("--threads", "1")).toEqual(still);
  for (const folder of ["data/.dateline", "dist"]) place.remove(folder);
  built("--threads", "1");
  expect(place.bytes()).toEqual(published);
}, 120_000);

test.for([
  ["looks at folders", [], 7],
  ["that fails leaves them to the main thread", ["broken"], "failed"],
] as const)("in the built program a worker %s", async ([, how, byWorker]) => {
  const place = site({ ...TREE, "look.mjs": IN_TWO_THREADS });
  await pause(80);
  const args = [join(place.folder, "look.mjs"), join(place.folder, "data"), ...how];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  const said = JSON.parse(stdout) as InTwoThreads;
  expect(said).toMatchObject({ calls: [false, true], byWorker, all: 7 });
  expect(said.together).toEqual(said.alone);
});
