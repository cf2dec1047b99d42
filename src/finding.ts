/**
 * Trouble as data: a code, a place, the facts. The words that a person reads (what is wrong, how to mend it)
 * stand in `words.ts`, which only the edges import.
 */

/** Where something stands. Lines and columns count from 1; columns and lengths in UTF-16 units, as editors count them. */
export interface Place {
  /** The file as the user knows it: relative to the data folder for articles, as given for all others. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly length?: number;
}

/** `error`: the article is refused, or nothing is built. `warning`: published, but look at it. `note`: worth knowing. */
export type Severity = "error" | "warning" | "note";

/** The aggregators that mind, as people call them. */
interface ProfileFacts {
  readonly profiles: readonly string[];
}

/** Each code with the facts that its words need. A part adds its codes in its own section. */
export interface FindingFacts {
  // publication
  "publication/missing": { readonly title: string };
  "publication/no-url": { readonly url: string };
  "publication/no-picture": { readonly address: string; readonly path: string };
  "publication/encoding": Record<never, never>;
  "publication/syntax": { readonly message: string };
  "publication/unknown-field": { readonly field: string; readonly nearest?: string };
  "publication/ill-typed": {
    readonly field: string;
    readonly expected: string;
    readonly got: string;
    readonly nearest?: string;
  };

  // read
  "read/unreadable": { readonly reason: string };
  "read/encoding": { readonly encoding: string };
  "read/characters-removed": { readonly count: number };
  "read/binary": Record<never, never>;
  "read/too-large": { readonly size: number; readonly most: number };
  "read/too-deep": { readonly most: number };
  "read/too-slow": { readonly seconds: number };
  "read/failed": { readonly message: string };
  "read/no-file": { readonly kind: "socket" | "pipe" | "device" };
  "read/outside": Record<never, never>;
  "matter/unclosed": { readonly fence: string };
  "matter/syntax": { readonly message: string };
  "matter/repaired": { readonly field: string };
  "matter/ill-typed": { readonly field: string; readonly expected: string; readonly got: string };

  // items of a JSON file
  "items/syntax": { readonly message: string };
  "items/no-list": Record<never, never>;
  "items/no-article": { readonly number: number };
  "items/no-id": { readonly number: number };
  "items/same-id": { readonly id: string; readonly line: number };

  // compose
  "article/empty": Record<never, never>;
  "article/taken-address": { readonly address: string; readonly by: "feed" | "file" | "page" };
  "date/impossible": { readonly words: string };
  "date/ambiguous": { readonly words: string; readonly candidates: readonly string[] };
  "date/weekday": { readonly words: string; readonly weekday: string };
  "date/conflict": { readonly words: string; readonly used: string };
  "date/numeric-order": { readonly words: string; readonly used: string };
  "date/only-updated": { readonly words: string };
  "date/first-seen": { readonly date: string };
  "date/commit": { readonly date: string };
  "date/embargo": { readonly until: string };
  "headline/derived": { readonly headline: string };
  "language/disagrees": { readonly declared: string; readonly detected: string };

  // media
  "media/missing": { readonly url: string; readonly path: string };
  "media/outside": { readonly url: string };
  "media/too-large": { readonly url: string; readonly size: number; readonly most: number };
  "media/unreadable": { readonly url: string; readonly reason: string };
  "link/unpublished": { readonly url: string; readonly path: string };

  // podcasts
  "podcast/no-section": { readonly section: string };
  "podcast/no-owner": { readonly section: string };
  "podcast/no-episode": { readonly section: string };
  "podcast/cover": {
    readonly section: string;
    readonly type: string;
    readonly width?: number;
    readonly height?: number;
  };
  "podcast/type": { readonly section: string; readonly type: string };

  // ledger
  "ledger/syntax": { readonly message: string };
  "ledger/duplicate-id": { readonly id: string; readonly other: string };
  "ledger/kept": { readonly id: string };
  "ledger/not-kept": { readonly id: string };
  "ledger/withdrawn": { readonly id: string; readonly title: string };
  "ledger/expired": { readonly at: string };
  "ledger/returned": { readonly id: string };
  "ledger/date-stays": { readonly stated: string; readonly published: string };

