import { finding } from "../finding.ts";
import { withOwnPictures } from "../media/emblems.ts";
import type { MediaFile } from "../media/files-of.ts";
import { PUBLICATION_FILE } from "../publication/complete.ts";
import type { LoadedPublication } from "../publication/publication.ts";
import { mediaLook, shelfOf } from "./media.ts";

/** A publication with its own pictures where they are published, and these by their addresses. */
export interface Adorned extends LoadedPublication {
  readonly pictures: ReadonlyMap<string, MediaFile>;
}

/** Finds a publication's own pictures in its data folder; tells of those that nobody publishes, as far as can be known. */
export async function adorned({ publication, findings }: LoadedPublication, data: string): Promise<Adorned> {
  const { pictures, missing, ...found } = await withOwnPictures(
    publication,
    mediaLook(data, new Map(), publication.limits.mediaSize),
  );
  const told = shelfOf(publication, undefined).wholeHost ? missing : [];
  return {
    ...found,
    pictures,
    findings: [
      ...findings,
      ...told.map((facts) => finding("publication/no-picture", { file: PUBLICATION_FILE }, facts)),
    ],
  };
}
