import type { Story } from "../compose/story.ts";
import type { Finding } from "../finding.ts";
import type { StatedMedia } from "../read/article.ts";
import { filesOf, type Look, type MediaFile, type Shelf } from "./files-of.ts";
import { linkedFile } from "./linked.ts";
import { bodyLinks, bodyReferences, firstPicture, firstPlayed, withLinks, withReferences } from "./references.ts";

/** A story whose own files stand where they are published, and these files. */
export interface Placed {
  readonly story: Story;
  readonly files: readonly MediaFile[];
}

type Field = "image" | "banner" | "audio" | "video";

/** Gives a story's own pictures, sounds and films their published addresses, with their real sizes and types. */
export async function placed(story: Story, look: Look, shelf: Shelf): Promise<Placed> {
  const { transcripts = [], chapters } = story.episode ?? {};
  const stated = [
    ...transcripts,
    chapters,
    story.image,
    story.banner,
    story.audio,
    story.video,
    ...story.attachments,
  ].flatMap((one) => one?.url ?? []);
  const shown = bodyReferences(story.body);
  const documents = bodyLinks(story.body).filter((url) => linkedFile(url, story.file)?.isArticle === false);
  if (stated.length === 0 && shown.length === 0 && documents.length === 0) return { story, files: [] };
  const findings: Finding[] = [];
  const found = await filesOf({ story, stated, shown }, look, shelf, findings);
  const linked = await documentsOf(story, documents, look);
  const address = (file: MediaFile): string => `${shelf.root}${file.name}`;
  const described = (media: StatedMedia): StatedMedia => {
    const file = found.get(media.url);
    return file === undefined ? media : { ...media, ...known(file), url: address(file) };
  };
  const field = (name: Field): Partial<Story> => {
    const media = story[name];
    return media === undefined ? {} : { [name]: described(media) };
  };
  const shownThere = withReferences(story.body, (url) => {
    const file = found.get(url);
    return file && { address: address(file), width: file.width, height: file.height };
  });
  const body = withLinks(shownThere, (url) => {
    const file = linked.get(url);
    return file && `${address(file)}${linkedFile(url, story.file)?.part ?? ""}`;
  });
  const picture = story.image === undefined ? firstPicture(body) : undefined;
  // Other than a picture, which illustrates the text, these are what players look for.
  const played = (name: "audio" | "video"): Partial<Story> => {
    const media = story[name] === undefined ? firstPlayed(body, name) : undefined;
    return media === undefined ? field(name) : { [name]: { ...media, ...typed(media.url, found, address) } };
  };
  return {
    files: [...new Set([...found.values(), ...linked.values()])],
    story: {
      ...story,
      body,
      ...(picture === undefined ? {} : { image: { ...picture, ...typed(picture.url, found, address), inBody: true } }),
      ...field("image"),
      ...field("banner"),
      ...played("audio"),
      ...played("video"),
      attachments: story.attachments.map(described),
      ...(story.episode === undefined
        ? {}
        : {
            episode: {
              ...story.episode,
              ...(transcripts.length === 0 ? {} : { transcripts: transcripts.map(described) }),
              ...(chapters === undefined ? {} : { chapters: described(chapters) }),
            },
          }),
      findings: [...story.findings, ...findings],
    },
  };
}

/**
 * The documents that links lead to, as far as they are there: what isn't may be on the page that the body was written
 * for, or put there by other means.
 */
async function documentsOf(
  { file }: Story,
  urls: readonly string[],
  look: Look,
): Promise<ReadonlyMap<string, MediaFile>> {
  const documents = new Map<string, MediaFile>();
  for (const url of new Set(urls)) {
    const seen = await look(linkedFile(url, file)?.path ?? "");
    if (seen !== undefined && "name" in seen) documents.set(url, seen);
  }
  return documents;
}

/** What a file says of itself is believed before what is stated of it: sizes are wrong sooner than they are right. */
function known({ type, length, width, height, duration }: MediaFile): Partial<StatedMedia> {
  return {
    type,
    length,
    ...(width === undefined || height === undefined ? {} : { width, height }),
    ...(duration === undefined ? {} : { duration }),
  };
}

/** The type and size of a file by the address under which it is published. */
function typed(
  url: string,
  found: ReadonlyMap<string, MediaFile>,
  address: (file: MediaFile) => string,
): Partial<StatedMedia> {
  const file = [...found.values()].find((one) => address(one) === url);
  return file === undefined ? {} : known(file);
}
