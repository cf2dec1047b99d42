import type { Publication } from "../../publication/publication.ts";
import { remembered } from "../remembered.ts";

/** Folder names that are no section: years, numbers, and what sites call the folder of all their articles. */
const NO_SECTION =
  /^(?:\d+|articles?|posts?|_posts|content|data|stories|story|entries|news|blog|archive|archives|txt|text|md|markdown|html|drafts?|inbox|incoming|src|pages|authors|tmp|temp|test|tests|cases|new|all|misc)$/iu;

/** The section that a file's first folder names, if it names one. */
export function folderSection(file: string): string | undefined {
  const parts = file.split("/");
  const [folder] = parts;
  if (parts.length < 2 || folder === undefined || NO_SECTION.test(folder)) return undefined;
  return folder.replace(/[-_]+/g, " ");
}

type Sections = Publication["sections"];

/** By a publication's sections; of those that it has no more, nothing is kept. */
const names = new WeakMap<Sections, (written: string) => string>();

/** A section's name as the publication writes it: by its spellings, else a lower-case name begins with a capital. */
export function sectionName(written: string, { sections }: Publication): string {
  const known = names.get(sections);
  if (known !== undefined) return known(written);
  const name = remembered(MOST, (words) => nameOf(words, sections));
  names.set(sections, name);
  return name(written);
}

/** More sections than any publication has. */
const MOST = 1_000;

function nameOf(written: string, sections: Sections): string {
  const key = written.trim().toLowerCase();
  for (const [name, spellings] of Object.entries(sections))
    if (name.toLowerCase() === key || spellings.some((spelling) => spelling.toLowerCase() === key)) return name;
  const name = written.trim();
  return name === name.toLowerCase() ? name.replace(/^\p{L}/u, (letter) => letter.toUpperCase()) : name;
}
