import type { MediaFile } from "../../media/files-of.ts";
import { type Beside, besideOf } from "./beside.ts";
import type { Index } from "./index-file.ts";

/** A media file, and the version in which it was looked at. */
interface Looked {
  readonly version: string;
  readonly file: MediaFile;
}

/** Media files by path. */
export interface KnownMedia {
  readonly get: (path: string) => Looked | undefined;
  readonly set: (path: string, looked: Looked) => void;
}

/** What is known of media files, and which of them have to be remembered beside the stories that were put away. */
export interface KnownFiles extends KnownMedia {
  /** These are remembered with a story. */
  readonly isBeside: (beside: Beside) => void;
  /** Those that somebody asked for, and no story remembers. */
  readonly looked: () => readonly (readonly [path: string, looked: Looked])[];
}

/** What the builds before found out of media files: those of refused articles and the like, and those beside stories. */
export function knownMedia({ header, rows }: Index): KnownFiles {
  const before = new Map(header.media);
  const found = new Map<string, Looked>();
  const besides = new Set<string>();
  let beside: ReadonlyMap<string, Looked> | undefined;
  return {
    get: (path) => {
      const own = found.get(path) ?? before.get(path);
      if (own === undefined) {
        beside ??= new Map(rows.flatMap(({ row }) => filesOf(besideOf(row.beside))));
        return beside.get(path);
      }
      found.set(path, own);
      return own;
    },
    set: (path, looked) => {
      found.set(path, looked);
    },
    isBeside: (all) => {
      for (const [path] of all) besides.add(path);
    },
    looked: () => [...found].filter(([path]) => !besides.has(path)),
  };
}

function filesOf(beside: Beside): readonly (readonly [string, Looked])[] {
  return beside.flatMap(([path, version, file]) => (file === undefined ? [] : [[path, { version, file }] as const]));
}
