import type { OnProgress } from "../build/options.ts";
import type { Io } from "./io.ts";

/** Work that takes no longer needs no line. */
const PATIENCE = 1000;
/** Often enough to be seen moving. */
const PACE = 100;
/** Earlier than after this share nobody can tell how long it will take. */
const TELLING = 0.05;

/** A line on a terminal that says how far the work is. */
export interface Progress {
  readonly tell: OnProgress;
  /** Takes the line away again. */
  readonly end: () => void;
}

const SILENT: Progress = { tell: () => undefined, end: () => undefined };

const WORDS = { read: ["Reading", "articles"], written: ["Writing", "files"] } as const;

/** Progress for people who wait: on a terminal only, once the work has taken a second. */
export function progress({ stderr }: Io, clock: () => number = () => performance.now()): Progress {
  if (stderr.isTTY !== true) return SILENT;
  let next = clock() + PATIENCE;
  let shown = false;
  let phase: keyof typeof WORDS | undefined;
  let began = 0;
  return {
    tell: (what, done, all) => {
      const now = clock();
      if (what !== phase) {
        phase = what;
        began = now;
      }
      if (now < next) return;
      next = now + PACE;
      shown = true;
      const [doing, things] = WORDS[what];
      stderr.write(`\r\u001b[2K${doing} ${things}: ${done} of ${all}${timeLeft(done / all, now - began)}`);
    },
    end: () => {
      if (shown) stderr.write("\r\u001b[2K");
    },
  };
}

/** How long the rest takes, if it goes on as it did. */
function timeLeft(share: number, milliseconds: number): string {
  if (!(share > TELLING) || share >= 1 || milliseconds === 0) return "";
  const seconds = Math.ceil((milliseconds * (1 - share)) / share / 1000);
  return seconds < 60 ? `, ${seconds} s left` : `, ${Math.ceil(seconds / 60)} min left`;
}
