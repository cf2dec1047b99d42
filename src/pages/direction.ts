import { attribute, html, type Markup, NOTHING } from "./markup.ts";

/** Languages that are written from right to left, where their tag names no script. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(
  "ar arc arz bal bgn bqi ckb dv fa glk he iw ji khw ks lrc mzn nqo pnb prs ps sd sdh syr ug ur yi".split(" "),
);
const SCRIPTS: ReadonlySet<string> = new Set(["adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"]);

/** The direction in which a language (BCP 47) is written. */
export function directionOf(language: string): "ltr" | "rtl" {
  const [primary = "", ...rest] = language.toLowerCase().split("-");
  const script = rest.find((part) => /^[a-z]{4}$/.test(part));
  const leftwards = script === undefined ? RIGHT_TO_LEFT.has(primary) : SCRIPTS.has(script);
  return leftwards ? "rtl" : "ltr";
}

/** ` lang="" dir=""` of what is in another language than that around it: nothing where it is in the same. */
export function spoken(language: string, around: string): Markup {
  if (language === around) return NOTHING;
  const direction = directionOf(language);
  return html` lang="${language}"${attribute("dir", direction === directionOf(around) ? undefined : direction)}`;
}
