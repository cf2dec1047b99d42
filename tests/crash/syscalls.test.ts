import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { site } from "../support/site.ts";
import { type Call, canFollow, type Ended, follow, type Injury, injured, renames } from "./followed.ts";
import { type History, history, NOW } from "./history.ts";
import { faultsOf, partsBelow } from "./whole.ts";

/** A few, in `npm test`; by night (`npm run test:night`) many. */
const NIGHT = process.env.NIGHT !== undefined;
const SLOW = { timeout: NIGHT ? 24 * 3_600_000 : 600_000 };
const RENAMES = NIGHT ? Number.POSITIVE_INFINITY : 16;
const KILLS = NIGHT ? 600 : 24;
const ERRORS_EACH = NIGHT ? 20 : 1;

/** What each error befalls in life: what uses up space, what is read, what asks for a handle. */
const ERRORS = [
  ["ENOSPC", "write", "openat to write", "mkdir", "link", "rename", "fsync", "close of a new file"],
  ["EDQUOT", "write", "openat to write", "mkdir", "fsync", "close of a new file"],
  [
    "EIO",
    "read",
    "pread64",
    "write",
    "fsync",
    "openat",
    "getdents64",
    "statx",
    "rename",
    "unlink",
    "close of a new file",
  ],
  ["EROFS", "openat to write", "mkdir", "link", "rename", "unlink"],
  ["EMFILE", "openat"],
  ["ENFILE", "openat"],
  ["EACCES", "openat", "mkdir", "rename", "unlink", "statx"],
] as const;

const IN_WORDS: Readonly<Record<(typeof ERRORS)[number][0], string>> = {
  ENOSPC: "no space left on the disk",
  EDQUOT: "the disk quota is used up",
  EIO: "the disk reports an error",
  EROFS: "the disk is read-only",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  EACCES: "permission denied",
};

function isMeant({ name, of, changes }: Call, what: string): boolean {
  if (of === undefined) return false;
  if (what === "openat to write") return name === "openat" && changes;
  // Node ends itself where a file that was only read can't be closed, which no disk does.
  if (what === "close of a new file") return name === "close" && of.endsWith(".part");
  return name === what;
}

function oneOf<T>(all: readonly T[]): T {
  const one = all[Math.floor(Math.random() * all.length)];
  if (one === undefined) throw new Error("there is nothing to choose from");
  return one;
}

type Bytes = Readonly<Record<string, string>>;

/** Without the seconds by which updates of one build are told apart. */
function withoutSeconds(bytes: Bytes): Bytes {
  return Object.fromEntries(Object.entries(bytes).map(([path, text]) => [path, text.replace(/(10:00):\d\d/g, "$1")]));
}

/** Injures a build; holds what it left, and what the next one makes of it, against what has to be true. Says how it ended. */
async function survived(
  { template, expected }: History,
  call: Call,
  injury: Injury,
): Promise<Ended & { where: string }> {
  const place = site(template);
  const ended = injured(call, injury, place, NOW);
  const said = injury === "death" ? "killed" : injury.error;
  const where = `${said} at ${call.name} ${call.nth}, of ${ended.hit ?? "nothing of the publication"}\n${ended.stderr}`;
  expect(faultsOf(join(place.folder, "dist")), where).toEqual([]);
  if (ended.status === 0) expect(place.bytes(), where).toEqual(expected);
  const next = await place.build({ now: NOW });
  expect(
    next.findings.filter(({ severity }) => severity === "error"),
    where,
  ).toEqual([]);
  // An article that was refused for it is updated by the next build: after the others, not before them.
  const told = ended.status === 1 ? withoutSeconds : (bytes: Bytes): Bytes => bytes;
  expect(told(place.bytes()), where).toEqual(told(expected));
  expect(partsBelow(place.folder), where).toEqual([]);
  rmSync(place.folder, { recursive: true });
  return { ...ended, where };
}

test.skipIf(!canFollow)(
  "a build that is killed at a system call, at any rename among them, leaves whole feeds; the next gives what an undisturbed one would",
  SLOW,
  async () => {
    const made = await history();
    const calls = follow(made.template, NOW);
    const renamings = calls.filter(({ name, of }) => name === "rename" && of !== undefined);
    expect(renamings.length).toBeGreaterThan(30);
    const changing = calls.filter(({ changes, of }) => changes && of !== undefined);
    const atRenames = renamings.filter((_, index) => index % Math.ceil(renamings.length / RENAMES) === 0);
    const elsewhere = Array.from({ length: KILLS }, (_, kill) => oneOf(kill % 3 === 0 ? calls : changing));
    let deaths = 0;
    for (const call of [...atRenames, ...elsewhere])
      if ((await survived(made, call, "death")).signal === "SIGKILL") deaths += 1;
    // Where a build makes fewer calls than the one that was followed, the last ones don't come.
    expect(deaths).toBeGreaterThan((atRenames.length + KILLS) * 0.8);
  },
);

test.skipIf(!canFollow)("no file gets its name before the disk has flushed it", SLOW, async () => {
  const { template } = await history();
  const { all, early } = renames(template, NOW);
  expect(all.length).toBeGreaterThan(30);
  expect(early).toEqual([]);
});

test.skipIf(!canFollow).for(ERRORS)(
  "a system call that fails with %s is told of in words, nothing is lost, and the next build mends it",
  SLOW,
  async ([error, ...kinds]) => {
    const made = await history();
    const calls = follow(made.template, NOW);
    const wanted = Array.from({ length: ERRORS_EACH }, () => kinds).flat();
    let hits = 0;
    for (const kind of wanted) {
      const ended = await hit(made, () => oneOf(calls.filter((call) => isMeant(call, kind))), { error });
      const { status, stderr, where } = ended;
      if (ended.hit !== undefined) hits += 1;
      for (const raw of [error, "UNKNOWN", "Unknown system", "undefined", "    at ", ".part"])
        expect(stderr, where).not.toContain(raw);
      if (ended.hit === undefined || mayPassUnnoticed(ended, error)) continue;
      expect([status, stderr], where).toEqual([
        error === "EACCES" && status === 1 ? 1 : 2,
        expect.stringMatching(
          status === 1 ? /error (?:read|media)\/unreadable: / : /error disk\/(?:trouble|no-data): /,
        ),
      ]);
      expect(stderr, where).toContain(IN_WORDS[error]);
    }
    expect(hits, "of the publication's own calls").toBeGreaterThanOrEqual(wanted.length / 2);
  },
);

/** Until a call of the publication's is hit, or never is: Node's own come in between, and what befalls them says nothing of ours. */
async function hit(made: History, choose: () => Call, injury: Injury): Promise<Ended & { where: string }> {
  for (let tries = 1; ; tries += 1) {
    const ended = await survived(made, choose(), injury);
    if (ended.hit !== undefined || tries === 12) return ended;
  }
}

/**
 * What a build does without, and still publishes all that it should: then it has nothing to say. The call that is hit may be
 * one beside that which was chosen, such as the closing of the store's own folder: no two builds make quite the same calls.
 */
function mayPassUnnoticed({ status, hit: part = "" }: Ended, error: string): boolean {
  return status === 0 && (`${part}/`.startsWith("data/.dateline/") || !["ENOSPC", "EDQUOT"].includes(error));
}
