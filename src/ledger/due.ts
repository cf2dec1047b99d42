/** Something that happens by itself at its time, if there is a build then. */
export interface Due {
  readonly at: Date;
  /** An embargo ends, an article leaves the feeds, or feeds stop to tell of a withdrawal. */
  readonly what: "embargo" | "expiry" | "tombstone";
  readonly file: string;
}

/** The first to come after a moment; of several at once, the first by file. */
export function nextDue(all: readonly Due[], now: Date): Due | undefined {
  return all
    .filter(({ at }) => at > now)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.file < b.file ? -1 : 1))[0];
}
