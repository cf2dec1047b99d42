import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { faults } from "../../src/check/faults.ts";

const HOST = "https://gazette.example/";
/** Addresses of files that a build writes: pages, archive documents, media. */
const OURS = /https:\/\/gazette\.example\/((?:[\w%-]+\/)*(?:articles|archives|media)\/[^"'<>\s\\)&]+)/g;
const PART = /^\.[0-9a-f]{12}\.part$/;

/** What is wrong with the feeds that stand in a folder: not whole, or leading to what is not there. Nothing is best. */
export function faultsOf(out: string): readonly string[] {
  if (!existsSync(out)) return [];
  return feedsBelow(out).flatMap((path) => {
    const content = readFileSync(join(out, path), "utf8");
    const found = faults([{ path, content, url: HOST + path }], new Date("2026-06-03T00:00:00Z"));
    const wrong = found.map(({ rule, line }) => `${path}:${line} ${rule}`);
    const lost = [...content.matchAll(OURS)]
      .map(([, to = ""]) => decodeURIComponent(to))
      .filter((to) => !leads(out, to));
    return [...wrong, ...[...new Set(lost)].map((to) => `${path} leads to ${to}, which is not there`)];
  });
}

function feedsBelow(out: string): readonly string[] {
  return readdirSync(out, { recursive: true, encoding: "utf8" })
    .filter((path) => /(?:^|[\\/])(?:rss|atom|feed)(?:-\d+)?\.(?:xml|json)$/.test(path))
    .sort();
}

function leads(out: string, to: string): boolean {
  const path = join(out, to);
  return existsSync(path) && (statSync(path).isFile() || existsSync(join(path, "index.html")));
}

/** Temporary files that a build has left. */
export function partsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    PART.test(path.split("/").at(-1) ?? ""),
  );
}
