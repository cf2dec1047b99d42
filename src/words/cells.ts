/**
 * What must not reach a terminal from a file: controls (they move the cursor, colour, ring), marks that reorder what
 * follows (bidi embeddings, overrides and isolates), line and paragraph separators, halves of surrogate pairs.
 */
const OBEYED = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** The text with everything replaced that a terminal would obey; as many UTF-16 units long as before. */
export function harmless(text: string): string {
  return text.replace(OBEYED, (control) => (control === "\t" || control === "\n" ? " " : "\uFFFD"));
}

/** A character as a person sees it (a letter with its accents, an emoji of several parts) and its room on a screen. */
export interface Cluster {
  readonly text: string;
  /** Cells of a terminal: 0, 1 or 2. */
  readonly cells: number;
  /** Offset in the text, in UTF-16 units. */
  readonly start: number;
}

// East Asian Wide and Fullwidth (Unicode Standard Annex 11) in the blocks that are wide throughout, and emoji.
const WIDE =
  /^[\u1100-\u115F\u231A\u231B\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18D8F}\u{1AFF0}-\u{1B2FF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/u;
const WITHOUT_ROOM = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
// Made when it is first needed: it takes longer than all of `--help`.
let segmenter: Intl.Segmenter | undefined;

/** A text's characters as a person sees them. */
export function clusters(text: string): Cluster[] {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment, index }) => ({
    text: segment,
    cells: cellsOf(segment),
    start: index,
  }));
}

function cellsOf(cluster: string): number {
  if (cluster.length === 1 && cluster < "\u0300") return 1;
  if (WITHOUT_ROOM.test(cluster)) return 0;
  return WIDE.test(cluster) ? 2 : 1;
}
