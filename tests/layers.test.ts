import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { expect, test } from "vitest";

const SRC = join(import.meta.dirname, "../src");

/** What each part may import of ours besides itself. The order is the pipeline's; nothing reaches up. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  finding: [],
  publication: ["finding"],
  read: ["finding", "publication"],
  items: ["finding", "publication", "read", "check"],
  compose: ["finding", "publication", "read"],
  media: ["finding", "publication", "read", "compose"],
  ledger: ["finding", "publication", "read", "compose"],
  edition: ["finding", "publication", "read", "compose", "ledger"],
  render: ["publication", "read", "compose", "ledger", "edition"],
  pages: ["publication", "ledger", "edition", "render"],
  hosting: ["edition", "render"],
  files: ["finding"],
  listing: ["finding", "files"],
  lock: ["files"],
  commits: [],
  build: [
    "check",
    "items",
    "finding",
    "publication",
    "read",
    "compose",
    "media",
    "ledger",
    "edition",
    "render",
    "pages",
    "hosting",
    "files",
    "listing",
    "lock",
    "commits",
  ],
  words: ["finding"],
  explain: ["finding", "publication", "read", "compose", "words"],
  published: [],
  import: ["render"],
  check: [],
  push: ["files", "published"],
  desk: [
    "finding",
    "publication",
    "read",
    "compose",
    "ledger",
    "edition",
    "render",
    "pages",
    "files",
    "build",
    "words",
    "explain",
  ],
  serve: ["finding", "files", "build", "words", "published"],
  cli: [
    "finding",
    "publication",
    "read",
    "compose",
    "build",
    "files",
    "listing",
    "words",
    "explain",
    "push",
    "serve",
    "desk",
    "import",
    "check",
  ],
  index: [
    "finding",
    "publication",
    "read",
    "compose",
    "ledger",
    "edition",
    "render",
    "build",
    "words",
    "explain",
    "check",
  ],
};

const IMPORT = /^(?:import|export)\s[^;]*?from\s+"(\.[^"]+)";/gm;

function partOf(file: string): string {
  return file.split("/")[0]?.replace(/\.ts$/, "") ?? "";
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

test.for(files)("%s imports downwards only", (file) => {
  const own = partOf(file);
  const reached = [...readFileSync(join(SRC, file), "utf8").matchAll(IMPORT)]
    .map(([, path = ""]) => partOf(posix.normalize(posix.join(dirname(file), path))))
    .filter((part) => part !== own && part !== "..");
  expect(MAY_IMPORT).toHaveProperty(own);
  expect(reached.filter((part) => !MAY_IMPORT[own]?.includes(part))).toEqual([]);
});

test("every part of the table is there", () => {
  expect(new Set(files.map((file) => partOf(relative(".", file))))).toEqual(new Set(Object.keys(MAY_IMPORT)));
});
