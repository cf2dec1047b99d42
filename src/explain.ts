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
    wrapped(harmless(`${story.file}: ${story.title === "" ? "no words" : story.title}`), WIDTH).map(style.title),
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
    .filter((rows) => rows.length > 0)
    .map((rows) => rows.join("\n"))
    .join("\n\n")}\n`;
}

function section(title: string, rows: readonly string[], style: Style): string[] {
  return rows.length === 0 ? [] : [style.title(title), ...rows];
}

function leavingLines(article: Article, { spent = [] }: Story): Line[] {
  return spent.flatMap(({ block, line }) => article.blocks[block]?.lines[line] ?? []);
}

function lineRows({ text, place }: Line): string[] {
  return hanging(
    place.line === undefined ? "" : `line ${place.line}`,
    wrapped(harmless(text.slice(0, 400)), WIDTH - 16),
  );
}

/** What is wrong, and how to mend it. */
function findingRows(one: Finding, style: Style): string[] {
  const { wrong, mend } = words(one);
  const name = one.place.line === undefined ? one.severity : `line ${one.place.line}`;
  const look = one.severity === "note" ? style.quiet : style.warning;
  return hanging(name, [...wrapped(wrong, WIDTH - 16).map(look), ...wrapped(mend, WIDTH - 16)]);
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
  return open
    .filter(([, isOpen]) => isOpen)
    .flatMap(([name, , words]) => hanging(name, wrapped(harmless(words), WIDTH - 16)));
}

function undated({ findings }: Story): string {
  const fallback = "the commit that added the file, or else the first build, dates it";
  const ambiguous = findings.find(({ code }) => code === "date/ambiguous");
  if (ambiguous?.code !== "date/ambiguous") return `no day is stated that can be trusted: ${fallback}`;
  const { words, candidates } = ambiguous.facts;
  return `"${words}" fits ${candidates.join(" and ")}: ${fallback}`;
}
