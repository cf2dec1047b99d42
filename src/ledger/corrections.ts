import { createHash } from "node:crypto";
import type { StatedCorrection } from "../read/article.ts";
import { instantText, type LedgerLine } from "./ledger.ts";

/** What a correction is called, by language; English for all others. */
const LABELS: Readonly<Record<string, string>> = {
  ar: "تصحيح",
  de: "Berichtigung",
  en: "Correction",
  es: "Corrección",
  fr: "Rectificatif",
  he: "תיקון",
  it: "Correzione",
  ja: "訂正",
  ko: "정정",
  nl: "Rectificatie",
  pl: "Sprostowanie",
  pt: "Correção",
  ru: "Исправление",
  sv: "Rättelse",
  tr: "Düzeltme",
  uk: "Виправлення",
  zh: "更正",
};

type Remembered = NonNullable<LedgerLine["corrections"]>;

/** A correction by its words, so that the ledger need not repeat them. */
function keyOf({ text }: StatedCorrection): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

/** Whether there is a correction that the ledger does not know. */
export function hasNews(corrections: readonly StatedCorrection[], known: Remembered = {}): boolean {
  return corrections.some((one) => known[keyOf(one)] === undefined);
}

/** When each correction was made: as it is stated, as the ledger remembers, else `updated`, which it caused. */
export function datedCorrections(
  corrections: readonly StatedCorrection[],
  known: Remembered = {},
  updated: Date,
): Remembered {
  return Object.fromEntries(
    corrections.map((one) => [keyOf(one), one.day ?? known[keyOf(one)] ?? instantText(updated).slice(0, 10)]),
  );
}

/** The notes that stand below a body, as HTML: what was wrong, and since when it is right. */
export function correctionNotes(corrections: readonly StatedCorrection[], dates: Remembered, language: string): string {
  const introduced = introductionIn(language.split("-")[0] ?? "");
  return corrections.map((one) => `<p>${introduced(dates[keyOf(one)] ?? "")}${escaped(one.text)}</p>`).join("");
}

/** Unicode's isolates keep a date in its order among Arabic words, where its numbers would change places. */
const ISOLATE = "\u2066";
const ISOLATE_END = "\u2069";

/** What stands before the words of a correction, as people write brackets and colons in the language. */
function introductionIn(language: string): (day: string) => string {
  const label = LABELS[language] ?? LABELS.en;
  if (language === "zh" || language === "ja") return (day) => `<strong>${label}（${day}）：</strong>`;
  if (language === "ar") return (day) => `<strong>${label} (${ISOLATE}${day}${ISOLATE_END}):</strong> `;
  return (day) => `<strong>${label} (${day}):</strong> `;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
