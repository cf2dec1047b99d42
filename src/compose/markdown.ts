import type { Article } from "../read/article.ts";
import { splitMatter } from "../read/fence.ts";
import { readMarkdown } from "../read/markdown.ts";
import type { IsSpent } from "./spent.ts";

/**
 * What makes Markdown mean something else elsewhere than here: HTML, which other programs may run; addresses below the
 * page's own or of scripts, in links (also those that are defined at the end).
 */
const HTML = /<(?!https?:\/\/|mailto:)[a-z!/?]/i;
const OTHER_ADDRESS =
  /\]\((?!\s*<?(?:https?:\/\/|mailto:|tel:))|^ {0,3}\[[^\]]+\]:(?!\s*<?(?:https?:\/\/|mailto:|tel:))/im;

/** Separates a byline from the text, and leaves with it. */
const RULE = /^[ \t]*(?:[-*_][ \t]*){3,}$/;

/**
 * A Markdown article's body as its writer typed it, without the lines that became facts. Nothing where it can't stand for the
 * body: what remains is read once more, and must give the same HTML; and it holds nothing that is safe, or right, only
 * within the page.
 */
export async function markdownBody(article: Article, isSpent: IsSpent, body: string): Promise<string | undefined> {
  const { bodyLine } = splitMatter(article.source.join("\n"));
  const gone = linesGone(article, isSpent);
  const left = article.source.filter((_, index) => index + 1 >= bodyLine && !gone.has(index + 1));
  const isBlank = (line: string): boolean => line.trim() === "";
  const candidates = [trimmed(left, isBlank), trimmed(left, (line) => isBlank(line) || RULE.test(line))];
  const read = await Promise.all(candidates.map((one) => htmlOf(one, article.file)));
  const text = candidates[read.indexOf(body)];
  return text === undefined || HTML.test(text) || OTHER_ADDRESS.test(text) ? undefined : text;
}

/** Without the lines at either end that say nothing. */
function trimmed(lines: readonly string[], saysNothing: (line: string) => boolean): string {
  const says = (line: string): boolean => !saysNothing(line);
  return lines.slice(Math.max(0, lines.findIndex(says)), lines.findLastIndex(says) + 1).join("\n");
}

async function htmlOf(text: string, file: string): Promise<string> {
  return (await readMarkdown(text, file))
    .map(({ html }) => html)
    .filter((html) => html !== "")
    .join("\n");
}

/** The lines of the file that became facts: each with those below it, up to the block's next one or its end. */
function linesGone({ blocks, source }: Article, isSpent: IsSpent): ReadonlySet<number> {
  const gone = new Set<number>();
  for (const [block, { lines }] of blocks.entries())
    for (const [index, { place }] of lines.entries()) {
      const { line } = place;
      if (line === undefined || !isSpent({ block, line: index })) continue;
      const next = lines[index + 1]?.place.line ?? source.length + 1;
      const blank = source.findIndex((text, at) => at >= line && text.trim() === "") + 1;
      for (let at = line; at < Math.min(next, blank === 0 ? next : blank); at += 1) gone.add(at);
    }
  return gone;
}
