import { join } from "node:path";
import { compose } from "../compose/compose.ts";
import type { Story } from "../compose/story.ts";
import { readBytes, reasonOf } from "../files.ts";
import { type Finding, finding } from "../finding.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { listArticles } from "../listing.ts";
import type { Publication } from "../publication/publication.ts";
import { readArticle } from "../read/read.ts";
import { NO_ITEMS, readItemStories } from "./items.ts";
import { Stop } from "./stop.ts";

/** All that the articles of a data folder say. */
export interface Newsroom {
  readonly stories: readonly Story[];
  readonly findings: readonly Finding[];
  /** Files that gave no story although they are there: what the ledger knows of them must not be withdrawn. */
  readonly silent: (ledger: Ledger) => ReadonlySet<string>;
  /** A finding where it can be mended: what comes from a JSON file's item has its line there. */
  readonly placed: (one: Finding) => Finding;
}

/** Stories of the builds before this one. */
interface Keeper {
  /** The story of a file that has not changed. */
  readonly recall: (file: string) => Story | undefined;
  /** Takes a story that was read now; what it returns is used. */
  readonly keep: (file: string, story: Story) => Story;
}

interface Reading {
  readonly data: string;
  /** A JSON file of more articles. */
  readonly articles?: string | undefined;
  readonly publication: Publication;
  readonly now: Date;
  readonly keeper?: Keeper | undefined;
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
}

/** Reads and composes every article of a folder, one bad one never stopping the rest. No articles at all end the build. */
export async function readStories(reading: Reading): Promise<Newsroom> {
  const { data, articles, publication, now, keeper, onProgress } = reading;
  const {
    files,
    unreadable,
    findings: troubles,
  } = await listArticles(data).catch((error: unknown) => {
    throw new Stop([finding("disk/no-data", { file: data }, { reason: reasonOf(error) })]);
  });
  const items = articles === undefined ? NO_ITEMS : await readItemStories(articles, reading);
  if (files.length + items.stories.length === 0)
    throw new Stop([...troubles, ...items.findings, finding("disk/no-articles", { file: data }, {})]);
  const stories: Story[] = [...items.stories];
  const findings: Finding[] = [...troubles, ...items.findings];
  const lost: string[] = [...unreadable];
  for (const [index, file] of files.entries()) {
    onProgress?.(index, files.length);
    const known = keeper?.recall(file);
    if (known !== undefined) {
      findings.push(...known.findings);
      stories.push(known);
      continue;
    }
    const bytes = await readBytes(join(data, file)).catch((error: unknown) => reasonOf(error));
    if (typeof bytes === "string") {
      findings.push(finding("read/unreadable", { file }, { reason: bytes }));
      lost.push(file);
      continue;
    }
    const story = await compose(await readArticle(bytes, file), { publication, now });
    findings.push(...story.findings);
    stories.push(keeper?.keep(file, story) ?? story);
  }
  onProgress?.(files.length, files.length);
  return {
    stories,
    findings,
    silent: (ledger) => new Set([...silentFiles(ledger, lost), ...items.silent(ledger)]),
    placed: items.placed,
  };
}

/** The lost files, and all that the ledger has published from lost folders. */
function silentFiles({ lines }: Ledger, lost: readonly string[]): ReadonlySet<string> {
  const below = (file: string): boolean => lost.some((path) => file === path || file.startsWith(`${path}/`));
  const published = [...lines.values()].filter(({ withdrawn, file }) => withdrawn === undefined && below(file));
  return new Set([...lost, ...published.map(({ file }) => file)]);
}
