import type { WordsOf } from "./say.ts";

/** The words for files and folders. */
export const DISK_WORDS: WordsOf<"disk"> = {
  "disk/no-data": ({ reason }) => ({
    wrong: `The folder of articles cannot be read: ${reason}.`,
    mend: 'Name the right one with --data FOLDER, or run "dateline init" to begin one.',
  }),
  "disk/no-articles": () => ({
    wrong: "There is no article in this folder, so nothing was published and nothing withdrawn.",
    mend: "Put a .txt, .md or .html file into it, or name another folder with --data FOLDER.",
  }),
  "disk/too-many-articles": ({ count, most }) => ({
    wrong: `There are ${count} articles; at most ${most} are published. Nothing was published and nothing withdrawn.`,
    mend: 'Look whether this is the right folder, or raise "entries" below "limits" in publication.yaml.',
  }),
  "disk/trouble": ({ reason, begun = false }) => ({
    wrong: `This cannot be read or written: ${reason}.`,
    mend: begun
      ? "Mend that, then build again; each file that stands there is whole."
      : "Mend that, then build again; what stood there before is whole.",
  }),
  "disk/locked": ({ by }) => ({
    wrong: `Another build is at work here (${by}).`,
    mend: "Wait for it to end, then build again.",
  }),
  "disk/interrupted": () => ({
    wrong: "The build was interrupted, so nothing was published and nothing withdrawn.",
    mend: "Build again; what stood there before is whole.",
  }),
};
