import { join } from "node:path";
import { listByEnding, readTextIfThere } from "../files.ts";
import { refuses } from "../finding.ts";
import { EMPTY_LEDGER, type Ledger, parseLedger } from "../ledger/ledger.ts";
import { readPublication } from "../publication/load.ts";
import type { LoadedPublication } from "../publication/publication.ts";
import { Stop } from "./stop.ts";

/** The ledger's file in the data folder. */
export const LEDGER_FILE = "ledger.jsonl";
const PUBLICATION_FILES = ["publication.yaml", "publication.yml"];
const AUTHORS = "authors";

/** Reads `publication.yaml` and `authors/*.yaml` of a data folder. Any error in them ends the build. */
export async function loadPublication(data: string): Promise<LoadedPublication> {
  const authors: { file: string; text: string }[] = [];
  for (const name of await listByEnding(join(data, AUTHORS), [".yaml", ".yml"])) {
    const file = `${AUTHORS}/${name}`;
    authors.push({ file, text: (await readTextIfThere(join(data, file))) ?? "" });
  }
  const loaded = readPublication(await publicationFile(data), authors);
  if (refuses(loaded.findings)) throw new Stop(loaded.findings);
  return loaded;
}

async function publicationFile(data: string): Promise<{ file: string; text: string } | undefined> {
  for (const file of PUBLICATION_FILES) {
    const text = await readTextIfThere(join(data, file));
    if (text !== undefined) return { file, text };
  }
  return undefined;
}

/** Reads the ledger; empty where there is none yet. A line that doesn't parse ends the build. */
export async function loadLedger(data: string): Promise<Ledger> {
  const text = await readTextIfThere(join(data, LEDGER_FILE));
  if (text === undefined) return EMPTY_LEDGER;
  const { ledger, findings } = parseLedger(text, LEDGER_FILE);
  if (findings.length > 0) throw new Stop(findings);
  return ledger;
}
