import { type Finding, finding } from "../finding.ts";
import { PUBLICATION_FILE } from "../publication/complete.ts";
import type { Wanted } from "../publication/publication.ts";
import type { EditionKind, Site } from "./edition.ts";

/** Feeds that `publication.yaml` asks for by name and that no article belongs to: mostly a name that is spelt otherwise. */
export function absentFeeds({ editions, publication }: Pick<Site, "editions" | "publication">): readonly Finding[] {
  const { sections, authors, tags, languages } = publication.feeds;
  const named: readonly (readonly [EditionKind, Wanted])[] = [
    ["section", sections],
    ["author", authors],
    ["tag", tags],
    // A publication in one language has none.
    ["language", editions.some(({ kind }) => kind === "language") && languages],
  ];
  const empty = editions.filter(({ kind, entries }) => kind === "own" && entries.length === 0);
  return [
    ...named.flatMap(([kind, wanted]) => without(kind, wanted, editions).map((name) => absent(kind, name))),
    ...empty.map(({ kind, name }) => absent(kind, name)),
  ];
}

function absent(kind: EditionKind, name: string): Finding {
  return finding("feeds/no-entries", { file: PUBLICATION_FILE }, { kind, name });
}

function without(kind: EditionKind, wanted: Wanted, editions: Site["editions"]): readonly string[] {
  if (typeof wanted === "boolean") return [];
  const there = new Set(editions.flatMap((one) => (one.kind === kind ? one.name.toLowerCase() : [])));
  return wanted.filter((name) => !there.has(name.toLowerCase()));
}
