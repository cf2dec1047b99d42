import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { type Announcement, announcementOf } from "../published/announcement.ts";

/** A feed that stands in the output folder. */
export interface StandingFeed {
  /** Relative to the folder, with forward slashes. */
  readonly file: string;
  readonly said: Announcement;
  /** Of its bytes: what tells one edition from the next. */
  readonly hash: string;
}

/** Every feed below a folder, in the order of their names. Rejects with what the disk says. */
export async function standingFeeds(folder: string): Promise<readonly StandingFeed[]> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith(".") && [".xml", ".json"].includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const feeds: StandingFeed[] = [];
  for (const path of found) {
    const bytes = await readFile(path);
    const said = announcementOf(bytes.toString("utf8"));
    if (said === undefined) continue;
    const hash = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
    feeds.push({ file: relative(folder, path).split(sep).join("/"), said, hash });
  }
  return feeds;
}
