/**
 * Words that open a byline, by language. The first table's stand before a name with a blank between; the second's with a
 * colon, as a label. Longer ones come first, so that "Written by" is not read as a person called Written.
 */
const BEFORE_NAMES = [
  // English
  "Written, filmed and edited by|Written and photographed by|Words and pictures by|Written by|Reported by|Words by|Text by|Story by|Posted by|Compiled by|Published by|Article by|Report by|Analysis by|Opinion by|Review by|Guest post by|As told to|By",
  // German, French, Spanish, Portuguese, Italian
  "Eine Kolumne von|Kolumne von|Kommentar von|Gastkommentar von|Gastbeitrag von|Ein Gastbeitrag von|Analyse von|Interview von|Reportage von|Geschrieben von|Ein Bericht von|Eine Analyse von|Ein Kommentar von|Von|Publié par|Écrit par|Propos recueillis par|Par|Publicado por|Escrito por|Redactado por|Texto de|Por|Scritto da|Articolo di|A cura di|Di",
  // Dutch, Nordic
  "Geschreven door|Door|Skrivet av|Skriven av|Skrevet af|Skrevet av|Tekst av|Tekst af|Av|Af|Kirjoittanut|Teksti",
  // Polish, Czech, Ukrainian, Russian
  "Napisał|Napisała|Przez|Napsal|Napsala|Автор|Текст|Пише",
  // Turkish, Indonesian, Vietnamese, Greek, Hungarian, Romanian
  "Yazan|Haber|Oleh|Ditulis oleh|Bởi|Theo|Του|Της|Γράφει ο|Γράφει η|Írta|De",
  // Arabic, Persian, Hebrew
  "بقلم|كتب|كتبت|كتبه|نوشته|מאת|כתב|כתבה",
  // Chinese, Japanese, Korean
  "文|撰文|记者|記者|本报记者|글",
]
  .join("|")
  .split("|")
  .sort((a, b) => b.length - a.length);

const LABELS = [
  "By|Author|Authors|Author of the article|Writer|Writers|Words|Text|Story|Story by|Written by|Reporter|Reporters|Byline|Report|Reporting|Posted by|Contributor",
  "Von|Autor|Autorin|Autoren|Texte|Auteur|Auteure|Auteurs|Par|Por|Autora|Autores|Texto|Redactor|Redactora|Testo|Autore|Autrice|Di",
  "Door|Auteurs|Tekst|Skribent|Text och foto|Forfatter|Journalist|Av|Af|Teksti|Kirjoittaja|Toimittaja",
  "Tekst i zdjęcia|Autorka|Tekst|Text|Autoři|Автор|Автори|Авторы|Текст|Журналист|Журналіст|Автор текста|Пише",
  "Yazan|Yazar|Haber|Muhabir|Oleh|Penulis|Reporter|Bài|Tác giả|Bài viết|Συντάκτης|Κείμενο|Του|Írta|Szerző|Autorul",
  "بقلم|الكاتب|كتب|تقرير|نوشته|نویسنده|מאת|כתב|כתבת",
  "文|作者|撰文|记者|記者|本报记者|文/|執筆|筆者|取材|ライター|글|기자|글쓴이|취재",
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

/** Splits a line such as `By Jane Doe` or `Author: Jane Doe`; `undefined` where it opens like no byline. */
export function opened(text: string): Opened | undefined {
  const label = LABEL.exec(text);
  if (label?.[1] !== undefined && LABEL_SET.has(label[1].trim().toLowerCase())) {
    const rest = label[2] ?? "";
    return { rest, from: text.length - rest.length, by: "label" };
  }
  const start = text.replace(/^[\s–—―•*|/-]+/, "");
  const skipped = text.length - start.length;
  const glued = GLUED.exec(start);
  if (glued !== null) return { rest: start.slice(2), from: skipped + 2, by: "word" };
  for (const word of BEFORE_NAMES) {
    if (!startsWithWord(start, word)) continue;
    const rest = start.slice(word.length).trimStart();
    return rest === "" ? undefined : { rest, from: skipped + start.length - rest.length, by: "word" };
  }
  return undefined;
}

/** Pages that set "By" apart by style lose the blank when their text is copied. */
const GLUED = /^By(?=\p{Lu}[\p{Ll}]+ \p{Lu})/u;
const UNSPACED = /^(?:文|撰文|记者|記者|本报记者|글)$/;

function startsWithWord(text: string, word: string): boolean {
  const start = text.slice(0, word.length);
  if (start.toLowerCase() !== word.toLowerCase()) return false;
  const next = text[word.length];
  if (UNSPACED.test(word)) return next !== undefined && /[\s/／|｜︱・]/u.test(next);
  return next === undefined ? false : /\s/u.test(next);
}
