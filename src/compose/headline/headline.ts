import { finding } from "../../finding.ts";
import type { Article } from "../../read/article.ts";
import { evidence } from "../evidence.ts";
import { folded } from "../wording.ts";
import type { Zones } from "../zones.ts";
import { derivedHeadline } from "./derived.ts";
import { fromFirstHeading, fromFirstLine } from "./first-line.ts";
import { labelled } from "./label.ts";
import { fromMarkup } from "./marked.ts";
import { pageTitle } from "./page-title.ts";
import { fromLine, fromOutside, type Headline, type HeadlineContext, type Scene } from "./scene.ts";

export type { Headline, HeadlineContext } from "./scene.ts";

/** A headline stands among the first lines, or it is none. */
const REACH = 15;

/**
 * The headline of an article: front matter, a label, a marked heading, the page's metadata, the first line if it reads
 * as a headline, the page's `<title>`; else words of the lead, which is said. Its line leaves the body, and so does the
 * same line again directly below it; everywhere else those words stay.
 */
export function headline(article: Article, { lines, head }: Zones, context: HeadlineContext): Headline {
  const { publication, outlet } = context;
  const names = [outlet, article.meta.outlet?.value, publication.titleStated ? publication.title : undefined];
  const scene: Scene = {
    ...context,
    article,
    lines,
    top: lines.slice(0, Math.max(head.length, REACH)),
    head,
    outlets: names.filter((name) => name !== undefined),
  };
  return (
    fromMatter(scene) ??
    fromLabel(scene) ??
    fromMarkup(scene) ??
    fromMetadata(scene) ??
    fromFirstHeading(scene) ??
    fromFirstLine(scene) ??
    fromTitleElement(scene) ??
    fromLead(scene)
  );
}

function fromMatter(scene: Scene): Headline | undefined {
  const { title } = scene.article.matter;
  const words = folded(title?.value ?? "");
  return title === undefined || words === "" ? undefined : fromOutside(scene, words, "front-matter", title, "certain");
}

function fromLabel(scene: Scene): Headline | undefined {
  const placed = scene.head.find(({ line, ref }) => !scene.isSpent(ref) && labelled(line.text) !== undefined);
  return placed && fromLine(scene, placed, "label", { sure: "certain" }, labelled(placed.line.text));
}

/** What a site's metadata states as the headline is believed before a guess. */
function fromMetadata(scene: Scene): Headline | undefined {
  return isTitleElement(scene) ? undefined : fromPage(scene);
}

/** The text of a `<title>` may be the outlet's name or a search phrase: it comes after a line that reads as a headline. */
function fromTitleElement(scene: Scene): Headline | undefined {
  return isTitleElement(scene) ? fromPage(scene) : undefined;
}

function isTitleElement({ article }: Scene): boolean {
  return article.meta.title?.key.toLowerCase() === "title";
}

function fromPage(scene: Scene): Headline | undefined {
  const { title } = scene.article.meta;
  if (title === undefined) return undefined;
  const ownElement = isTitleElement(scene);
  const lines = scene.top.map(({ line }) => line.text);
  const words = pageTitle(title.value, { outlets: scene.outlets, lines, ownElement });
  return words === undefined ? undefined : fromOutside(scene, words, "meta", title, ownElement ? "weak" : "strong");
}

function fromLead(scene: Scene): Headline {
  const { article, lines, isSpent, language } = scene;
  const own = lines.filter(({ ref, line }) => !isSpent(ref) && /\p{L}|\p{N}/u.test(line.text));
  const found = derivedHeadline(own, language);
  if (found === undefined) return { title: "", derived: false, evidence: [], spent: [], findings: [] };
  const { title, words, line, offset } = found;
  const { line: number, column } = line.line.place;
  const place = {
    ...(number === undefined ? {} : { line: number }),
    // Markup and folded blanks shift the words of other formats.
    ...(column === undefined ? {} : { column: article.format === "text" ? column + offset : column }),
  };
  return {
    title,
    derived: true,
    evidence: [evidence("title", title, "lead", words, place, "weak", "no headline is stated")],
    spent: [],
    findings: [
      finding("headline/derived", { file: article.file, ...place, length: words.length }, { headline: title }),
    ],
  };
}
