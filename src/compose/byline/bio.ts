import { outletIn, sectionIn } from "./bio-facts.ts";
import { displayed, isName, pieceOf } from "./name.ts";

/** What a paragraph about the author tells. */
export interface Bio {
  readonly names: readonly string[];
  /** `I am Jane Doe`, not `Jane Doe is`. */
  readonly own: boolean;
  readonly outlet?: string;
  readonly section?: string;
}

const NAME = String.raw`[\p{Lu}\p{M}][\p{L}\p{M}.'’-]*(?: (?:[\p{Lu}][\p{L}\p{M}.'’-]*|(?:al|el|ul|ibn)-\p{Lu}[\p{L}\p{M}]*|de|del|della|van|von|der|den|da|dos|bin|al|el|la|le|di|du|y)){0,5}`;
const JOB = `(?:writer|reporter|journalist|editor|correspondent|columnist|author|producer|photographer|contributor|critic|blogger|freelancer|anchor|analyst|commentator|broadcaster|essayist|novelist|professor|fellow|researcher|lecturer|student|historian|economist|director|intern)`;

/** First person: `I am David Wyatt, a professional writer …`. The name must be one: "I am a journalist" has none. */
const FIRST_PERSON: readonly RegExp[] = [
  new RegExp(
    `^(?:Hi[,!.]? |Hello[,!.]? )?(?:I am|I['’´\`]m|My name is|I, )\\s*(${NAME})(?:,? and I\\b|[,.—–-]|\\s+[–—-]\\s|\\s+and\\b)`,
    "u",
  ),
  new RegExp(`^(${NAME}) here[.,]`, "u"),
  new RegExp(`^We(?: are|['’]re) (${NAME}(?:(?:, | and |, and )${NAME}){1,4})(?:,|\\.| of | from )`, "u"),
  new RegExp(`^(?:Ich bin|Mein Name ist|Ich heiße) (${NAME})(?:[,.]| und )`, "u"),
  new RegExp(`^(?:Je suis|Je m['’]appelle) (${NAME})(?:[,.]| et )`, "u"),
  new RegExp(`^(?:Soy|Me llamo|Mi nombre es|Sou|Chamo-me|Meu nome é|Sono|Mi chiamo) (${NAME})(?:[,.]| y | e )`, "u"),
  new RegExp(
    `^(?:Ik ben|Mijn naam is|Jag är|Jag heter|Jeg er|Jeg heter|Jeg hedder|Mit navn er|Olen|Nimeni on|Jestem|Nazywam się|Jsem|Jmenuji se) (${NAME})(?:[,.]| (?:en|och|og|ja|i|a) )`,
    "u",
  ),
  new RegExp(`^(?:Меня зовут|Мене звати|Я —|Я -|Я –) (${NAME})(?:[,.]| (?:и|і|та) )`, "u"),
  new RegExp(`^(?:Ben|Adım|Benim adım) (${NAME})(?:[,.]| )`, "u"),
  new RegExp(`^(?:Saya|Nama saya(?: adalah)?|Perkenalkan, saya) (${NAME})(?:[,.]| )`, "u"),
  new RegExp(`^(?:Tôi là|Tên tôi là) (${NAME})(?:[,.]| )`, "u"),
  new RegExp(`^(?:Είμαι (?:ο|η)|Λέγομαι|Ονομάζομαι) (${NAME})(?:[,.]| και )`, "u"),
  /^(?:أنا|اسمي) ([\p{Script=Arabic}]+(?: [\p{Script=Arabic}]+){1,2})[،,.]/u,
  /^(?:אני|שמי) ([\p{Script=Hebrew}'’׳-]+(?: [\p{Script=Hebrew}'’׳-]+){1,2})[,.]/u,
  /^(?:我是|我叫)([\p{Script=Han}·]{2,4})[，,。]/u,
  /^(?:私は|筆者の)([\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana} ]{2,8})(?:です|と申します|、)/u,
  /^(?:저는|나는) ?([\p{Script=Hangul}]{2,4})(?:입니다|이며|,)/u,
];

