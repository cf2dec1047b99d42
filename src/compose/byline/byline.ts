import type { Confidence } from "../evidence.ts";
import { isProse } from "../prose.ts";
import type { PlacedLine } from "../zones.ts";
import type { Named } from "./people.ts";

/** A line that names authors. */
export interface Byline extends Named {
  readonly line: PlacedLine;
  readonly by: "label" | "byline";
  /** Behind a word such as "By"; a bare name is believed for its place alone. */
  readonly opened: boolean;
  readonly sure: Confidence;
}

/** What bylines are read with. */
export interface Reading {
  /** BCP 47. */
  readonly language: string;
  /** Whether the publication's people or the document's metadata have somebody of that name. */
  readonly isKnown: (name: string) => boolean;
}

/** Longer lines are sentences. */
export const LONGEST = 200;
const NOT_AUTHORS =
  /^(?:edited|photos?|photographs?|foto|fotos|fot|bild|image|images|illustrations?|graphics?|video|audio|reviewed|fact-checked|translated|produced|read|more|related|share|follow|contact|reporting|additional)\b/iu;
const PICTURE =
  /\/(?:reuters|afp|ap|getty|epa|dpa|wireimage|pool|shutterstock|alamy)|getty images|shutterstock|unsplash|ap photo|©/iu;
/** `EFE/ Jane Doe`. */
const AGENCY_PICTURE = /\b(?:EFE|AFP|AP|REUTERS|Reuters|EPA|ANSA|NTB|TT|dpa)\s?\/\s?\p{Lu}\p{Ll}/u;
/** `— Jane Roe (@roe) November 19, 2019`: a post on a social network that was pasted in. */
const POST = /^[—–―-].*\(@\w+\)/u;

const OTHERS: readonly RegExp[] = [NOT_AUTHORS, PICTURE, AGENCY_PICTURE, POST];

/** Whether a line may name authors at all: captions, quotations, pictures' credits and editors' names don't. */
export function isReadable({ line, block }: PlacedLine, longest: number = LONGEST): boolean {
  if (line.hint === "caption" || block.kind === "figure" || block.kind === "quote" || block.kind === "table")
    return false;
  return line.text.length <= longest && !OTHERS.some((other) => other.test(line.text));
}

/** Whether a line is running text that ends like it. */
export function isSentence({ line, block }: PlacedLine): boolean {
  return isProse(line, block) || /\.$/u.test(line.text) || line.text.split(" ").length > 14;
}
