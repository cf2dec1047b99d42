import type { Io } from "./io.ts";

/** Work that takes no longer needs no line. */
const PATIENCE = 1000;
/** Often enough to be seen moving. */
const PACE = 100;

/** A line on a terminal that says how far the work is. */
export interface Progress {
  readonly tell: (done: number, all: number) => void;
  /** Takes the line away again. */
  readonly end: () => void;
}

const SILENT: Progress = { tell: () => undefined, end: () => undefined };

/** Progress for people who wait: on a terminal only, once the work has taken a second. */
export function progress({ stderr }: Io, what: string, clock: () => number = () => performance.now()): Progress {
  if (stderr.isTTY !== true) return SILENT;
  let next = clock() + PATIENCE;
  let shown = false;
  return {
    tell: (done, all) => {
      const now = clock();
      if (now < next) return;
      next = now + PACE;
      shown = true;
      stderr.write(`\r\u001b[2K${what} ${done} of ${all}`);
    },
    end: () => {
      if (shown) stderr.write("\r\u001b[2K");
    },
  };
}
