/** How a script wants to be set, where that is otherwise than the Latin one. */
interface Setting {
  /** Language tags by the beginning of which it is known, as CSS compares them. */
  readonly languages: readonly string[];
  readonly fonts: string;
  readonly lineHeight?: number;
  /** How its lines may break. */
  readonly breaks?: string;
}

const STRICT = "line-break: strict;";
const BY_WORDS = `${STRICT} word-break: keep-all;`;

/** The more special ones last: of two that fit, the later counts. */
const SETTINGS: readonly Setting[] = [
  { languages: ["ar", "fa", "ur", "ps", "ckb"], fonts: '"Noto Naskh Arabic", "Geeza Pro"', lineHeight: 1.9 },
  { languages: ["he", "yi"], fonts: '"Noto Serif Hebrew", "Times New Roman"' },
  {
    languages: ["zh"],
    fonts: '"Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun',
    lineHeight: 1.8,
    breaks: STRICT,
  },
  {
    languages: ["zh-Hant", "zh-TW", "zh-HK", "zh-MO"],
    fonts: '"Noto Serif CJK TC", "Source Han Serif TC", "Songti TC", PMingLiU',
    lineHeight: 1.8,
    breaks: STRICT,
  },
  {
    languages: ["ja"],
    fonts: '"Noto Serif CJK JP", "Source Han Serif", "Hiragino Mincho ProN", "Yu Mincho"',
    lineHeight: 1.8,
    breaks: STRICT,
  },
  {
    languages: ["ko"],
    fonts: '"Noto Serif CJK KR", "Source Han Serif K", AppleMyungjo, Batang',
    lineHeight: 1.8,
    breaks: BY_WORDS,
  },
];

const USUAL: Setting = { languages: [], fonts: 'Georgia, "Noto Serif"', lineHeight: 1.6 };

function settingOf(language: string): Setting {
  const tag = `${language.toLowerCase()}-`;
  const fits = (one: string): boolean => tag.startsWith(`${one.toLowerCase()}-`);
  return SETTINGS.findLast(({ languages }) => languages.some(fits)) ?? USUAL;
}

/** `line height fonts` of all that is in a language, as the end of the property `font`. */
export function fontFor(language: string): string {
  const { fonts, lineHeight = USUAL.lineHeight } = settingOf(language);
  return `${lineHeight} ${fonts === USUAL.fonts ? fonts : `${fonts}, ${USUAL.fonts}`}, serif`;
}

/** How lines of a language may break: declarations, or nothing. */
export function breaksFor(language: string): string {
  const { breaks } = settingOf(language);
  return breaks === undefined ? "" : ` ${breaks}`;
}

/**
 * Rules by language, of no weight of their own: a heading keeps its line height, code its font, whatever language they
 * are in.
 */
export const RULES_BY_LANGUAGE: string = SETTINGS.map(({ languages, fonts, lineHeight, breaks }) => {
  const more = [
    lineHeight === undefined ? "" : ` line-height: ${lineHeight};`,
    breaks === undefined ? "" : ` ${breaks}`,
  ];
  const where = languages.map((language) => `:lang(${language})`).join(", ");
  return `:where(${where}) { font-family: ${fonts}, serif;${more.join("")} }\n`;
}).join("");
