import { dateSpans } from "../date/spans.ts";
import { isProse } from "../prose.ts";
import type { PlacedLine, Zones } from "../zones.ts";
import { opened } from "./lead-words.ts";
import { pieceOf } from "./name.ts";
import { type Named, namesIn } from "./people.ts";

/** A line that names authors. */
export interface Byline extends Named {
  readonly line: PlacedLine;
  readonly by: "label" | "byline";
  /** Behind a word such as "By"; a bare name is believed for its place alone. */
  readonly opened: boolean;
}

const LONGEST = 200;
const LONGEST_BARE = 110;
const SPEECH = /["“”„«»「」『』?!…]/u;
/** `Published: …`: a label of something else. */
const LABELLED = /^[\p{L}\p{M} ]{2,24}\s?[:：]\s/u;
const NOT_AUTHORS =
  /^(?:edited|photos?|photographs?|foto|fotos|bild|image|images|illustrations?|graphics?|video|reviewed|fact-checked|translated|produced|read|more|related|share|follow|contact|reporting|additional)\b/iu;
const PICTURE =
  /\/(?:reuters|afp|ap|getty|epa|dpa|wireimage|pool|shutterstock|alamy)|getty images|shutterstock|unsplash|ap photo|©/iu;
const PICTURE_CREDIT = /^(?:photo|foto|fot|image|bild|picture|credit|crédit|фото|写真)s?\s*(?:credit)?\s*[:：©]/iu;
/** A line of nothing but "By", whose name stands on the next: pages set the two apart. */
const LEAD_ALONE = /^(?:by|written by|author|von|par|por|di|door|av|af|автор|текст|oleh)\s*:?$/iu;

/** The lines that name authors, from the head down, then those at the very end. */
export function bylines({ head, body, tail }: Zones, language: string): Byline[] {
  const found: Byline[] = [];
  let led = false;
  for (const [index, line] of head.entries()) {
    const before = head[index - 1];
    // Below a lone "By" every name is led by it, one to a line.
    led = before !== undefined && (LEAD_ALONE.test(before.line.text) || (led && found.at(-1)?.line === before));
    const byline = led
      ? bareNames(line, language, true)
      : (withLead(line, language) ?? bareInHead(head, index, language));
    if (byline !== undefined) found.push(byline);
  }
  for (const line of [...body.slice(0, 1), ...tail]) {
    const byline = withLead(line, language);
    if (byline !== undefined) found.push(byline);
  }
  // Where a line says "By", bare names around it are captions and people in the news.
  const somebody = found.filter((byline) => byline.opened && byline.persons.length + byline.agencies.length > 0);
  return somebody.length > 0
    ? somebody
    : [...found.filter(({ opened: led_ }) => led_), ...bareGroup(found, head, language)];
}

/**
 * Of bare names, those that stand together: beside the date line if any do, else the first. Names further down are
 * people in pictures and in the news.
 */
function bareGroup(found: readonly Byline[], head: readonly PlacedLine[], language: string): Byline[] {
  const bare = found.filter((byline) => !byline.opened);
  const isDated = (line: PlacedLine | undefined): boolean =>
    line !== undefined &&
    line.line.text.length <= LONGEST_BARE &&
    (CLOCK.test(line.line.text) || dateSpans(line.line.text, language).length > 0);
  const beside = bare.find(({ line }) => {
    const at = head.indexOf(line);
    return isDated(line) || isDated(head[at - 1]) || isDated(head[at + 1]);
  });
  const first = beside ?? bare[0];
  return first === undefined ? [] : runAround(bare, first);
}

/** The names on the lines right above and below one. */
function runAround(bare: readonly Byline[], middle: Byline): Byline[] {
  const run = [middle];
  const touches = (a: Byline | undefined, b: Byline | undefined): boolean =>
    a !== undefined && b !== undefined && Math.abs(a.line.ref.block - b.line.ref.block) <= 1;
  const at = bare.indexOf(middle);
  for (let above = at - 1; above >= 0 && touches(bare[above], run[0]); above -= 1)
    run.unshift(...bare.slice(above, above + 1));
  for (let below = at + 1; below < bare.length && touches(bare[below], run.at(-1)); below += 1)
    run.push(...bare.slice(below, below + 1));
  return run;
}

function readable({ line, block }: PlacedLine): boolean {
  if (line.hint === "caption" || block.kind === "figure" || block.kind === "quote" || block.kind === "table")
    return false;
  return line.text.length <= LONGEST && !NOT_AUTHORS.test(line.text) && !PICTURE.test(line.text);
}

/** `By Jane Doe`, `Text: Jane Doe`, `August 30, 2024 | By Jane Doe`. */
function withLead(line: PlacedLine, language: string): Byline | undefined {
  const { text } = line.line;
  if (!readable(line) || SPEECH.test(text)) return undefined;
  const opening = opened(text) ?? openedAfterDate(text, language) ?? openedAfterBar(text);
  if (opening === undefined) return undefined;
  const named = namesIn(opening.rest, dateSpans(opening.rest, language), true);
  const someone = named.persons.length > 0 || named.agencies.length > 0;
  if (!someone && !(named.outlet !== undefined && named.whole)) return undefined;
  // A sentence that begins with "By" or "Von" goes on after its name, if it has one.
  if (!named.whole && (isProse(line.line, line.block) || /[.]$/u.test(text) || text.split(" ").length > 14))
    return undefined;
  return { ...named, line, by: opening.by === "label" ? "label" : "byline", opened: true };
}

function openedAfterDate(text: string, language: string): ReturnType<typeof opened> {
  const [first] = dateSpans(text, language);
  if (first === undefined || first.from > 12) return undefined;
  const rest = text.slice(first.to).replace(/^[\s,|•·–—-]+/u, "");
  return opened(rest);
}

/** `National, News | Published: 5 hours ago | Written by Jane Doe`. */
function openedAfterBar(text: string): ReturnType<typeof opened> {
  const [, ...segments] = text.split(/\s*[|•·]\s*/u);
  const led = segments.map((segment) => opened(segment)).find((opening) => opening !== undefined);
  return led?.by === "word" ? led : undefined;
}

/** A bare name in the head, where what stands around makes it a byline. */
function bareInHead(head: readonly PlacedLine[], index: number, language: string): Byline | undefined {
  const line = head[index];
  if (line === undefined || line.block.kind === "heading") return undefined;
  const hinted = line.line.hint === "byline";
  if (!hinted && index === 0 && !standsForByline(head, language)) return undefined;
  // Above a picture's credit stands whom the picture shows.
  if (!hinted && PICTURE_CREDIT.test(head[index + 1]?.line.text ?? "")) return undefined;
  return bareNames(line, language, hinted);
}

/**
 * The first line of all is a byline only where no headline can stand above it: below it comes a date, a time or a role,
 * or nothing but such lines before the report.
 */
function standsForByline(head: readonly PlacedLine[], language: string): boolean {
  const [next, ...others] = head.slice(1);
  const isBeside = ({ line: { text } }: PlacedLine): boolean =>
    CLOCK.test(text) || dateSpans(text, language).length > 0 || pieceOf(text) === "role";
  return next === undefined ? others.length === 0 : isBeside(next);
}

/** `9:51`, `Published 3 hours ago`. */
const CLOCK = /^(?:\d{1,2}[:.]\d{2}\b|(?:published|posted|updated)\b)/iu;

function bareNames(line: PlacedLine, language: string, trusted: boolean): Byline | undefined {
  const { text } = line.line;
  if (
    !readable(line) ||
    text.length > LONGEST_BARE ||
    SPEECH.test(text) ||
    LABELLED.test(text) ||
    /[.:]$/u.test(text.replace(/\b(?:Jr|Sr|\p{Lu})\.$/u, ""))
  )
    return undefined;
  const named = namesIn(text, dateSpans(text, language), false);
  if (!named.whole || (!trusted && UNCASED.test(text) && !isDenseByline(text))) return undefined;
  if (named.persons.length === 0 && (named.agencies.length === 0 || !isAgencyLine(text))) return undefined;
  return { ...named, line, by: "byline", opened: trusted };
}

const UNCASED = /^[^\p{Lu}\p{Ll}]*[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]/u;
const SURNAMES =
  /^[【〔[(（\s]*[王李张張刘劉陈陳杨楊黄黃赵趙周吴吳徐孙孫朱马馬胡郭林何高罗羅郑鄭梁谢謝宋唐许許邓鄧冯馮韩韓曹曾彭萧蕭蔡潘田董袁于余叶葉蒋蔣杜苏蘇魏程吕呂丁沈任姚卢盧傅钟鍾崔谭譚汪范石廖贾賈韦韋方邹鄒熊白孟秦邱江尹闫閻薛侯雷龙龍段陶贺賀顾顧毛郝龚邵万萬钱錢严嚴武戴莫孔向汤湯岳牛김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모]/u;
const JAPANESE_BYLINE = /^[【〔[](?=[^】〕\]]{2,8}[】〕\]]$)|^[\p{Script=Han}]{3,5}(?:\s|$)/u;

/** Names of scripts without capitals look like any other word: a surname, or the brackets of a byline, must tell. */
function isDenseByline(text: string): boolean {
  return SURNAMES.test(text) || JAPANESE_BYLINE.test(text);
}

function isAgencyLine(text: string): boolean {
  return pieceOf(text) === "agency" || /[|/,]/u.test(text);
}

const FURNITURE =
  /^(?:follow|contact|e-?mail|mail|x|twitter|view|see|read|more|bio|about)\b.{0,60}$|^@\w+$|^\S+@\S+\.\w+$|^https?:\/\/\S+$/iu;

/** Lines beside a byline that say nothing else: its lone "By", the role or address below it. */
export function bylineFurniture({ head, tail }: Zones, found: readonly Byline[]): PlacedLine[] {
  return [head, tail].flatMap((zone) =>
    zone.filter((line, index) => {
      const before = zone[index - 1];
      const after = zone[index + 1];
      const below = before !== undefined && found.some((byline) => byline.line === before);
      const above = after !== undefined && found.some((byline) => byline.line === after);
      if (above && LEAD_ALONE.test(line.line.text)) return true;
      return below && line.line.text.length < 90 && isBeside(line.line.text);
    }),
  );
}

function isBeside(text: string): boolean {
  if (FURNITURE.test(text)) return true;
  const pieces = text.split(/\s*[,|]\s*/u);
  return (
    pieces.length <= 3 && pieceOf(pieces[0] ?? "") === "role" && !/[.?!]$/u.test(text) && text.split(" ").length <= 7
  );
}
