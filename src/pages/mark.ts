import type { Edition } from "../edition/edition.ts";
import type { Entry } from "../ledger/entry.ts";
import { markOf } from "../ledger/light-entry.ts";
import type { Paper, Rubric } from "./paper.ts";

/**
 * What tells two versions of a page apart, for one program and one publication: the marks of the entries that it shows,
 * and whatever else of the site it tells. Pages are many, and a build makes those whose marks are new.
 */

/** Of an article's page: the entry, the topics that it leads to, and what surrounds all pages. */
export function articleMark(entry: Entry, paper: Paper): string {
  const { section, people, tags, helpers } = entry;
  const topics = [
    section === undefined ? undefined : paper.rubric("section", section),
    ...[...people, ...helpers].map(({ name }) => paper.rubric("author", name)),
    ...tags.map((tag) => paper.rubric("tag", tag)),
  ];
  return JSON.stringify([markOf(entry), topics.map((rubric) => rubric && about(rubric)), frameOf(paper)]);
}

/** Of a page that lists entries. `turn` is where it leads besides. */
export function listMark(rubric: Rubric, entries: readonly Entry[], turn: readonly number[], paper: Paper): string {
  const names = rubric === paper.front || rubric.kind === "language" ? paper.rubrics.map(about) : [];
  return JSON.stringify([entries.map(markOf), about(rubric), rubric.person, turn, names, frameOf(paper)]);
}

const frames = new WeakMap<Paper, string>();

/** What surrounds all pages. */
function frameOf(paper: Paper): string {
  const known = frames.get(paper);
  if (known !== undefined) return known;
  const frame = JSON.stringify([about(paper.front), paper.sections.map(about)]);
  frames.set(paper, frame);
  return frame;
}

function about({ kind, name, path, title, description, language, edition }: Rubric): unknown {
  return [kind, name, path, title, description, language, edition && linksOf(edition)];
}

function linksOf({ title, language, feed }: Edition): unknown {
  return [title, language, feed.options.feedLinks];
}
