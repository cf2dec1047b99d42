import type { Story } from "../../compose/story.ts";
import type { MediaFile } from "../../media/files-of.ts";
import type { FilesAtHand } from "../files-at-hand.ts";
import { isSameVersion } from "../version.ts";
import { type Beside, besideOf } from "./beside.ts";
import type { Index } from "./index-file.ts";
import { folderIn } from "./index-rows.ts";
import { TRAITS } from "./parted.ts";
import { isGlance, isRecorded, type RecordedRow, type Row } from "./row.ts";
import { asStory, type Source, StoredStory } from "./stored-story.ts";

/** What a store knows of the files of a build. */
export interface Recalled {
  /** Stories whose records hold as long as the ledger does, newest entry first. */
  readonly recorded: readonly RecordedRow[];
  readonly storyOf: (one: RecordedRow) => Story;
  /** All other files, in code unit order. */
  readonly others: readonly string[];
  /** The stories that are known of these, by file. */
  readonly stories: ReadonlyMap<string, Story>;
  /** The days of articles that were glanced at, by file. */
  readonly days: ReadonlyMap<string, number>;
  /** The ledger that the records belong to. */
  readonly ledger: string;
  /** The published files of all these stories. */
  readonly media: readonly MediaFile[];
}

/**
 * What is known of the files at hand, and the rows that hold beside the recorded ones. Of a folder that is as it was,
 * no file is looked at.
 */
export function recalled(
  { header, rows, folders }: Index,
  at: FilesAtHand,
  source: Source,
  sameDay: boolean,
): Recalled & { readonly rows: readonly Row[] } {
  const isSame = rememberedBy((path) => at.isSame(path, folders.get(path)?.digest ?? ""));
  const recorded: RecordedRow[] = [];
  const others: string[] = [];
  const held: Row[] = [];
  const besides: Beside[] = [];
  const steady = new Set<string>();
  const isHeld = (row: Row, isHere: boolean): boolean => {
    const beside = besideIfHeld(row, at, isHere, sameDay);
    if (beside !== undefined && beside.length > 0) besides.push(beside);
    return beside !== undefined;
  };
  for (const one of rows) {
    const { row } = one;
    const isHere = isSame(folderIn(row));
    if (isHeld(row, isHere)) {
      if (isRecorded(one)) {
        recorded.push(one);
        if (!isHere) steady.add(row.file);
        continue;
      }
      held.push(row);
    }
    if (isHere) others.push(row.file);
  }
  // All that is in the other folders.
  for (const file of at.filesBut(isSame)) if (!steady.has(file)) others.push(file);
  return {
    recorded,
    storyOf: ({ row }) => asStory(new StoredStory(row, source)),
    others: others.sort(),
    ...known(held, source),
    ledger: header.ledger,
    media: besides.flatMap((beside) => beside.flatMap(([, , file]) => file ?? [])),
    rows: held,
  };
}

function known(rows: readonly Row[], source: Source): Pick<Recalled, "days" | "stories"> {
  const [days, stories] = [new Map<string, number>(), new Map<string, Story>()];
  for (const row of rows)
    if (isGlance(row)) days.set(row.file, row.statedAt);
    else stories.set(row.file, asStory(new StoredStory(row, source)));
  return { days, stories };
}

/** Asks once for each folder. */
function rememberedBy(ask: (path: string) => boolean): (path: string) => boolean {
  const known = new Map<string, boolean>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const answer = ask(path);
    known.set(path, answer);
    return answer;
  };
}

const NOTHING_BESIDE: Beside = [];

/** The files beside a story that is still what would be composed now; `undefined` where it has to be read again. */
function besideIfHeld(row: Row, at: FilesAtHand, isHere: boolean, sameDay: boolean): Beside | undefined {
  if (!isHere && !isSameVersion(row.version, at.versionOf(row.file, row.version))) return undefined;
  const { traits } = row;
  if (!sameDay && (traits & TRAITS.today) !== 0) return undefined;
  if ((traits & TRAITS.placed) === 0) return NOTHING_BESIDE;
  const beside = besideOf(row.beside);
  return beside.every(([path, version]) => at.mediaVersionOf(path, version) === version) ? beside : undefined;
}
