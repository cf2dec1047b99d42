import type { BuildReport, EntryReport } from "../build.ts";
import type { Finding, FindingCode, Severity } from "../finding.ts";
import { words } from "../words.ts";
import type { ExitCode } from "./exit-code.ts";
import type { PushDocument } from "./push.ts";

/** A finding in JSON. Lines and columns count from 1, columns in UTF-16 units. */
export interface FindingDocument {
  readonly severity: Severity;
  readonly code: FindingCode;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly length?: number;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** How to mend it, as an instruction. */
  readonly mend: string;
}

/** An entry in JSON. Instants are ISO 8601 in UTC. */
interface EntryDocument {
  readonly id: string;
  /** Relative to the data folder. */
  readonly file: string;
  readonly title: string;
  readonly published: string;
  readonly updated: string;
}

/** What `dateline build --json` prints. */
export interface BuildDocument {
  readonly exitCode: ExitCode;
  /** The publication's name; `null` where nothing was published. */
  readonly publication: string | null;
  readonly dryRun: boolean;
  readonly entries: {
    readonly new: readonly EntryDocument[];
    readonly updated: readonly EntryDocument[];
    readonly unchanged: readonly EntryDocument[];
    readonly withdrawn: readonly { readonly id: string; readonly file: string; readonly title: string }[];
    /** `kept`: what it had published before stays published. */
    readonly refused: readonly { readonly file: string; readonly kept: boolean }[];
    readonly embargoed: readonly { readonly file: string; readonly title: string; readonly until: string }[];
    /** Files. */
    readonly drafts: readonly string[];
    /** Articles that are too old for every feed, where the publication shows its newest entries alone. */
    readonly olderCount: number;
  };
  /** Titles: what subscribers see change, against the feeds that stood there before. */
  readonly subscribers: BuildReport["subscribers"];
  readonly files: BuildReport["files"];
  /** What happens next by itself, if there is a build then; `null` if nothing does. */
  readonly due: { readonly at: string; readonly what: string; readonly file: string } | null;
  readonly findings: readonly FindingDocument[];
  readonly milliseconds: number;
  /** With `--push`: what `dateline push --json` prints. */
  readonly push?: PushDocument;
}

/** A build's report as a JSON document. */
export function buildDocument(report: BuildReport, exitCode: ExitCode): BuildDocument {
  const { entries } = report;
  return {
    exitCode,
    publication: report.publication ?? null,
    dryRun: report.dryRun,
    entries: {
      new: entries.new.map(entryDocument),
      updated: entries.updated.map(entryDocument),
      unchanged: entries.unchanged.map(entryDocument),
      withdrawn: entries.withdrawn,
      refused: entries.refused,
      embargoed: entries.embargoed.map((one) => ({ ...one, until: isoInstant(one.until) })),
      drafts: entries.drafts,
      olderCount: entries.olderCount,
    },
    subscribers: report.subscribers,
    files: report.files,
    due: report.due === undefined ? null : { ...report.due, at: isoInstant(report.due.at) },
    findings: report.findings.map(findingDocument),
    milliseconds: report.milliseconds,
  };
}

function entryDocument({ id, file, title, published, updated }: EntryReport): EntryDocument {
  return { id, file, title, published: isoInstant(published), updated: isoInstant(updated) };
}

/** A finding as JSON has it. */
export function findingDocument(finding: Finding): FindingDocument {
  const { severity, code, place } = finding;
  const { wrong, mend } = words(finding);
  return { severity, code, ...place, message: wrong, mend };
}

/** `2026-05-01T09:00:00Z`: instants here are whole seconds. */
export function isoInstant(at: Date): string {
  return at.toISOString().replace(".000Z", "Z");
}

/** A document as it is printed. */
export function jsonText(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
