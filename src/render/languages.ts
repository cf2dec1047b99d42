import { TWO_LETTERS } from "../publication/language-codes.ts";

const TAG = /^(?:[a-z]{2,3})(?:-[a-z0-9]{1,8})*$/i;

// Codes that readers with a list of ISO 639-1 or 639-2 don't know, by the names that BCP 47 gives them besides.
const BETTER_KNOWN: Readonly<Record<string, string>> = {
  iw: "he",
  ji: "yi",
  in: "id",
  jw: "jv",
  cmn: "zh-cmn",
  yue: "zh-yue",
  nan: "zh-nan",
  hak: "zh-hak",
  wuu: "zh-wuu",
  arb: "ar-arb",
  arz: "ar-arz",
};

/** A language tag (BCP 47), `en_US` mended to `en-US`. Nothing for what is none (`English`). */
export function languageTag(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const tag = value.trim().replaceAll("_", "-");
  if (!TAG.test(tag)) return undefined;
  const [given = "", ...rest] = tag.split("-");
  const primary = BETTER_KNOWN[given.toLowerCase()] ?? given;
  if (primary.length === 2 && !TWO_LETTERS.has(primary.toLowerCase())) return undefined;
  return [primary, ...rest].join("-");
}
