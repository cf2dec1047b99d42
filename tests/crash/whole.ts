import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { faults } from "../../src/check/faults.ts";
import { isCode } from "../../src/files.ts";

const HOST = "https://gazette.example/";
/** Every address on the publication's host that a feed leads to: pages, archive documents, media, other feeds. */
const OURS = /https:\/\/gazette\.example\/([^"'<>\s\\)&#]*)/g;
/** What categories are of (`scheme`, `domain`): a name, not a link. */
const SCHEME = /^(?:sections|authors|tags)\/$/;
const PART = /^\.[0-9a-f]{12}\.part$/;

/**
 * What is wrong with the feeds that stand in a folder: not whole, or leading to what is not there. Nothing is best. The
 * folder may change all the while: a feed that was replaced since it was read may lead where it likes.
 */
export function faultsOf(out: string): readonly string[] {
  if (!existsSync(out)) return [];
  return feedsBelow(out).flatMap((path) => faultsAt(out, path));
}

function faultsAt(out: string, path: string): readonly string[] {
  const content = textAt(out, path);
  if (content === undefined) return [];
  const found = faults([{ path, content, url: HOST + path }], new Date("2026-06-03T00:00:00Z"));
  const wrong = found.map(({ rule, line }) => `${path}:${line} ${rule}`);
  const lost = [...content.matchAll(OURS)]
    .map(([, to = ""]) => decodeURIComponent(to))
    .filter((to) => !SCHEME.test(to) && !leads(out, to));
  if (lost.length > 0 && textAt(out, path) !== content) return faultsAt(out, path);
  return [...wrong, ...[...new Set(lost)].map((to) => `${path} leads to ${to}, which is not there`)];
}

function textAt(out: string, path: string): string | undefined {
  try {
    return readFileSync(join(out, path), "utf8");
  } catch {
    return undefined;
  }
}

/** A folder that was listed may be gone when it is looked into, with the last feed in it: then all are listed again. */
function pathsBelow(out: string): readonly string[] {
  for (;;)
    try {
      return readdirSync(out, { recursive: true, encoding: "utf8" });
    } catch (error) {
      if (!isCode(error, "ENOENT") || !existsSync(out)) throw error;
    }
}

function feedsBelow(out: string): readonly string[] {
  return pathsBelow(out)
    .filter((path) => /(?:^|[\\/])(?:rss|atom|feed)(?:-\d+)?\.(?:xml|json)$/.test(path))
    .sort();
}

function leads(out: string, to: string): boolean {
  const found = statSync(join(out, to), { throwIfNoEntry: false });
  return found?.isFile() === true || existsSync(join(out, to, "index.html"));
}

/** Temporary files that a build has left. */
export function partsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    PART.test(path.split("/").at(-1) ?? ""),
  );
}
