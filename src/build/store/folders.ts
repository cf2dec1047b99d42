import type { FilesAtHand, FolderState, KnownArticles } from "../files-at-hand.ts";
import type { Index } from "./index-file.ts";
import { folderIn, IndexRow } from "./index-rows.ts";
import type { Remembered, Row } from "./row.ts";

/** What was put away, as the articles that there were, if it was all of them. */
export function knownArticles({ header, rows, folders }: Index): KnownArticles | undefined {
  if (!header.isWhole || rows.length === 0) return undefined;
  return {
    count: rows.length,
    folders,
    filesIn: (isWanted) => rows.filter(({ row }) => isWanted(folderIn(row))).map(({ row }) => row.file),
  };
}

/**
 * The folders of rows, each with what tells the next build that all of its files are as they were: that is said only of
 * those of which every article has a row, in a version that shows its next change.
 */
export function foldersOf(rows: readonly Remembered[], at: FilesAtHand | undefined): Index["folders"] {
  const counts = new Map<string, number>();
  const unsure = new Set<string>();
  for (const { row } of rows) {
    const path = folderIn(row);
    counts.set(path, (counts.get(path) ?? 0) + 1);
    if (!showsChange(row)) unsure.add(path);
  }
  const states = at?.folders();
  return new Map(
    [...counts].map(([path, articles]): [string, FolderState] => {
      const state = unsure.has(path) ? undefined : states?.get(path);
      return [path, { digest: state?.articles === articles ? state.digest : "", articles }];
    }),
  );
}

/** Whether the next change of a row's file will be seen. One from an index would not have been recalled otherwise. */
function showsChange(row: Row): boolean {
  return row instanceof IndexRow || !Number.isNaN(row.version[0]);
}
