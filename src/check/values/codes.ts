/** Codes of languages and countries, as the platform knows them. */

/**
 * The codes of ISO 639-1, which nearly all feeds use: to ask the platform for the first time takes as long as to check a
 * thousand entries.
 */
export const TWO_LETTERS: ReadonlySet<string> = new Set(
  (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz " +
    "ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik " +
    "io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml " +
    "mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd " +
    "se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi " +
    "vo wa wo xh yi yo za zh zu"
  ).split(" "),
);

/** Codes of ISO 639-2 that name no single language: rare, but right. */
const COLLECTIVE = new Set(
  "afa apa art ath aus bad bai bat ber bnt btk cai cau cel cmc cpe cpf cpp crp cus day dra fiu gem him inc ine ira iro kar khi kro map mis mkh mno mun myn nah nai nic nub oto paa phi pra roa sai sal sem sgn sio sit sla smi son ssa tai tup tut und wak wen ypk znd zxx".split(
    " ",
  ),
);

let languages: Intl.DisplayNames | undefined;
let countries: Intl.DisplayNames | undefined;

/** Whether a code of two or three letters stands for a language. */
export function isLanguageCode(code: string): boolean {
  if (TWO_LETTERS.has(code) || COLLECTIVE.has(code)) return true;
  languages ??= new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
  return isNamed(code, languages);
}

/** Whether a code of two capitals stands for a country (ISO 3166-1). */
export function isCountryCode(code: string): boolean {
  countries ??= new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  return isNamed(code, countries);
}

function isNamed(code: string, names: Intl.DisplayNames): boolean {
  try {
    return names.of(code) !== undefined;
  } catch {
    return false;
  }
}
