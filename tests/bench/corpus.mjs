/**
 * The articles that are built: made once for each size and kept, copied for each run, and edited in it as a newsroom does.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { writeArticles } from "./articles.mjs";

const OWN = join(import.meta.dirname, "articles.mjs");
const SHARED = join(import.meta.dirname, "../../../shared/corpus/generate.mjs");

/**
 * The folder of so many articles: another one where what makes them has changed.
 * @param {string} folder where corpora are kept
 * @param {number} size
 */
export function corpus(folder, size) {
  const shared = existsSync(SHARED);
  const version = createHash("sha256")
    .update(readFileSync(shared ? SHARED : OWN))
    .digest("hex")
    .slice(0, 8);
  const kept = join(folder, `articles-${version}-${size}`);
  if (existsSync(kept)) return kept;
  const half = `${kept}-${process.pid}`;
  mkdirSync(half, { recursive: true });
  if (shared) {
    run(process.execPath, [SHARED, half, String(size)]);
    renameSync(join(half, "md"), kept);
  } else {
    writeArticles(half, size);
    renameSync(half, kept);
  }
  rmSync(half, { recursive: true, force: true });
  return kept;
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
  if (error !== undefined || status !== 0) throw new Error(`${command} ${args.join(" ")}: ${error ?? status}`);
}

/** From here on what a build leaves to be written to the disk is enough to slow the next one. */
const SETTLED_FROM = 10_000;

/**
 * What one has written must not be written to the disk on the time of another.
 * @param {number} size
 */
export function settleDisk(size) {
  if (size >= SETTLED_FROM) spawnSync("sync");
}

/**
 * A copy that can be edited.
 * @param {string} from
 * @param {string} folder which must not be there yet
 */
export function newsroom(from, folder) {
  // Node's own cpSync takes minutes for a million files.
  run("cp", ["-R", from, folder]);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
  const read = (file) => readFileSync(join(folder, file), "utf8");
  let edits = 0;

  /** One from the middle, long rolled into an archive: it says more than before. */
  const change = () => {
    edits += 1;
    const file = files[files.length >> 1];
    writeFileSync(
      join(folder, file),
      `${read(file)}\nThe ${edits}. addition: the harbour said on Monday that the ferry sails.\n`,
    );
    return file;
  };
  /** The newest of all, made of another's words in their reverse order. */
  const add = () => {
    const [, front, body] = /^---\n(.*?)---\n(.*)$/s.exec(read(files[edits % files.length]));
    const date = new Date(Date.UTC(2025, 0, 1) + edits * 60_000).toISOString();
    const file = `added-${edits}.md`;
    const changed = front
      .replace(/^title: .*$/m, `title: "Added: story ${edits}"`)
      .replace(/^date: .*$/m, `date: ${date}`);
    writeFileSync(join(folder, file), `---\n${changed}---\n\n${body.trim().split("\n\n").toReversed().join("\n\n")}\n`);
    return file;
  };
  /** From the first third; another one each time. */
  const remove = () => {
    const [file] = files.splice(files.length >> 2, 1);
    rmSync(join(folder, file));
    return file;
  };

  return {
    folder,
    /**
     * @param {"one" | "three"} edit
     * @returns {readonly string[]} the files, relative to the folder
     */
    edit: (edit) => (edit === "one" ? [change()] : [change(), add(), remove()]),
  };
}
