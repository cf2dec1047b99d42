import { fold } from "./months.ts";

/** What a date stands for, by the words beside it. */
export type DateRole = "published" | "updated";

/** By language: en de fr es ca pt it nl sv no da fi pl cs sk ru uk bg tr el ro hu hr id vi he ar hi. Folded. */
const PUBLISHED =
  "first published|originally published|this story is from|published|publication date|date of publication|publish date|pub date|publishing date|posted|first posted|released|issued|filed|created|date posted|date published|dated|date|pubdate|release date|" +
  "zuerst veroffentlicht|erstmals veroffentlicht|geschrieben|gespeichert|eingestellt|verfasst|erstveroffentlicht|erstveroffentlichung|veroffentlicht|veroffentlichung|erschienen|publiziert|erstellt|online seit|datum|" +
  "publie|publiee|publication|mis en ligne|mise en ligne|paru|parue|date de publication|poste|cree|" +
  "publicado|publicada|fecha de publicacion|publicacion|fecha|creado|subido|publicat|data de publicacio|" +
  "data de publicacao|publicado em|publicacao|postado|criado|data|" +
  "pubblicato|pubblicata|data di pubblicazione|pubblicazione|creato|" +
  "gepubliceerd|publicatiedatum|geplaatst|verschenen|" +
  "publicerad|publicerat|publicerades|publisert|publicert|publiceret|udgivet|offentliggjort|lagt ut|skapad|opprettet|oprettet|utgiven|dato|" +
  "julkaistu|julkaistiin|julkaisupaiva|julkaisuaika|paivays|" +
  "opublikowano|opublikowany|data publikacji|publikacja|dodano|data dodania|utworzono|" +
  "publikovano|zverejneno|vydano|vyslo|publikovane|zverejnene|datum vydani|" +
  "опубликовано|опубликован|опубликована|дата публикации|публикация|размещено|добавлено|дата|дата и время|" +
  "опубліковано|опублікована|дата публікації|публікація|розміщено|додано|публикувана|публикувано|публикуван|објављено|" +
  "yayınlanma tarihi|yayınlanma|yayımlanma tarihi|yayımlanma|yayınlandı|yayımlandı|yayın tarihi|giris tarihi|giris|eklenme tarihi|tarih|" +
  "δημοσιευτηκε|δημοσιευθηκε|δημοσιευση|ημερομηνια δημοσιευσης|ημερομηνια|" +
  "publicat la|publicata|data publicarii|publicare|megjelent|megjelenes|kozzeteve|kozzetetel|publikalva|letrehozva|objavljeno|objava|datum objave|" +
  "diterbitkan|dipublikasikan|terbit|tayang|dimuat|tanggal terbit|tanggal|" +
  "xuat ban|dang luc|dang ngay|ngay dang|ngay xuat ban|" +
  "פורסם|תאריך פרסום|תאריך|נכתב|" +
  "نشر|نشر في|تاريخ النشر|نشرت|التاريخ|تاريخ|" +
  "प्रकाशित|प्रकाशन तिथि|प्रकाशन|तारीख";

const UPDATED =
  "last updated|updated|update|last modified|modified|last edited|edited|revised|last revised|last changed|amended|date updated|date modified|" +
  "zuletzt aktualisiert|aktualisiert|aktualisierung|aktualisiert am|geandert|zuletzt geandert|stand|letzte aktualisierung|" +
  "mis a jour|mise a jour|modifie|actualise|derniere mise a jour|maj|" +
  "actualizado|actualizada|ultima actualizacion|actualizacion|modificado|actualitzat|" +
  "atualizado|atualizada|ultima atualizacao|atualizacao|" +
  "aggiornato|aggiornata|ultimo aggiornamento|ultima modifica|modifica|modificato|aggiornamento|" +
  "bijgewerkt|laatst bijgewerkt|laatst gewijzigd|gewijzigd|aangepast|laatste update|" +
  "uppdaterad|uppdaterat|senast uppdaterad|andrad|senast andrad|oppdatert|sist oppdatert|endret|opdateret|sidst opdateret|senest opdateret|" +
  "paivitetty|muokattu|viimeksi paivitetty|" +
  "aktualizacja|zaktualizowano|aktualizowano|ostatnia aktualizacja|zmodyfikowano|" +
  "aktualizovano|upraveno|aktualizace|aktualizovane|posledni aktualizace|" +
  "обновлено|изменено|обновление|последнее обновление|оновлено|змінено|оновлення|останнє оновлення|актуализирана|ажурирано|" +
  "guncelleme|guncellendi|guncelleme tarihi|guncellenme tarihi|son guncelleme|guncellenme|" +
  "ενημερωθηκε|τελευταια ενημερωση|ενημερωση|τελευταια τροποποιηση|ανανεωθηκε|" +
  "actualizat|ultima actualizare|frissitve|modositva|utolso frissites|frissites|azurirano|zadnja izmjena|" +
  "diperbarui|diupdate|pembaruan|terakhir diperbarui|cap nhat|" +
  "עודכן|עדכון|עודכן לאחרונה|" +
  "آخر تحديث|تحديث|تم التحديث|محدث|" +
  "अपडेट|अपडेटेड|अद्यतन|संशोधित";

/** No blank parts these from other words. */
const EASTERN_PUBLISHED =
  "公開日時|公開日|公開|掲載|投稿日|配信日時|配信|発行日|発行|発表|发布时间|發布時間|发布于|發佈|发布|發布|发表于|发表|發表|刊登|刊出|日期|时间|時間|기사입력|입력|등록일|등록|게시일|게시|발행일|발행|작성일|작성|승인|เผยแพร่";
const EASTERN_UPDATED =
  "最終更新日|最終更新|更新日時|更新日|更新时间|更新時間|更新于|最后更新|最後更新|更新|修改|최종수정|최종 수정|수정일|수정|업데이트|อัปเดต|ปรับปรุง";

/** A label's words in a text: longest first, so that "last updated" is not "updated" with a word before it. */
const LABEL = new RegExp(
  [
    `(?<![\\p{L}\\p{M}])(?:(?<updated>${longestFirst(UPDATED)})|(?<published>${longestFirst(PUBLISHED)}))(?![\\p{L}\\p{M}])`,
    `(?<easternUpdated>${longestFirst(EASTERN_UPDATED)})|(?<easternPublished>${longestFirst(EASTERN_PUBLISHED)})`,
  ].join("|"),
  "gu",
);

/** A label in a text. */
export interface Label {
  readonly role: DateRole;
  /** The folded words. */
  readonly words: string;
}

/** The labels in the words between two dates, and the words without them. Given and returned words are folded. */
export function labelsIn(words: string): { readonly labels: readonly Label[]; readonly rest: string } {
  const labels: Label[] = [];
  const rest = fold(words).replace(LABEL, (found: string, updated?: string, _p?: string, eastern?: string) => {
    labels.push({ role: updated === undefined && eastern === undefined ? "published" : "updated", words: found });
    return " ";
  });
  return { labels, rest };
}

function longestFirst(words: string): string {
  return words
    .split("|")
    .map(fold)
    .toSorted((a, b) => b.length - a.length)
    .join("|");
}
