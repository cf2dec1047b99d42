import { isProse } from "../prose.ts";
import type { Zones } from "../zones.ts";

/** What a report speaks of. Those in the news stand in its text; who wrote it hardly does. */
export interface Report {
  /** The name stands in its running text. */
  readonly mentions: (name: string) => boolean;
  /** The word stands in its running text, however written. */
  readonly uses: (word: string) => boolean;
  /** The word stands in its running text in small letters: it is no name, or a word as well. */
  readonly usesSmall: (word: string) => boolean;
}

/** That much of a report shows what it speaks of. */
const READ = 10_000;
const WORD = /[\p{L}\p{M}]+/gu;

/** Reads the report only when asked: most bylines say "By". */
export function reportOf({ body, tail }: Zones): Report {
  let text: string | undefined;
  let words: ReadonlySet<string> | undefined;
  let small: ReadonlySet<string> | undefined;
  const read = (): string => {
    text ??= (body.length > 0 ? body : tail)
      .filter(({ line, block }) => isProse(line, block) || block.kind === "heading")
      .map(({ line }) => line.text)
      .join("\n")
      .slice(0, READ);
    return text;
  };
  return {
    // A bio below a short report begins with its author's name.
    mentions: (name) => read().includes(` ${name}`) || (body.length > 0 && read().includes(name)),
    uses: (word) => {
      words ??= new Set(folded(read()).match(WORD));
      return words.has(folded(word));
    },
    usesSmall: (word) => {
      small ??= new Set(
        read()
          .match(WORD)
          ?.filter((one) => one === one.toLowerCase()),
      );
      return small.has(word.toLowerCase());
    },
  };
}

/** Without case and marks: İZMİR and İzmir are the same. */
function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
