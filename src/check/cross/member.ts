import type { Digest } from "../digest/feed-facts.ts";
import type { Reporter } from "../reporter.ts";

/** A document of the folder and what it says. */
export interface Member {
  readonly file: string;
  /** Its path within the folder, with slashes. */
  readonly path: string;
  readonly digest: Digest;
  readonly reporter: Reporter;
}
