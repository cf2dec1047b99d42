/**
 * An expression with tables of Unicode, which takes milliseconds to make: it is made once a quick look has found what it
 * can't do without.
 */
interface Seldom {
  readonly near: RegExp;
  readonly whole: () => RegExp;
}

/** Wordings that one look rules out together, as it does for nearly every paragraph. */
export interface Wordings {
  readonly near: RegExp;
  readonly each: readonly Seldom[];
}

/**
 * How a text begins, what stands behind that, and the expression that both only hint at. All looks hold on to the beginning,
 * or they would go through all of it.
 */
type Wording = readonly [start: string, next: string, whole: string];

function together(...wordings: readonly Wording[]): Wordings {
  const starts = [...new Set(wordings.map(([start]) => start))];
  const looks = starts.map((start) => {
    const next = wordings.filter(([other]) => other === start).map(([, words]) => words);
    return `${start}(?:${next.join("|")})`;
  });
  return { near: new RegExp(looks.join("|")), each: wordings.map(seldom) };
}

function seldom([start, next, whole]: Wording): Seldom {
  let made: RegExp | undefined;
  return {
    near: new RegExp(`${start}(?:${next})`),
    whole: () => {
      made ??= new RegExp(whole, "u");
      return made;
    },
  };
}

const NAME = String.raw`[\p{Lu}\p{M}][\p{L}\p{M}.'’-]*(?: (?:[\p{Lu}][\p{L}\p{M}.'’-]*|(?:al|el|ul|ibn)-\p{Lu}[\p{L}\p{M}]*|de|del|della|van|von|der|den|da|dos|bin|al|el|la|le|di|du|y)){0,5}`;
const JOB = `(?:writer|reporter|journalist|editor|correspondent|columnist|author|producer|photographer|contributor|critic|blogger|freelancer|anchor|analyst|commentator|broadcaster|essayist|novelist|professor|fellow|researcher|lecturer|student|historian|economist|director|intern)`;

/**
 * A name, or more: the words that may belong to it, down to the first small one that doesn't, which is the second word of
 * most sentences.
 */
const NAMED = String.raw`^(?:(?:[^\sa-z]\S*|(?:al|el|ul|ibn)-\S*|de|del|della|van|von|der|den|da|dos|bin|al|el|la|le|di|du|y|and|the|author\S*|die) )*`;
/** A text that is not in Latin letters. */
const NOT_LATIN = "^[^A-Za-z0-9].*";

/** A text that begins with these words; what follows is looked at where it does. */
const begins = (opening: string, rest: string): Wording => ["^", opening, `^${opening}${rest}`];

/** A name, one of these verbs, and a job within so many characters. */
const worksAs = (verbs: string, within: number, jobs: string): Wording => [
  NAMED,
  `${verbs} .{0,${within}}${jobs}`,
  `^(${NAME}) ${verbs} [^.!?]{0,${within}}?${jobs}`,
];

/** First person: `I am David Wyatt, a professional writer …`. The name must be one: "I am a journalist" has none. */
export const FIRST_PERSON: Wordings = together(
  [
    "^",
    "Hi|Hello|I|My name is",
    `^(?:Hi[,!.]? |Hello[,!.]? )?(?:I am|I['’´\`]m|My name is|I, )\\s*(${NAME})(?:,? and I\\b|[,.—–-]|\\s+[–—-]\\s|\\s+and\\b)`,
  ],
  [NAMED, `here[.,]`, `^(${NAME}) here[.,]`],
  begins("We(?: are|['’]re) ", `(${NAME}(?:(?:, | and |, and )${NAME}){1,4})(?:,|\\.| of | from )`),
  begins("(?:Ich bin|Mein Name ist|Ich heiße) ", `(${NAME})(?:[,.]| und )`),
  begins("(?:Je suis|Je m['’]appelle) ", `(${NAME})(?:[,.]| et )`),
  begins("(?:Soy|Me llamo|Mi nombre es|Sou|Chamo-me|Meu nome é|Sono|Mi chiamo) ", `(${NAME})(?:[,.]| y | e )`),
  begins(
    "(?:Ik ben|Mijn naam is|Jag är|Jag heter|Jeg er|Jeg heter|Jeg hedder|Mit navn er|Olen|Nimeni on|Jestem|Nazywam się|Jsem|Jmenuji se) ",
    `(${NAME})(?:[,.]| (?:en|och|og|ja|i|a) )`,
  ),
  begins("(?:Меня зовут|Мене звати|Я —|Я -|Я –) ", `(${NAME})(?:[,.]| (?:и|і|та) )`),
  begins("(?:Ben|Adım|Benim adım) ", `(${NAME})(?:[,.]| )`),
  begins("(?:Saya|Nama saya(?: adalah)?|Perkenalkan, saya) ", `(${NAME})(?:[,.]| )`),
  begins("(?:Tôi là|Tên tôi là) ", `(${NAME})(?:[,.]| )`),
  begins("(?:Είμαι (?:ο|η)|Λέγομαι|Ονομάζομαι) ", `(${NAME})(?:[,.]| και )`),
  begins("(?:أنا|اسمي) ", String.raw`([\p{Script=Arabic}]+(?: [\p{Script=Arabic}]+){1,2})[،,.]`),
  begins("(?:אני|שמי) ", String.raw`([\p{Script=Hebrew}'’׳-]+(?: [\p{Script=Hebrew}'’׳-]+){1,2})[,.]`),
  begins("(?:我是|我叫)", String.raw`([\p{Script=Han}·]{2,4})[，,。]`),
  begins(
    "(?:私は|筆者の)",
    String.raw`([\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana} ]{2,8})(?:です|と申します|、)`,
  ),
  begins("(?:저는|나는) ?", String.raw`([\p{Script=Hangul}]{2,4})(?:입니다|이며|,)`),
);

