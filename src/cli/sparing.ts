import { setFlagsFromString } from "node:v8";
import type { OnProgress } from "../build/options.ts";

/** From so many articles on that are to be read, a build is one of those that need much memory, or very much. */
const MANY = 1_000;
const VERY_MANY = 200_000;

/**
 * Spares memory in builds that read many articles, and time in all others. What a build has done with is soon more than
 * what it needs: unless told otherwise, V8 lets it grow to four times that before it looks, which takes a third more memory
 * and is no faster where much is read. Of very much it lets a quarter of that grow again, which costs some time. Holds for the
 * workers as well.
 */
export function sparing(tell: OnProgress): OnProgress {
  let isSparing = false;
  return (what, done, all) => {
    if (!isSparing && what === "read" && all >= MANY) {
      isSparing = true;
      setFlagsFromString(`--heap-growing-percent=${all >= VERY_MANY ? 10 : 40}`);
    }
    tell(what, done, all);
  };
}
