import { primaryLanguage } from "./language-tag.ts";

/** The detector sees this much of a text: more changes nothing, measured on real pages. */
export const ENOUGH = 1_600;

/** Languages that the detector mistakes for each other, or of which it knows only one. */
const SIBLINGS: readonly (readonly string[])[] = [
  ["ms", "id"],
  ["no", "nb", "nn", "da"],
  ["hr", "sr", "bs"],
  ["bg", "mk"],
  ["tl", "fil"],
  ["zh", "yue"],
  ["nl", "af"],
  ["pt", "gl"],
  ["es", "gl", "ast"],
  ["ca", "oc"],
];

const DANISH = /(?<!\p{L})(?:af|efter|nogle|noget|nogen|blev|meget|mellem|siger|uge|sagde|ud)(?!\p{L})/giu;
const NORWEGIAN = /(?<!\p{L})(?:av|etter|noen|noe|ble|mye|mellom|sier|uke|sa|ut)(?!\p{L})/giu;

/** Words that only one of two siblings writes. */
const TELLTALES: Readonly<Record<string, { readonly other: string; readonly own: RegExp; readonly others: RegExp }>> = {
  ms: {
    other: "id",
    own: /\b(?:bahawa|kerana|beliau|ialah|berkata|boleh|dijangka|syarikat|polis)\b/giu,
    others: /\b(?:bahwa|karena|adalah|mengatakan|kata|bisa|dari|dengan|juga|akan|warga|perusahaan|tahun)\b/giu,
  },
  da: { other: "no", own: DANISH, others: NORWEGIAN },
  no: { other: "da", own: NORWEGIAN, others: DANISH },
};

/** So much of a text is enough to say that it is in the language that one expects. */
const ENOUGH_FOR_EXPECTED = 500;

/**
 * A language tag for a text of some length, or undefined where its own detector isn't sure. A text whose beginning is
 * surely in the expected language is looked at no further.
 */
export type Detector = (text: string, expected: string) => string | undefined;

let loading: Promise<Detector> | undefined;

/** Whether this thread has loaded the detector. */
export function isDetectorLoaded(): boolean {
  return loading !== undefined;
}

/** Loads the detector: half a second and 145 MB, so only for articles that neither say nor show their language. */
export function loadDetector(): Promise<Detector> {
  loading ??= import("eld/small").then(({ eld }): Detector => {
    return (text, expected) => {
      const first = eld.detect(text.slice(0, ENOUGH_FOR_EXPECTED));
      if (first.language === primaryLanguage(expected) && !(first.language in TELLTALES) && first.isReliable())
        return first.language;
      const found = eld.detect(text.slice(0, ENOUGH));
      return found.language === "" || !found.isReliable() ? undefined : toldApart(found.language, text);
    };
  });
  return loading;
}

function toldApart(language: string, text: string): string {
  const telltale = TELLTALES[language];
  if (telltale === undefined) return language;
  const scope = text.slice(0, ENOUGH);
  const own = scope.match(telltale.own)?.length ?? 0;
  const others = scope.match(telltale.others)?.length ?? 0;
  return others > own ? telltale.other : language;
}

/** Whether two tags name languages that a detector may take for each other. */
export function areSiblings(a: string, b: string): boolean {
  const [one, other] = [primaryLanguage(a), primaryLanguage(b)];
  return one === other || SIBLINGS.some((set) => set.includes(one) && set.includes(other));
}
