import type { PlacedLine, Zones } from "../zones.ts";

/** Whom an article is taken from, in the words of its last lines. */
export interface Credit {
  readonly value: string;
  readonly line: PlacedLine;
  readonly words: string;
}

const SOURCE =
  /^[[(]?(?:source|sources|via|originally published (?:by|in)|quelle|quellen|fuente|fuentes|fonte|fonti|bron|källa|kilde|lähde|źródło|zdroj|forrás|sursa|kaynak|sumber|nguồn|πηγή|источник|джерело|за матеріалами|по материалам|المصدر|מקור|来源|來源|出典|출처)\s*[:：-]\s*(\S.{0,80}?)[\])]?$/iu;
const APPEARED = /(?:originally |first )?(?:appeared|published) (?:in|on|by|at) ((?:the |The )?\p{Lu}[^.,;()]{2,60})/u;
const AGENCY_TAIL = /^\(([\p{Lu}][\p{L} /.-]{1,24}|dpa|epd|kna|efe|ansa)\)\.?$/u;
const VIDEO_TIME = /\d{1,2}:\d{2}/u;

/** Finds the credit among the last lines. A caption's source, or a chart's in the middle, is none of the article's. */
export function creditOf({ tail, body }: Zones): Credit | undefined {
  const lines = [...body.slice(-6), ...tail].reverse();
  for (const line of lines) {
    const { text, hint } = line.line;
    if (hint === "caption" || line.block.kind === "figure" || VIDEO_TIME.test(text)) continue;
    const value = SOURCE.exec(text)?.[1] ?? AGENCY_TAIL.exec(text)?.[1];
    if (value !== undefined) return { value: tidy(value), line, words: text };
    const appeared =
      text.length < 200 && /appeared|originally published|first published/iu.test(text)
        ? APPEARED.exec(text)?.[1]
        : undefined;
    if (appeared !== undefined && !/^\d/u.test(appeared)) return { value: tidy(appeared), line, words: text };
  }
  return undefined;
}

function tidy(value: string): string {
  return value.replace(/^(?:the|The) (?=\p{Lu})/u, "The ").replace(/[\s.;,]+$/u, "");
}
