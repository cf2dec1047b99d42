import type { Story } from "../compose/story.ts";
import { type Finding, finding, type Severity } from "../finding.ts";
import { type LocalFile, localFile } from "./local.ts";
import { bodyLinks } from "./references.ts";

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

/** Why a file is not published although it is there: the disk's words, or that it has more bytes than it may. */
type Trouble = { readonly trouble: string } | { readonly tooLarge: number; readonly most: number };

/** What the data folder has at a path: a file, nothing, or trouble. */
export type Look = (path: string) => Promise<MediaFile | Trouble | undefined>;

/** Where a publication's files stand, and which addresses can be no others' files. */
export interface Shelf {
  /** The path of its `media/` folder on its host. */
  readonly root: string;
  /** Nothing else stands on its host, so that `/img/quay.jpg` is no other program's file. */
  readonly wholeHost: boolean;
  /** Whether a story's words were written for another page, whose relative addresses they have. */
  readonly isBorrowed: (story: Story) => boolean;
  /** Whether another program shows them on a page of its own, with whatever files stand beside that. */
  readonly isShownElsewhere: (story: Story) => boolean;
}

/** The addresses of files that a story has, as they are written: in its front matter, and in its body. */
interface References {
  readonly story: Story;
  readonly stated: readonly string[];
  readonly shown: readonly string[];
}

/**
 * The files that addresses mean, by address. What front matter names and is not there refuses the article, and so does
 * what its body shows: unless the body comes from elsewhere, where the file may be.
 */
export async function filesOf(
  { story, stated, shown }: References,
  look: Look,
  shelf: Shelf,
  findings: Finding[],
): Promise<ReadonlyMap<string, MediaFile>> {
  const found = new Map<string, MediaFile>();
  let elsewhere: Promise<boolean> | undefined;
  for (const url of new Set([...stated, ...shown])) {
    const local = localFile(url, story.file);
    if (local === undefined) continue;
    const seen = local === "outside" ? undefined : await look(local.path);
    if (seen !== undefined && "name" in seen) {
      found.set(url, seen);
      continue;
    }
    if (isBesideItsPage(local, seen) && !stated.includes(url) && shelf.isShownElsewhere(story)) continue;
    elsewhere ??= isFromElsewhere(story, look, shelf);
    const about = { url, isStated: stated.includes(url), isOurs: !(await elsewhere) };
    for (const one of troubleWith(about, local, seen, story.file, shelf)) findings.push(one);
  }
  return found;
}

/** Whether a relative address can mean a file beside the page: none of the data folder is meant, or in our way. */
function isBesideItsPage(local: LocalFile | "outside", seen: MediaFile | Trouble | undefined): boolean {
  return seen === undefined && (local === "outside" || !local.rooted);
}

interface Missed {
  readonly url: string;
  readonly isStated: boolean;
  /** The article was written for this publication. */
  readonly isOurs: boolean;
}

function troubleWith(
  { url, isStated, isOurs }: Missed,
  local: LocalFile | "outside",
  trouble: Trouble | undefined,
  file: string,
  { wholeHost }: Shelf,
): readonly Finding[] {
  const severity: Severity = isStated || isOurs ? "error" : "warning";
  if (local === "outside") return [finding("media/outside", { file }, { url }, severity)];
  if (trouble !== undefined && "tooLarge" in trouble) {
    const { tooLarge: size, most } = trouble;
    return [finding("media/too-large", { file }, { url, size, most }, severity)];
  }
  if (trouble !== undefined) return [finding("media/unreadable", { file }, { url, reason: trouble.trouble }, severity)];
  const facts = { url, path: local.path };
  if (!local.rooted) return [finding("media/missing", { file }, facts, severity)];
  // A body may show what somebody has put onto the host, or into the output folder, without our help.
  return wholeHost && isOurs ? [finding("media/missing", { file }, facts, isStated ? "error" : "warning")] : [];
}

/**
 * Whether a body was written for another page: then other relative addresses in it lead nowhere here as well, and files
 * that it shows may be there. Links from the root tell nothing, since they lead to pages rather than files.
 */
async function isFromElsewhere(story: Story, look: Look, { isBorrowed }: Shelf): Promise<boolean> {
  if (isBorrowed(story)) return true;
  for (const url of bodyLinks(story.body)) {
    const local = localFile(url, story.file);
    if (local === "outside") return true;
    if (local !== undefined && !local.rooted && (await look(local.path)) === undefined) return true;
  }
  return false;
}
