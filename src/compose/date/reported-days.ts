import { fold } from "./months.ts";
import { isQuoted, type Passage } from "./passages.ts";
import { type DateSpan, dateSpans } from "./spans.ts";
import { type Tense, tenseAround } from "./tense.ts";

/** A day that the report names with its weekday and without its year. */
export interface ReportedDay {
  readonly passage: Passage;
  /** Offsets count in the passage's text. */
  readonly span: DateSpan & { readonly weekday: number };
  readonly tense: Tense;
}

/** How deep in the report a day still counts as its own when no word says whether it is past. */
const LEAD_LINES = 4;

/** The days that a report names with their weekday: those it reports on, and those it announces. */
export function reportedDays(passages: readonly Passage[], language: string | undefined): readonly ReportedDay[] {
  return passages.flatMap((passage) =>
    dateSpans(passage.text, language).flatMap((span): readonly ReportedDay[] => {
      const { weekday, year, range, impossible } = span;
      if (weekday === undefined || year !== undefined || range || impossible || isQuoted(passage.text, span.from))
        return [];
      return [{ passage, span: { ...span, weekday }, tense: tenseOf(passage, span) }];
    }),
  );
}

function tenseOf({ text, depth }: Passage, { from, to }: DateSpan): Tense {
  const tense = tenseAround(fold(text.slice(0, from)), fold(text.slice(to)));
  return tense === "unknown" && depth < LEAD_LINES ? "past" : tense;
}
