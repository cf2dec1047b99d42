import { join } from "node:path";
import { compose } from "../../compose/compose.ts";
import type { Detector } from "../../compose/detection.ts";
import type { Story } from "../../compose/story.ts";
import { readSettled } from "../../files/settled.ts";
import { ownReason } from "../../files.ts";
import { type Finding, finding } from "../../finding.ts";
import type { Publication } from "../../publication/publication.ts";
import { readArticle } from "../../read/read.ts";

/** What articles are read against. */
export interface Surroundings {
  /** The data folder. */
  readonly data: string;
  readonly publication: Publication;
  readonly now: Date;
}

/**
 * The story of a file of the data folder, or in words why the disk doesn't give it. Rejects where that is no fault of
 * the file, and with what `detector` rejects with, where it is asked for one and given.
 */
export async function readStory(
  file: string,
  { data, publication, now }: Surroundings,
  detector?: () => Promise<Detector>,
): Promise<Story | string> {
  const path = join(data, file);
  const bytes = await readSettled(path).catch((error: unknown) => ownReason(error, path));
  if (typeof bytes === "string") return bytes;
  let undetected: unknown;
  const told =
    detector &&
    ((): Promise<Detector> =>
      detector().catch((error: unknown) => {
        undetected = error;
        throw error;
      }));
  try {
    return await compose(await readArticle(bytes, file, publication.limits), { publication, now, detector: told });
  } catch (error) {
    if (undetected !== undefined) throw undetected;
    // A defect of ours must not keep all other articles from their readers.
    return unreadStory(file, finding("read/failed", { file }, { message: String(error) }));
  }
}

/** The story of a file that is refused, whatever its words are. */
export function unreadStory(file: string, why: Finding): Story {
  const nothing = { title: "", titleDerived: false, body: "", draft: false, findings: [why] };
  return { file, format: "text", ...nothing, authors: [], contributors: [], tags: [], attachments: [], evidence: [] };
}
