import { join } from "node:path";
import type { Story } from "../../compose/story.ts";
import type { LedgerLine } from "../../ledger/ledger.ts";
import type { Publication } from "../../publication/publication.ts";
import { articlesLinkedFrom } from "../article-links.ts";
import { allOf, type FilesAtHand } from "../files-at-hand.ts";
import type { StoryStore } from "../store/store.ts";
import { NO_VERSION } from "../version.ts";
import { type Glance, mayBeNewest, showsNewestOnly } from "./choice.ts";
import { glanceAt } from "./glance.ts";

interface Look {
  readonly data: string;
  readonly publication: Publication;
  readonly now: Date;
  readonly store?: StoryStore | undefined;
  /** The lines of the ledger that are not withdrawn. */
  readonly published: () => readonly LedgerLine[];
  /** Whether every article is to be read, whatever the publication shows. */
  readonly everything?: boolean | undefined;
}

/** Articles that are too old for every feed and that the ledger does not know, by file: nothing but their day is read. */
export type Older = Map<string, Glance>;

/**
 * Finds them, where a publication shows its newest entries alone. Which they are depends on the ledger and on the
 * articles, never on what builds have put away. `days` are known from the builds before; `items` are articles from elsewhere.
 */
export function olderArticles(
  at: FilesAtHand,
  days: ReadonlyMap<string, number>,
  items: readonly Story[],
  { data, publication, now, store, published, everything }: Look,
): Older {
  if (everything === true || !showsNewestOnly(publication) || at.count <= publication.limit) return new Map();
  const files = allOf(at);
  const lines = published();
  const known = new Set(lines.map(({ file }) => file));
  const glances: Glance[] = [];
  for (const file of files) {
    if (known.has(file)) continue;
    const day = days.get(file) ?? glanceAt(join(data, file), file);
    if (day === undefined) continue;
    glances.push({ file, day });
  }
  const there = new Set([...files, ...items.map(({ file }) => file)]);
  const newest = new Set(mayBeNewest(glances, lines, (file) => there.has(file), { limit: publication.limit, now }));
  const older = glances.filter((one) => !newest.has(one));
  for (const { file, day } of older) if (!days.has(file)) store?.glance(file, at.versionOf(file, NO_VERSION), day);
  return new Map(older.map((one) => [one.file, one]));
}

/** Of older articles, those to which one of these stories leads: they are read as well, and no longer among the older. */
export function linkedFrom(stories: readonly Story[], older: Older): readonly string[] {
  if (older.size === 0) return [];
  const linked = new Set(stories.flatMap(articlesLinkedFrom).filter((file) => older.has(file)));
  for (const file of linked) older.delete(file);
  return [...linked].sort();
}
