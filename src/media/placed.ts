import type { Story } from "../compose/story.ts";
import { type Finding, finding } from "../finding.ts";
import type { StatedMedia } from "../read/article.ts";
import { localFile } from "./local.ts";
import { bodyReferences, firstPicture, firstPlayed, withReferences } from "./references.ts";

/** A file of the data folder that is to be published, and what is known of it. */
export interface MediaFile {
  /** Relative to the data folder. */
  readonly path: string;
  /** Its name below `media/`: made of its content, so that another picture is another address. */
  readonly name: string;
  /** Bytes. */
  readonly length: number;
  readonly type: string;
  /** Pixels, as it is shown. */
  readonly width?: number;
  readonly height?: number;
  /** Seconds. */
  readonly duration?: number;
}

/** What the data folder has at a path: a file, nothing, or trouble in words. */
export type Look = (
  path: string,
) => Promise<
  MediaFile | undefined | { readonly trouble: string } | { readonly tooLarge: number; readonly most: number }
>;

/** A story whose own files stand where they are published, and these files. */
export interface Placed {
  readonly story: Story;
  readonly files: readonly MediaFile[];
}

type Field = "image" | "banner" | "audio" | "video";

/**
 * Gives a story's own pictures, sounds and films their published addresses (`root` is the path of the publication's
 * `media/` folder on its host), with their real sizes and types. What front matter names and is not there refuses the
 * article; what only its body shows is a warning, since a page elsewhere may have it.
 */
export async function placed(story: Story, look: Look, root: string): Promise<Placed> {
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
  if (stated.length === 0 && shown.length === 0) return { story, files: [] };
  const found = new Map<string, MediaFile>();
  const findings: Finding[] = [];
  for (const url of new Set([...stated, ...shown])) {
    const file = await fileOf(url, story, look, stated.includes(url), findings);
    if (file !== undefined) found.set(url, file);
  }
  const address = (file: MediaFile): string => `${root}${file.name}`;
  const described = (media: StatedMedia): StatedMedia => {
    const file = found.get(media.url);
    return file === undefined ? media : { ...media, ...known(file), url: address(file) };
  };
  const field = (name: Field): Partial<Story> => {
    const media = story[name];
    return media === undefined ? {} : { [name]: described(media) };
  };
  const body = withReferences(story.body, (url) => {
    const file = found.get(url);
    return file && { address: address(file), width: file.width, height: file.height };
  });
  const picture = story.image === undefined ? firstPicture(body) : undefined;
  // Other than a picture, which illustrates the text, these are what players look for.
  const played = (name: "audio" | "video"): Partial<Story> => {
    const media = story[name] === undefined ? firstPlayed(body, name) : undefined;
    return media === undefined ? field(name) : { [name]: { ...media, ...typed(media.url, found, address) } };
  };
  return {
    files: [...new Set(found.values())],
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

async function fileOf(
  url: string,
  { file: article }: Story,
  look: Look,
  isStated: boolean,
  findings: Finding[],
): Promise<MediaFile | undefined> {
  const local = localFile(url, article);
  if (local === undefined) return undefined;
  const severity = isStated ? "error" : "warning";
  if (local === "outside") {
    if (isStated) findings.push(finding("media/outside", { file: article }, { url }, severity));
    return undefined;
  }
  const seen = await look(local.path);
  if (seen !== undefined && "trouble" in seen) {
    findings.push(finding("media/unreadable", { file: article }, { url, reason: seen.trouble }, severity));
    return undefined;
  }
  if (seen !== undefined && "tooLarge" in seen) {
    const facts = { url, size: seen.tooLarge, most: seen.most };
    findings.push(finding("media/too-large", { file: article }, facts, severity));
    return undefined;
  }
  // A path from the root may be the website's own; it is made absolute as any other link is.
  if (seen === undefined && !local.rooted)
    findings.push(finding("media/missing", { file: article }, { url, path: local.path }, severity));
  return seen;
}
