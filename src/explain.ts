import type { Story } from "./compose/story.ts";
import { wrapped } from "./explain/cells.ts";
import { factRows, hanging } from "./explain/facts.ts";
import { marksOf } from "./explain/marks.ts";
import { sourceRows } from "./explain/source.ts";
import { PLAIN, type Style } from "./explain/style.ts";
import type { Finding } from "./finding.ts";
import type { Article, Line } from "./read/article.ts";
import { harmless, words } from "./words.ts";

export type { Style } from "./explain/style.ts";

/** Fits the narrowest terminal that people use. */
const WIDTH = 80;

/**
 * An article with the words marked that gave its facts, then the facts, what leaves the body, what was found, and what
 * the words leave open: plain text of 80 columns, with the colours of `style` if one is given. Nothing that the article
 * holds reaches a terminal as a control character.
 */
export function explain(article: Article, story: Story, style: Style = PLAIN): string {
  const leaving = leavingLines(article, story);
  const lineNumbers = new Set(leaving.flatMap(({ place }) => place.line ?? []));
  const sections = [
    rows(`${story.file}: ${story.title === "" ? "no words" : story.title}`, WIDTH).map(style.title),
    sourceRows(article.source, marksOf(article.source, story.evidence), lineNumbers, WIDTH, style),
    section("Facts", factRows(story, WIDTH, style), style),
    section("Leaves the body (marked - above)", leaving.flatMap(lineRows), style),
    section(
      "Found",
      story.findings.flatMap((one) => findingRows(one, style)),
      style,
    ),
    section("Left open", openRows(story), style),
  ];
  return `${sections
    .filter((part) => part.length > 0)

    .map((part) => part.join("\n"))
    .join("\n\n")}\n`;
}

/** Longer texts are shown by their beginning. */
const LONGEST = 400;

/** A text in rows, beside the names of the facts unless told otherwise. */
function rows(text: string, width: number = WIDTH - 16): string[] {
  return wrapped(harmless(text.slice(0, LONGEST)), width);
}

function section(title: string, body: readonly string[], style: Style): string[] {
  return body.length === 0 ? [] : [style.title(title), ...body];
}

function leavingLines(article: Article, { spent = [] }: Story): Line[] {
  return spent.flatMap(({ block, line }) => article.blocks[block]?.lines[line] ?? []);
}

function lineRows({ text, place }: Line): string[] {
  return hanging(place.line === undefined ? "" : `line ${place.line}`, rows(text));
}

/** What is wrong, and how to mend it. */
function findingRows(one: Finding, style: Style): string[] {
  const { wrong, mend } = words(one);
  const name = one.place.line === undefined ? one.severity : `line ${one.place.line}`;
  const look = one.severity === "note" ? style.quiet : style.warning;
  return hanging(name, [...rows(wrong).map(look), ...rows(mend)]);
}

/** What the words don't say, and what happens then. */
function openRows(story: Story): string[] {
  const open: readonly (readonly [string, boolean, string])[] = [
    ["title", story.titleDerived, "none is stated: words of the lead stand in for it"],
    ["summary", story.summary === undefined, "there are no words beside the headline"],
    [
      "authors",
      story.authors.length === 0,
      "nobody is named: the publication's own authors are credited, if it has any",
    ],
    ["published", story.published === undefined, undated(story)],
    [
      "language",
      story.language === undefined,
      "not declared, and the text is too short to tell: the publication's is used",
    ],
  ];
  return open.filter(([, isOpen]) => isOpen).flatMap(([name, , said]) => hanging(name, rows(said)));
}

function undated({ findings }: Story): string {
  const fallback = "the commit that added the file, or else the first build, dates it";
  const ambiguous = findings.find(({ code }) => code === "date/ambiguous");
  if (ambiguous?.code !== "date/ambiguous") return `no day is stated that can be trusted: ${fallback}`;
  const { words, candidates } = ambiguous.facts;
  return `"${words}" fits ${candidates.join(" and ")}: ${fallback}`;
}