/** Third person: `NAME is a reporter at OUTLET`, `NAME covers the courts`. */
export const THIRD_PERSON: Wordings = together(
  [
    NAMED,
    `(?:is|was|are) .{0,92}${JOB}`,
    `^(?:About the authors?:? ?)?(${NAME}(?: and ${NAME})?) (?:is|was|are) (?:an? |the |our |currently |also |now )?[^.!?]{0,80}?\\b${JOB}s?\\b`,
  ],
  [
    NAMED,
    `(?:covers|has covered|writes about|writes for|reports on|reports for|reports from|joined)\\b`,
    `^(?:About the authors?:? ?)?(${NAME}) (?:covers|has covered|writes about|writes for|reports on|reports for|reports from|joined)\\b`,
  ],
  [
    NAMED,
    `(?:ist|schreibt|arbeitet|berichtet) `,
    `^(?:Über den Autor:? ?|Über die Autorin:? ?|Zur Person:? ?)?(${NAME}) (?:ist|schreibt|arbeitet|berichtet) [^.!?]{0,60}?(?:Redakteur|Reporter|Journalist|Korrespondent|Autor|Volontär|Kolumnist|Mitarbeiter|für (?:die|den|das)|über)`,
  ],
  worksAs("(?:est|écrit|couvre)", 60, "(?:journaliste|rédact|correspondant|reporter|chroniqueu|pour )"),
  worksAs(
    "(?:es|escribe|cubre|é|escreve|cobre|è|scrive|si occupa)",
    60,
    "(?:periodista|redactor|corresponsal|reporter|columnista|jornalista|repórter|correspondente|colunista|giornalista|redattor|corrispondente|para |per |de )",
  ),
  worksAs(
    "(?:is|schrijft|är|skriver|er|on|jest|pisze|je|píše)",
    60,
    "(?:verslaggever|redacteur|journalist|redaktör|report|korrespondent|toimittaja|kirjeenvaihtaja|dziennikar|redaktor|redaktør|novinář|korespondent|skribent|krönikör|kommentator|columnist|kolumnist)",
  ),
  [
    NAMED,
    `(?:\\S{2,14} )?\\S*?(?:корреспондент|журналист|обозреватель|редактор|репортёр|кореспондент|журналіст|оглядач|репортер|dziennikar|reporter|redaktor)`,
    `^(${NAME}) ?[—–-] ?(?:\\p{Ll}{2,14} )?(?:корреспондент|журналист|обозреватель|редактор|репортёр|кореспондент|журналіст|оглядач|репортер|dziennikar|reporter|redaktor)`,
  ],
  [
    NAMED,
    `[^.!?]{0,50}?(?:muhabir|gazeteci|yazarıdır|adalah |là |είναι )`,
    `^(${NAME}),? [^.!?]{0,50}?(?:muhabiri|gazetecidir|gazeteci|yazarıdır|muhabir|adalah (?:wartawan|jurnalis|reporter|penulis)|là (?:phóng viên|nhà báo)|είναι (?:δημοσιογράφος|συντάκτη|ανταποκρ|ρεπόρτερ))`,
  ],
  [
    NOT_LATIN,
    "صحفي|مراسل|محرر|كاتب",
    String.raw`^([\p{Script=Arabic}]+(?: [\p{Script=Arabic}]+){1,2})،? (?:صحفي|صحفية|مراسل|مراسلة|محرر|محررة|كاتب|كاتبة)`,
  ],
  [
    NOT_LATIN,
    "כתב|עיתונאי|עורך|עורכת",
    String.raw`^([\p{Script=Hebrew}'’׳-]+(?: [\p{Script=Hebrew}'’׳-]+){1,2}?),? (?:הוא|היא)? ?(?:כתב|כתבת|עיתונאי|עיתונאית|עורך|עורכת)`,
  ],
  [
    NOT_LATIN,
    "记者|記者|编辑|編輯|撰稿人",
    String.raw`^([\p{Script=Han}·]{2,4})(?:是|为|為|，)[^。]{0,20}(?:记者|記者|编辑|編輯|撰稿人)`,
  ],
  [
    NOT_LATIN,
    "記者|編集者|ライター|ジャーナリスト",
    String.raw`^([\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]{2,8})(?:は|、)[^。]{0,24}(?:記者(?!会見|クラブ|団|たち|ら)|編集者|ライター|ジャーナリスト)`,
  ],
  [NOT_LATIN, "기자|특파원|편집자", String.raw`^([\p{Script=Hangul}]{2,4})(?:은|는)? [^.]{0,24}(?:기자|특파원|편집자)`],
);
