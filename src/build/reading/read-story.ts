import { join } from "node:path";
import { compose } from "../../compose/compose.ts";
import type { Story } from "../../compose/story.ts";
import { readBytes, reasonOf } from "../../files.ts";
import type { Publication } from "../../publication/publication.ts";
import { readArticle } from "../../read/read.ts";

/** What articles are read against. */
export interface Surroundings {
  /** The data folder. */
  readonly data: string;
  readonly publication: Publication;
  readonly now: Date;
}

/** The story of a file of the data folder, or in words why the disk doesn't give it. */
export async function readStory(file: string, { data, publication, now }: Surroundings): Promise<Story | string> {
  const bytes = await readBytes(join(data, file)).catch((error: unknown) => reasonOf(error));
  return typeof bytes === "string"
    ? bytes
    : compose(await readArticle(bytes, file, publication.limits), { publication, now });
}
