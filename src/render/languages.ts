/** The two-letter codes of ISO 639-1: others of that form are slips (`uk` for Britain is Ukrainian, `xx` is nothing). */
const TWO_LETTERS: ReadonlySet<string> = new Set(
  (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en " +
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu " +
    "ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt " +
    "my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm " +
    "sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
  ).split(" "),
);
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
