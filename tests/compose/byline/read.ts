import { type Credits, credits } from "../../../src/compose/byline/credits.ts";
import { zones } from "../../../src/compose/zones.ts";
import type { Publication } from "../../../src/publication/publication.ts";
import { readArticle } from "../../../src/read/read.ts";
import { PUBLICATION } from "../../support/story.ts";

const HEADLINE = "Ferry returns to service";
export const LEAD =
  "The ferry across the bay sails again from Monday, its owners said on Friday after eleven weeks in dry dock.";
export const MORE =
  "Tickets cost as much as before, and the dog that lives on board has put on weight, according to the cook.";

export interface Given {
  readonly language?: string;
  readonly file?: string;
  readonly publication?: Partial<Publication>;
}

/** The credits of an article's text; English plain text unless given otherwise. */
export async function read(
  text: string,
  { language = "en", file = "a.txt", publication = {} }: Given = {},
): Promise<Credits> {
  const article = await readArticle(new TextEncoder().encode(text), file);
  return credits(article, zones(article), { publication: { ...PUBLICATION, ...publication }, language });
}

/** An article with these lines between headline and report. */
export function head(...lines: readonly string[]): string {
  return `${[HEADLINE, ...lines].join("\n\n")}\n\n${LEAD}\n\n${MORE}\n\n${MORE}\n\n${LEAD}\n\n${MORE}\n`;
}

/** An article with these lines behind its report. */
export function tail(...lines: readonly string[]): string {
  return `${HEADLINE}\n\n${LEAD}\n\n${MORE}\n\n${MORE}\n\n${lines.join("\n\n")}\n`;
}

export function names({ authors }: Credits): readonly string[] {
  return authors.map(({ name }) => name);
}
