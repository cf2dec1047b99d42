import { existsSync } from "node:fs";
import { join } from "node:path";
import { isDiskTrouble, putInPlace, readBytes, reasonOf } from "../files.ts";
import { articleFiles, keepsId } from "../import/article-file.ts";
import { readFeed } from "../import/feed.ts";
import { decode } from "../read/decode.ts";
import { harmless } from "../words.ts";
import type { ExitCode } from "./exit-code.ts";
import { type Io, Refusal } from "./io.ts";
import { coloursFor } from "./look.ts";

/** `dateline import`: each entry of a feed becomes an article that keeps its id, its address and its dates. */
export async function runImport(file: string, { data }: { readonly data: string }, io: Io): Promise<ExitCode> {
  try {
    const feed = readFeed(decode(await readBytes(file)).text);
    if (feed === undefined)
      throw new Refusal(`${harmless(file)} is no RSS, Atom or JSON feed, nor a WordPress export.`);
    const files = articleFiles(feed.entries).map(({ path, text }) => [join(data, path), text] as const);
    const fresh = files.filter(([path]) => !existsSync(path));
    putInPlace(fresh);
    const { warning } = coloursFor(io.stderr, io.env);
    const warn = (words: string): unknown => io.stderr.write(`${warning("warning:")} ${words}\n`);
    for (const title of feed.left)
      warn(`"${harmless(title)}" was left out: it has no date, or nothing that readers know it by.`);
    const strange = feed.entries.filter((entry) => !keepsId(entry)).length;
    if (strange > 0) warn(`${strange} have ids that are no addresses: subscribers will see these once more, as new.`);
    const there = files.length - fresh.length;
    io.stdout.write(`${fresh.length} articles written below ${harmless(data)}.\n`);
    if (there > 0) io.stdout.write(`${there} were there already, and were left as they are.\n`);
    if (files.length === 0) return 2;
    return feed.left.length + strange > 0 ? 1 : 0;
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
    throw new Refusal(
      `${harmless((error as NodeJS.ErrnoException).path ?? file)} cannot be read or written: ${reasonOf(error)}.`,
    );
  }
}
