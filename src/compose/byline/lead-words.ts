/**
 * Words that open a byline, by language. The first table's stand before a name with a blank between; the second's with a
 * colon, as a label.
 */
const BEFORE_NAMES = [
  // English
  "Written, filmed and edited by|Written and photographed by|Words and pictures by|Written by|Reported by|Words written by|Words by|Text by|Story by|Posted by|Compiled by|Published by|Article by|Report by|Analysis by|Opinion by|Review by|Guest post by|As told to|By",
  // German, French, Spanish, Portuguese, Italian
  "Eine Kolumne von|Kolumne von|Kommentar von|Gastkommentar von|Gastbeitrag von|Ein Gastbeitrag von|Analyse von|Interview von|Ein Interview von|Reportage von|Geschrieben von|Ein Bericht von|Eine Analyse von|Ein Kommentar von|Artikel von|Ein Artikel von|Text von|Von|Publié par|Écrit par|Propos recueillis par|Par|Publicado por|Escribe|Escrito por|Redactado por|Texto de|Por|Scritto da|Articolo di|A cura di",
  // Dutch, Afrikaans, Nordic, Finnish
  "Geschreven door|Door|Deur|Skrivet av|Skriven av|Skrevet af|Skrevet av|Tekst av|Tekst af|Av|Af|Kirjoittanut|Teksti",
  // Slavic, Baltic
  "Napisał|Napisała|Przez|Napsal|Napsala|Napísal|Napísala|Piše|Автор|Текст|Пише|Пишет",
  // Turkish, Indonesian, Vietnamese, Thai, Greek, Hungarian
  "Yazan|Oleh|Ditulis oleh|Bởi|โดย|Του|Της|Των|Γράφει ο|Γράφει η|Írta",
  // Arabic, Persian, Hebrew, Hindi
  "بقلم|كتب|كتبت|كتبه|نوشته|به قلم|מאת|כתב|כתבה|लेखक",
  // Chinese, Japanese, Korean
  "文|撰文|记者|記者|本报记者|글",
].join("|");

/** Words that are also names, or stand in them: `Theo James`, `Di Stefano`, `De Jong`. They open bylines in one language only. */
const BEFORE_NAMES_IN: Readonly<Record<string, string>> = { it: "Di", vi: "Theo", ro: "De", tr: "Haber", ca: "Per" };

function opening(words: string): RegExp {
  // Longer ones come first, so that "Written by" is not read as a person called Written.
  const sorted = words.split("|").sort((a, b) => b.length - a.length);
  return new RegExp(`^(?:${sorted.join("|")})(?=\\s+\\S)`, "iu");
}

const OPENING = opening(BEFORE_NAMES);
const OPENING_IN: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries(BEFORE_NAMES_IN).map(([language, words]) => [language, opening(words)]),
);
/** Chinese sets no blank: `文/刘建国`. */
const UNSPACED = /^(?:文|撰文|记者|記者|本报记者|글)(?=[/／|｜︱・])/u;

const LABELS = [
  "By|Author|Author name|Authors|Author of the article|Writer|Writers|Words|Text|Story|Story by|Written by|Reporter|Reporters|Byline|Report|Reporting|Posted by|Contributor",
  "Von|Autor|Autorin|Autoren|Texte|Auteur|Auteure|Auteurs|Par|Por|Autora|Autores|Texto|Redactor|Redactora|Testo|Autore|Autrice|Di",
  "Door|Auteurs|Tekst|Skribent|Text och foto|Interview|Forfatter|Journalist|Av|Af|Teksti|Kirjoittaja|Toimittaja",
  "Tekst i zdjęcia|Autorka|Autors|Autori|Autorius|Piše|Napísal|Napsal|Napsala|Tekst|Text|Autoři|Автор|Автори|Авторы|Текст|Журналист|Журналіст|Автор текста|Пише",
  "Yazan|Yazar|Haber|Muhabir|Oleh|Penulis|Reporter|Bài|Tác giả|Bài viết|Συντάκτης|Κείμενο|Του|Írta|Szerző|Autorul",
  "بقلم|الكاتب|كتب|تقرير|نوشته|نویسنده|מאת|כתב|כתבת",
  "文|作者|撰文|记者|記者|本报记者|文/|執筆|筆者|取材|ライター|取材・文|文・取材|報道|採訪|采访|글|기자|글쓴이|취재|โดย|ผู้เขียน|लेखक|به قلم|گزارش",
]
  .join("|")
  .split("|");

const LABEL_SET: ReadonlySet<string> = new Set(LABELS.map((label) => label.toLowerCase()));
const LABEL = /^([\p{L}\p{M} /]{1,24}?)\s?[:：]\s*(\S.*)$/u;

/** What stands behind a byline's opening, and where in the line. */
export interface Opened {
  readonly rest: string;
  /** Offset of `rest` in the line. */
  readonly from: number;
  readonly by: "word" | "label";
}

/**
 * Splits a line such as `By Jane Doe` or `Author: Jane Doe`; `undefined` where it opens like no byline. `language` (BCP 47)
 * tells words such as the Italian "Di" from names.
 */
export function opened(text: string, language = ""): Opened | undefined {
  const label = LABEL.exec(text);
  if (label?.[1] !== undefined && LABEL_SET.has(label[1].trim().toLowerCase())) {
    const rest = label[2] ?? "";
    return { rest, from: text.length - rest.length, by: "label" };
  }
  const start = text.replace(/^[\s–—―•*|/-]+/, "");
  const skipped = text.length - start.length;
  const glued = GLUED.exec(start)?.[0].length ?? 0;
  if (glued > 0) return { rest: start.slice(glued), from: skipped + glued, by: "word" };
  const word = (OPENING.exec(start) ?? OPENING_IN[language.slice(0, 2)]?.exec(start) ?? UNSPACED.exec(start))?.[0];
  if (word === undefined) return undefined;
  // Pages that set "By" before a byline that has its own.
  const rest = start
    .slice(word.length)
    .trimStart()
    .replace(/^by\s+(?=\S)/iu, "");
  return { rest, from: skipped + start.length - rest.length, by: "word" };
}

/** Pages that set "By" apart by style lose the blank when their text is copied. */
const GLUED = /^(?:By|Von|Por|Par)(?=\p{Lu}\p{Ll}+ \p{Lu})/u;
