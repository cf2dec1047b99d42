import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { ownReason } from "./files.ts";
import { type Finding, type FindingFacts, finding } from "./finding.ts";

/** What files an article can be, by the ending of their names. */
const ARTICLE_ENDINGS: ReadonlySet<string> = new Set([".txt", ".md", ".markdown", ".html", ".htm"]);
/** Folders whose files are not for publication. */

export interface Listing {
  /** Articles' paths relative to the folder, with forward slashes, in code unit order whatever the disk says. */
  readonly files: readonly string[];
  /** Folders and files that could not be read. What was published from there must not be withdrawn. */
  readonly unreadable: readonly string[];
  readonly findings: readonly Finding[];
}

interface Walk {
  readonly root: string;
  readonly seen: Set<string>;
  readonly files: string[];
  readonly unreadable: string[];
  readonly findings: Finding[];
}

/**
 * Lists the articles below a folder. Hidden files and folders and `_drafts/` are left out; symbolic links are followed
 * as long as they stay inside the folder, each real folder once (so that a loop ends). Rejects where the folder itself
 * can't be read, and where the disk or the process is in trouble.
 */
export async function listArticles(folder: string): Promise<Listing> {
  const root = realpathSync(folder);
  const walk: Walk = { root, seen: new Set([root]), files: [], unreadable: [], findings: [] };
  walkFolder(walk, root, "");
  const { files, unreadable, findings } = walk;
  return { files: files.sort(), unreadable, findings };
}

function walkFolder(walk: Walk, real: string, shown: string): void {
  for (const entry of readdirSync(real, { withFileTypes: true })) {
    const { name } = entry;
    if (!isForArticles(name)) continue;
    const path = shown === "" ? name : `${shown}/${name}`;
    try {
      visit(walk, entry, join(real, name), path);
    } catch (error) {
      const reason = ownReason(error, join(real, name));
      walk.unreadable.push(path);
      walk.findings.push(finding("read/unreadable", { file: path }, { reason }));
    }
  }
}

function visit(walk: Walk, entry: Dirent, real: string, shown: string): void {
  // Only links need to be followed: asking the disk of each of many files takes longer than all the rest.
  if (entry.isSymbolicLink()) follow(walk, real, shown);
  else if (entry.isDirectory()) enter(walk, real, shown);
  else if (entry.isFile()) list(walk, shown);
  else if (hasEnding(shown)) refuse(walk, shown, kindOf(entry));
}

/** What could be an article by its name, and is nothing that can be read. */
function refuse(walk: Walk, path: string, kind: FindingFacts["read/no-file"]["kind"]): void {
  walk.unreadable.push(path);
  walk.findings.push(finding("read/no-file", { file: path }, { kind }));
}

function kindOf(entry: Dirent | Stats): FindingFacts["read/no-file"]["kind"] {
  if (entry.isSocket()) return "socket";
  return entry.isFIFO() ? "pipe" : "device";
}

function list({ files }: Walk, shown: string): void {
  if (hasEnding(shown)) files.push(shown);
}

function hasEnding(path: string): boolean {
  return ARTICLE_ENDINGS.has(extname(path).toLowerCase());
}

/** Whether a folder is one that articles come from, by its path below the data folder. */
export function isForArticles(folder: string): boolean {
  return !NOT_FOR_ARTICLES.test(folder);
}

const NOT_FOR_ARTICLES = /(?:^|\/)(?:\.|(?:_drafts|node_modules)(?:\/|$))/;

/** Whether a file is an article, by its path below the data folder. */
export function isArticle(path: string): boolean {
  return hasEnding(path) && isForArticles(path);
}

function enter(walk: Walk, real: string, shown: string): void {
  if (walk.seen.has(real)) return;
  walk.seen.add(real);
  walkFolder(walk, real, shown);
}

/** A link out of the folder: to an article, which is refused, or to a folder that may hold some, which is said. */
function leave(walk: Walk, target: string, shown: string): void {
  const isFolder = statSync(target).isDirectory();
  if (!isFolder && !hasEnding(shown)) return;
  if (!isFolder) walk.unreadable.push(shown);
  walk.findings.push(finding("read/outside", { file: shown }, {}, isFolder ? "warning" : "error"));
}

function follow(walk: Walk, path: string, shown: string): void {
  const target = realpathSync(path);
  const inside = relative(walk.root, target);
  if (inside === ".." || inside.startsWith(`..${sep}`)) {
    leave(walk, target, shown);
    return;
  }
  const found = statSync(target);
  if (found.isDirectory()) enter(walk, target, shown);
  else if (found.isFile()) list(walk, shown);
  else if (hasEnding(shown)) refuse(walk, shown, kindOf(found));
}
