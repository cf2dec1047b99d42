import { existsSync } from "node:fs";
import { join } from "node:path";
import { putInPlace } from "../files/in-place.ts";
import { isDiskTrouble, reasonOf } from "../files.ts";
import { articleFiles, keepsId, keepsRssId } from "../import/article-file.ts";
import { merged } from "../import/merge.ts";
import { harmless } from "../words.ts";
import type { ExitCode } from "./exit-code.ts";
import { sourcesOf } from "./import-sources.ts";
import { type Io, Refusal } from "./io.ts";
import { coloursFor } from "./look.ts";

export interface ImportArguments {
  readonly data: string;
  /** Gets the feeds of a list from the web. */
  readonly fetch?: boolean;
}

/** `dateline import`: each entry of a publication's feeds becomes an article that keeps its id, its address and its dates. */
export async function runImport(from: string, { data, fetch = false }: ImportArguments, io: Io): Promise<ExitCode> {
  const { warning } = coloursFor(io.stderr, io.env);
  const warn = (words: string): unknown => io.stderr.write(`${warning("warning:")} ${harmless(words)}\n`);
  try {
    const { feeds, troubles } = await sourcesOf(from, fetch);
    for (const trouble of troubles) warn(trouble);
    if (feeds.length === 0 && troubles.length > 0) return 2;
    if (feeds.length === 0)
      throw new Refusal(
        `${harmless(from)} is no RSS, Atom or JSON feed, nor a WordPress export, a list (OPML) or folder of them.`,
      );
    const { entries, left, divided } = merged(feeds);
    const files = articleFiles(entries).map(({ path, text }) => [join(data, path), text] as const);
    const fresh = files.filter(([path]) => !existsSync(path));
    putInPlace(fresh);
    for (const title of left) warn(`"${title}" was left out: it has no date, or nothing that readers know it by.`);
    const strange = entries.filter((entry) => !keepsId(entry));
    const rssOnly = strange.filter(keepsRssId).length;
    if (rssOnly > 0)
      warn(
        `${rssOnly} have ids that are no addresses, which only RSS can keep: whoever reads Atom or JSON Feed sees these once more.`,
      );
    if (strange.length > rssOnly)
      warn(`${strange.length - rssOnly} have ids that are no addresses: subscribers will see these once more, as new.`);
    if (divided > 0)
      warn(
        `${divided} have other ids in other formats; those of RSS stay: whoever reads the others sees them once more.`,
      );
    const there = files.length - fresh.length;
    io.stdout.write(said(fresh.length, there, harmless(data)));
    if (files.length === 0) return 2;
    return left.length + strange.length + divided + troubles.length > 0 ? 1 : 0;
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
    throw new Refusal(
      `${harmless((error as NodeJS.ErrnoException).path ?? from)} cannot be read or written: ${reasonOf(error)}.`,
    );
  }
}

function said(fresh: number, there: number, folder: string): string {
  const written = `${fresh} ${fresh === 1 ? "article" : "articles"} written below ${folder}.\n`;
  if (there === 0) return written;
  return `${written}${there === 1 ? "1 was there already, and was left as it is" : `${there} were there already, and were left as they are`}.\n`;
}
