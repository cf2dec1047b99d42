import { withoutClocks } from "./clock.ts";
import { labelsIn } from "./labels.ts";
import { fold } from "./months.ts";
import { plain } from "./tokens.ts";

/*
 * All of them look at folded words: without the flag for upper and lower case, their many letters are compiled in a tenth
 * of the time.
 */

/** How often it was looked at, liked and talked about. */
const COUNTS =
  /(?<![\p{L}\d])\d[\d.,]*\s?[km]?\s(?:views?|likes?|comments?|shares?|reads?|replies|kommentare?|aufrufe|vues?|commentaires?|visitas?|comentarios?|visualizzazioni|commenti|reacties|kommentarer|просмотр\p{L}*|комментари\p{L}*|перегляд\p{L}*)(?!\p{L})/gu;
const OLD = /this article is more than (?:\d+|an?|one|two) \p{L}+ old\.?|(?<=\s)\d{1,2} years?(?=\s)/gu;
/** What a page offers beside its byline. */
const OFFERS =
  /(?:e-?mail|follow|contact|print|share)(?: (?:the|this|me|us|on|author|post|article|page|story|twitter|facebook|instagram|linkedin|x))+(?!\p{L})|(?:diese )?seite (?:ausdrucken|drucken)|kommentieren|jetzt kommentieren/gu;
const READING_TIME =
  /(?:(?:読了時間|reading time|lecture|lettura|lectura|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|lastid|laesetid|lesetid|lukuaika|czas czytania|время чтения|час читання|okuma suresi|doba cteni)[:\s]*)?(?<![\p{L}\d])\d{1,3}[\s-]?(?:min(?:ut[a-z]{0,3})?s?|мин\p{L}*|хв\p{L}*|分钟|分鐘|分|분|דקות|dk|dakika|dakikalik|phut|λεπτα|perc|دقائق|دقيقة)\.?(?:\s(?:read|lesezeit|lesedauer|(?:de )?lecture|(?:de )?lectura|(?:de )?leitura|(?:di )?lettura|leestijd|lastid|lasning|laesetid|lesetid|lukuaika|czytania|cteni|чтения|читання|okuma|doc|olvasas|ανάγνωσης))?(?![\p{L}])/gu;
const AGO =
  /(?<=(?:updated|modified|edited|published|posted)\s)ago(?!\p{L})|(?:an?|\d{1,2}) (?:second|minute|min|hour|hr|day|week|month)s? ago|vor \d{1,2} (?:minuten|stunden|tagen)|il y a \d{1,2} \p{L}+|ha(?:ce)? \d{1,2} \p{L}+|\d{1,2} \p{L}+ (?:fa|geleden|sedan|siden|sitten|temu|назад|тому|once)/gu;
const FURNITURE = new Set(
  "op d u las alle ore ora orele las hs on at of am um vom den der le la el il the a à em en på om kl klo uhr hrs h o в о на от dne dnia dana ημερομηνία la data di lúc vào ngay ngày ב ביום יום في يوم को تاريخ sur share comments comment print listen save teilen drucken partager imprimer compartir and und et y e og och | online read reading time local"
    .split(" ")
    .map(fold),
);

/** The words beside a date that are neither its label nor what pages print around it: counts, reading times, buttons. */
export function wordsBesides(piece: string): readonly string[] {
  const { rest } = labelsIn(withoutClocks(plain(piece)));
  return rest
    .replace(READING_TIME, " ")
    .replace(AGO, " ")
    .replace(COUNTS, " ")
    .replace(OLD, " ")
    .replace(OFFERS, " ")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "" && !FURNITURE.has(word) && !/^\d{1,3}$/.test(word));
}

/** Folded words without times of day and what is told from now ("5 hours ago"). */
export function withoutTimes(words: string): string {
  return withoutClocks(words).replace(AGO, " ");
}

/** "This article is more than 2 years old." */
export function saysItIsOld(text: string): boolean {
  return fold(text).search(OLD) >= 0;
}
