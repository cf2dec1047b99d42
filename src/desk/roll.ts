import { join } from "node:path";
import type { BuildReport } from "../build.ts";
import type { Finding } from "../finding.ts";

/** What has become of an article. */
export type Fate = "refused" | "new" | "updated" | "held back" | "draft" | "unchanged";

/** An article as it lies on the desk. */
export interface Row {
  /** Relative to the data folder. */
  readonly file: string;
  readonly title: string;
  readonly fate: Fate;
  /** When it was published, or until when it is held back. */
  readonly at?: Date;
  readonly errors: number;
  readonly warnings: number;
  readonly findings: readonly Finding[];
}

const ORDER: readonly Fate[] = ["refused", "new", "updated", "held back", "draft", "unchanged"];

/** Every article of a build: what needs a human first (refused, warned of), then what is about to be published. */
export function rowsOf({ entries, findings }: BuildReport, data: string): readonly Row[] {
  const byFile = grouped(findings);
  const row = (fate: Fate, file: string, title: string, at?: Date): Row => {
    const own = byFile.get(join(data, file)) ?? [];
    const count = (severity: Finding["severity"]): number => own.filter((one) => one.severity === severity).length;
    const counts = { errors: count("error"), warnings: count("warning") };
    return { file, title, fate, findings: own, ...counts, ...(at === undefined ? {} : { at }) };
  };
  const rows = [
    ...entries.refused.map(({ file }) => row("refused", file, file)),
    ...entries.new.map(({ file, title, published }) => row("new", file, title, published)),
    ...entries.updated.map(({ file, title, published }) => row("updated", file, title, published)),
    ...entries.embargoed.map(({ file, title, until }) => row("held back", file, title, until)),
    ...entries.drafts.map((file) => row("draft", file, file)),
    ...entries.unchanged.map(({ file, title, published }) => row("unchanged", file, title, published)),
  ];
  return rows.sort(
    (a, b) =>
      weight(a) - weight(b) ||
      ORDER.indexOf(a.fate) - ORDER.indexOf(b.fate) ||
      (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0) ||
      (a.file < b.file ? -1 : 1),
  );
}

function weight({ errors, warnings, fate }: Row): number {
  if (errors > 0 || fate === "refused") return 0;
  return warnings > 0 ? 1 : 2;
}

function grouped(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byFile = new Map<string, Finding[]>();
  for (const one of findings) {
    const own = byFile.get(one.place.file);
    if (own === undefined) byFile.set(one.place.file, [one]);
    else own.push(one);
  }
  return byFile;
}
