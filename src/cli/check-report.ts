import type { CheckFinding } from "../check/check-finding.ts";
import type { Rule } from "../check/rule.ts";
import { harmless } from "../words.ts";
import { jsonText } from "./document.ts";
import type { Colours } from "./look.ts";

export const FORMATS: readonly ["text", "json", "github"] = ["text", "json", "github"];
/** From the gravest on. */
export const LEVELS: readonly ["error", "warning", "advice"] = ["error", "warning", "advice"];
export type CheckFormat = (typeof FORMATS)[number];

/** What was checked and found. */
export interface Checked {
  readonly findings: readonly CheckFinding[];
  /** How many documents were read. */
  readonly documents: number;
  /** Answers to the profiles that were asked for, as lines. */
  readonly answers: readonly string[];
}

/** Findings as a person, a program or GitHub reads them. */
export function checkText(checked: Checked, format: CheckFormat, look: Colours): string {
  if (format === "json") return jsonText(checked.findings.map(documentOf));
  if (format === "github") return checked.findings.map(annotation).join("");
  return plainText(checked, look);
}

function documentOf({ rule, severity, file, line, column, message, mend, reference }: CheckFinding): object {
  return { rule, severity, file, line, column, message, mend, reference };
}

const COMMANDS = { error: "error", warning: "warning", advice: "notice" } as const;

/** A workflow command: GitHub shows it next to the line. */
function annotation({ rule, severity, file, line, column, message, mend }: CheckFinding): string {
  const where = `file=${property(file)},line=${line},col=${column},title=${property(rule)}`;
  return `::${COMMANDS[severity]} ${where}::${data(`${message}. ${mend}`)}\n`;
}

function data(text: string): string {
  return harmless(text.replaceAll("%", "%25"));
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

const PAINTS = { error: "error", warning: "warning", advice: "note" } as const;

function plainText({ findings, documents, answers }: Checked, look: Colours): string {
  const blocks = findings.map(({ rule, severity, file, line, column, message, why, mend, reference }) => {
    const place = `${harmless(file)}:${line}:${column}`;
    const head = `${place} ${look[PAINTS[severity]](`${severity} ${rule}:`)} ${harmless(message)}`;
    return `${head}\n  ${harmless(why)}\n  ${harmless(mend)} ${look.quiet(reference)}\n\n`;
  });
  const lines = answers.map((answer) => `${harmless(answer)}\n`);
  return `${blocks.join("")}${lines.join("")}${summary(findings, documents)}\n`;
}

function summary(findings: readonly CheckFinding[], documents: number): string {
  const count = (severity: CheckFinding["severity"]): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const parts = [
    numbered(count("error"), "error", "errors"),
    numbered(count("warning"), "warning", "warnings"),
    numbered(count("advice"), "piece of advice", "pieces of advice"),
  ].filter((part) => part !== "");
  return `${numbered(documents, "document", "documents")} checked: ${parts.join(", ") || "nothing to mend"}.`;
}

function numbered(count: number, one: string, several: string): string {
  return count === 0 ? "" : `${count} ${count === 1 ? one : several}`;
}

/** A rule in full, as `--explain` prints it. */
export function ruleText(rule: Rule, look: Colours): string {
  const example = (label: string, shown: string): string => `${look.title(label)}\n${shown.replace(/^/gm, "  ")}\n`;
  return [
    `${look.title(rule.id)} (${rule.severity})`,
    "",
    rule.says,
    rule.why,
    rule.mend,
    look.quiet(rule.reference),
    "",
    example("Right:", rule.good.shown),
    example("Wrong:", rule.bad.shown),
  ].join("\n");
}