/** Third person: `NAME is a reporter at OUTLET`, `NAME covers the courts`. */
const THIRD_PERSON: readonly RegExp[] = [
  new RegExp(
    `^(?:About the authors?:? ?)?(${NAME}(?: and ${NAME})?) (?:is|was|are) (?:an? |the |our |currently |also |now )?[^.!?]{0,80}?\\b${JOB}s?\\b`,
    "u",
  ),
  new RegExp(
    `^(?:About the authors?:? ?)?(${NAME}) (?:covers|has covered|writes about|writes for|reports on|reports for|reports from|joined)\\b`,
    "u",
  ),
  new RegExp(
    `^(?:Über den Autor:? ?|Über die Autorin:? ?|Zur Person:? ?)?(${NAME}) (?:ist|schreibt|arbeitet|berichtet) [^.!?]{0,60}?(?:Redakteur|Reporter|Journalist|Korrespondent|Autor|Volontär|Kolumnist|Mitarbeiter|für (?:die|den|das)|über)`,
    "u",
  ),
  new RegExp(
    `^(${NAME}) (?:est|écrit|couvre) [^.!?]{0,60}?(?:journaliste|rédact|correspondant|reporter|chroniqueu|pour )`,
    "u",
  ),
  new RegExp(
    `^(${NAME}) (?:es|escribe|cubre|é|escreve|cobre|è|scrive|si occupa) [^.!?]{0,60}?(?:periodista|redactor|corresponsal|reporter|columnista|jornalista|repórter|correspondente|colunista|giornalista|redattor|corrispondente|para |per |de )`,
    "u",
  ),
  new RegExp(
    `^(${NAME}) (?:is|schrijft|är|skriver|er|on|jest|pisze|je|píše) [^.!?]{0,60}?(?:verslaggever|redacteur|journalist|redaktör|report|korrespondent|toimittaja|kirjeenvaihtaja|dziennikar|redaktor|redaktør|novinář|korespondent|skribent|krönikör|kommentator|columnist|kolumnist)`,
    "u",
  ),
  new RegExp(
    `^(${NAME}) ?[—–-] ?(?:\\p{Ll}{2,14} )?(?:корреспондент|журналист|обозреватель|редактор|репортёр|кореспондент|журналіст|оглядач|репортер|dziennikar|reporter|redaktor)`,
    "u",
  ),
  new RegExp(
    `^(${NAME}),? [^.!?]{0,50}?(?:muhabiri|gazetecidir|gazeteci|yazarıdır|muhabir|adalah (?:wartawan|jurnalis|reporter|penulis)|là (?:phóng viên|nhà báo)|είναι (?:δημοσιογράφος|συντάκτη|ανταποκρ|ρεπόρτερ))`,
    "u",
  ),
  /^([\p{Script=Arabic}]+(?: [\p{Script=Arabic}]+){1,2})،? (?:صحفي|صحفية|مراسل|مراسلة|محرر|محررة|كاتب|كاتبة)/u,
  /^([\p{Script=Hebrew}'’׳-]+(?: [\p{Script=Hebrew}'’׳-]+){1,2}?),? (?:הוא|היא)? ?(?:כתב|כתבת|עיתונאי|עיתונאית|עורך|עורכת)/u,
  /^([\p{Script=Han}·]{2,4})(?:是|为|為|，)[^。]{0,20}(?:记者|記者|编辑|編輯|撰稿人)/u,
  /^([\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]{2,8})(?:は|、)[^。]{0,24}(?:記者(?!会見|クラブ|団|たち|ら)|編集者|ライター|ジャーナリスト)/u,
  /^([\p{Script=Hangul}]{2,4})(?:은|는)? [^.]{0,24}(?:기자|특파원|편집자)/u,
];

/** `About the author` and the like: what stands below is a bio. */
export const BIO_HEADING: RegExp =
  /^(?:about (?:the )?(?:authors?|writers?)|über (?:den autor|die autorin|die autoren)|zur person|à propos de l['’]auteure?|sobre (?:el autor|la autora|o autor|a autora)|l['’]autore|over de auteur|om författaren|om forfatteren|об авторе|про автора|o autorze|o autorovi|yazar hakkında|tentang penulis|về tác giả|作者简介|作者簡介|筆者紹介)\s*:?$/iu;

const QUOTED = /^["“„«»‘'「『]/u;

/** Reads a paragraph as one about its author; `undefined` where it is none. Quoted speech never is. */
export function bioOf(text: string): Bio | undefined {
  if (QUOTED.test(text) || text.length > 900) return undefined;
  const first = matched(text, FIRST_PERSON);
  const found = first ?? matched(text, THIRD_PERSON);
  if (found === undefined) return undefined;
  const names = found
    .split(/\s+and\s+|\s*,\s*/u)
    .map(trimmed)
    .filter((name) => isPerson(name));
  if (names.length === 0) return undefined;
  const outlet = outletIn(text.slice(text.indexOf(found) + found.length));
  const section = sectionIn(text);
  return {
    names: names.map(displayed),
    own: first !== undefined,
    ...(outlet === undefined ? {} : { outlet }),
    ...(section === undefined ? {} : { section }),
  };
}

function matched(text: string, patterns: readonly RegExp[]): string | undefined {
  for (const pattern of patterns) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

function trimmed(name: string): string {
  return name
    .replace(/^(?:Ο|Η|Του|Της) /u, "")
    .replace(/^(?:Dr|Prof|Mr|Mrs|Ms)\.? /u, "")
    .replace(/[.,;:—–-]+$/u, (end) => (/^\.$/u.test(end) && /(?:Jr|Sr|\b\p{Lu})\.$/u.test(name) ? end : ""))
    .trim();
}

function isPerson(name: string): boolean {
  return pieceOf(name) === "name" || isName(name);
}
