import type { FindingCode, FindingFacts } from "../finding.ts";

/** What is wrong, as a sentence, and how to mend it, as an instruction. */
export interface Words {
  readonly wrong: string;
  readonly mend: string;
}

/** The words of every code of a part (the name before the slash): one left out does not compile. */
export type WordsOf<Part extends string> = {
  readonly [Code in Extract<FindingCode, `${Part}/${string}`>]: (facts: FindingFacts[Code]) => Words;
};

/** Enough to be found again in a file. */
const LONGEST = 80;

/** Words of a file in quotation marks, on one line, shortened at a blank where they are long. */
export function quoted(text: string, longest: number = LONGEST): string {
  const line = text
    .slice(0, longest * 10)
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= longest) return `"${line}"`;
  const cut = line.lastIndexOf(" ", longest - 1);
  return `"${line.slice(0, cut > longest / 2 ? cut : longest - 1)}…"`;
}

const UNITS = ["bytes", "KB", "MB", "GB"];

/** `20 MB`, `1.2 KB`: bytes as people say them. */
export function sized(bytes: number): string {
  const unit = Math.min(UNITS.length - 1, Math.max(0, Math.floor((String(Math.floor(bytes)).length - 1) / 3)));
  return `${Math.floor((bytes / 1000 ** unit) * 10) / 10} ${UNITS[unit]}`;
}

/** `2019, 2021 and 2024`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
