import { hash } from "node:crypto";
import { join } from "node:path";
import { readSettled } from "../files/settled.ts";
import { isCode, isDiskTrouble, listByEnding, onceBegun } from "../files.ts";
import { refuses } from "../finding.ts";
import type { TextFile } from "../publication/load.ts";
import type { LoadedPublication } from "../publication/publication.ts";
import { keepValue, keptValue } from "./kept-value.ts";
import { Stop } from "./stop.ts";

const PUBLICATION_FILES = ["publication.yaml", "publication.yml"];
const AUTHORS = "authors";
const FILE = ".dateline/publication";

/** What a publisher says of the publication and its people, as it stands on the disk. */
interface Texts {
  readonly publication: TextFile | undefined;
  readonly authors: readonly TextFile[];
}

/** What was made of a publication's files, and from which: texts and program. */
interface Kept {
  readonly key: string;
  readonly loaded: LoadedPublication;
}

/** A publication, and how it is put away for the next build. */
interface Known {
  readonly loaded: LoadedPublication;
  readonly keep: () => void;
}

/** Reads `publication.yaml` and `authors/*.yaml` of a data folder. Any error in them ends the build. */
export async function loadPublication(data: string): Promise<LoadedPublication> {
  return read(await textsIn(data));
}

/**
 * The same as the last build read it, where the files say the same to the same program: what reads YAML and what checks it are
 * a quarter of all code that a build would load for it.
 */
export async function knownPublication(data: string, program: string): Promise<Known> {
  const path = join(data, FILE);
  const texts = await textsIn(data);
  const key = hash("sha256", JSON.stringify([program, texts]));
  const kept = keptValue(path) as Kept | undefined;
  if (kept?.key === key) return { loaded: kept.loaded, keep: () => undefined };
  const loaded = await read(texts);
  return { loaded, keep: () => onceBegun(() => keepValue(path, { key, loaded } satisfies Kept)) };
}

async function read({ publication, authors }: Texts): Promise<LoadedPublication> {
  const { readPublication } = await import("../publication/load.ts");
  const loaded = readPublication(publication, authors);
  if (refuses(loaded.findings)) throw new Stop(loaded.findings);
  return loaded;
}

async function textsIn(data: string): Promise<Texts> {
  const authors: TextFile[] = [];
  for (const name of await listByEnding(join(data, AUTHORS), [".yaml", ".yml"])) {
    const file = `${AUTHORS}/${name}`;
    authors.push({ file, text: (await settledText(join(data, file))) ?? "" });
  }
  return { publication: await publicationFile(data), authors };
}

async function publicationFile(data: string): Promise<TextFile | undefined> {
  for (const file of PUBLICATION_FILES) {
    const text = await settledText(join(data, file));
    if (text !== undefined) return { file, text };
  }
  return undefined;
}

/** A file's text, or `undefined` where there is no such file. Half a `publication.yaml` would be another publication's. */
async function settledText(path: string): Promise<string | undefined> {
  try {
    return Buffer.from(await readSettled(path)).toString("utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    // Node names no path where a folder stands in a file's place.
    if (isDiskTrouble(error)) Object.assign(error as Error, { path });
    throw error;
  }
}