  // edition
  "feeds/no-entries": { readonly kind: string; readonly name: string };
  "edition/shortened": { readonly count: number; readonly budget: number };

  // what aggregators would miss
  "profile/no-image": ProfileFacts;
  "profile/small-image": ProfileFacts & {
    readonly width: number;
    readonly height: number;
    readonly wanted: readonly string[];
  };
  "profile/image-type": ProfileFacts & { readonly type: string };
  "profile/no-credit": ProfileFacts;
  "profile/short-summary": ProfileFacts & { readonly length: number; readonly least: number };
  "profile/title-length": ProfileFacts & { readonly length: number; readonly least?: number; readonly most: number };
  "profile/no-author": ProfileFacts;
  "profile/other-language": ProfileFacts & { readonly language: string };
  "profile/several-languages": ProfileFacts & { readonly languages: readonly string[] };
  "profile/few-entries": ProfileFacts & { readonly count: number; readonly least: number };
  "profile/no-picture": ProfileFacts & { readonly field: string };
  "profile/no-description": ProfileFacts;
  "profile/long-description": ProfileFacts & { readonly length: number; readonly most: number };
  "profile/no-region": ProfileFacts & { readonly language: string };
  "profile/not-secure": ProfileFacts & { readonly url: string };
  "profile/not-whole": ProfileFacts;

  // disk
  "disk/no-data": { readonly reason: string };
  "disk/no-articles": Record<never, never>;
  "disk/too-many-articles": { readonly count: number; readonly most: number };
  /** `begun`: some of the files that stand there may be new ones. */
  "disk/trouble": { readonly reason: string; readonly begun?: boolean };
  "disk/locked": { readonly by: string };
  "disk/interrupted": Record<never, never>;
}

export type FindingCode = keyof FindingFacts;

/** One thing worth telling a person. */
export type Finding = {
  readonly [Code in FindingCode]: {
    readonly code: Code;
    readonly severity: Severity;
    readonly place: Place;
    readonly facts: FindingFacts[Code];
  };
}[FindingCode];

const WARNINGS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "publication/missing",
  "publication/no-url",
  "read/encoding",
  "read/characters-removed",
  "matter/repaired",
  "matter/unclosed",
  "date/ambiguous",
  "date/weekday",
  "date/conflict",
  "date/numeric-order",
  "date/only-updated",
  "date/first-seen",
  "date/commit",
  "language/disagrees",
  "feeds/no-entries",
  "podcast/no-section",
  "podcast/no-owner",
  "podcast/no-episode",
  "podcast/cover",
  "podcast/type",
  "ledger/kept",
  "ledger/not-kept",
  "ledger/date-stays",
]);

const NOTES: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "publication/no-picture",
  "date/embargo",
  "headline/derived",
  "link/unpublished",
  "ledger/withdrawn",
  "ledger/expired",
  "ledger/returned",
  "edition/shortened",
]);

/** What a code weighs when its finder does not say otherwise. */
function usualSeverity(code: FindingCode): Severity {
  if (WARNINGS.has(code)) return "warning";
  return NOTES.has(code) || code.startsWith("profile/") ? "note" : "error";
}

/** Makes a finding; its severity is the code's usual one unless given. */
export function finding<Code extends FindingCode>(
  code: Code,
  place: Place,
  facts: FindingFacts[Code],
  severity: Severity = usualSeverity(code),
): Finding {
  return { code, severity, place, facts } as Finding;
}

/** By file, line, column, code: the order in which findings are always shown. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      compare(a.place.file, b.place.file) ||
      (a.place.line ?? 0) - (b.place.line ?? 0) ||
      (a.place.column ?? 0) - (b.place.column ?? 0) ||
      compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Whether something among them forbids publication. */
export function refuses(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "error");
}
