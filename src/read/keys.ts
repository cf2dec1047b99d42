import type { Declared } from "./article.ts";

/** The facts, and those that become facts together with others. */
export type Field = keyof Declared | "status" | "publishedFlag" | "categories" | "coauthors";

/**
 * The names that front matter of other tools and other languages gives to each fact. Compared without case, blanks,
 * hyphens and underscores, so that `pub_date`, `pubDate` and `Pub-Date` are one.
 */
const NAMES: Readonly<Record<Field, string>> = {
  id: "id guid uuid",
  title:
    "title headline hed heading titel überschrift schlagzeile titre título titulo titular titolo otsikko tytuł titulek заголовок başlık judul τίτλος rubrik overskrift kop tiêuđề 标题 標題 タイトル 見出し 제목 عنوان כותרת",
  summary:
    "summary description excerpt customexcerpt metadescription dek deck standfirst subtitle subhead abstract lead lede teaser intro zusammenfassung vorspann résumé chapeau chapô resumen entradilla bajada resumo sommario sammanfattning ingress samenvatting описание анонс özet ringkasan 摘要 概要 요약",
  authors:
    "author authors by byline bylines writer writers writtenby reporter reporters journalist journalists creator primaryauthor autor autora autoren autores autoras redakteur auteur auteurs auteure autore autori författare forfatter kirjoittaja автор авторы yazar penulis συντάκτης tácgiả 作者 著者 記者 기자 저자 كاتب כותב",
  coauthors: "coauthor coauthors",
  contributors: "contributor contributors additionalreporting",
  published:
    "date published publish publisheddate pubdate pubtime publishdate publicationdate publicationtime publishedat publishedon publishedtime publishtime datepublished dateposted posted postedat postedon postdate releasedate firstpublished issued created createdat createdon datecreated datum veröffentlicht fecha fechadepublicación publicado publié datedepublication data pubblicato gepubliceerd publicerad publisert julkaistu opublikowano дата опубликовано tarih yayıntarihi tanggal dato päivämäärä ημερομηνία ngày 日期 日付 날짜 تاريخ תאריך",
  updated:
    "updated modified revised lastmod lastmodified lastmodifiedat lastmodifiedon datemodified dateupdated updateddate updatedat updatedon updatedtime modifiedat modifieddate modifiedtime lastupdated lastupdate aktualisiert actualizado misàjour aggiornato atualizado bijgewerkt uppdaterad oppdatert opdateret päivitetty zaktualizowano обновлено güncellendi 更新日 更新",
  section:
    "section category primarycategory channel desk rubrik ressort rubrique sección seccion seção sezione раздел рубрика kategorie kategori kategoria",
  tags: "tags tag keywords keyword topics topic labels schlagwörter schlagworte motsclés etiquetas palabrasclave parolechiave trefwoorden метки теги 标签 標籤 タグ 태그",
  language: "language lang locale sprache langue idioma lingua taal språk язык",
  outlet: "outlet publication publisher site sitename newspaper magazine",
  credit: "source credit via agency quelle fuente fonte источник джерело",
  bio: "bio authorbio aboutauthor abouttheauthor",
  copyright: "copyright rights license licence",
  slug: "slug",
  link: "permalink url canonical canonicalurl link href",
  draft: "draft isdraft private unpublished hidden eleventyexcludefromcollections",
  image:
    "image images cover coverimage coverphoto thumbnail thumbnailurl featuredimage featuredimageurl featureimage featuredmedia hero heroimage leadimage mainimage banner photo picture ogimage socialimage bild foto imagen imagem immagine",
  audio: "audio audiourl audiofile podcast",
  video: "video videourl videofile",
  attachments: "attachments attachment enclosure enclosures",
  status: "status state poststatus",
  publishedFlag: "ispublished",
  categories: "categories sections",
};

const FIELDS: ReadonlyMap<string, Field> = new Map(
  Object.entries(NAMES).flatMap(([field, names]) => names.split(" ").map((name) => [folded(name), field as Field])),
);

const SEPARATORS = /[\s_-]/g;

function folded(name: string): string {
  return name.toLowerCase().replace(SEPARATORS, "");
}

/** Which fact a key of front matter names, if any. */
export function fieldOf(key: string): Field | undefined {
  return FIELDS.get(folded(key));
}

/**
 * How surely a key means the publication: `publishDate` more than `date` (Hugo has both), and that more than
 * `created`, which is the file's.
 */
export function dateRank(key: string): number {
  const name = folded(key);
  if (name.startsWith("created") || name === "datecreated") return 0;
  return /publi|^pub|posted|issued|release/.test(name) ? 2 : 1;
}

/** Where other tools keep fields of the writer's own: Hugo's `params`, Zola's `extra` and `taxonomies`. */
const HOLDERS: ReadonlySet<string> = new Set(["params", "extra", "taxonomies", "metadata"]);

/** Whether a key holds further keys rather than a fact. */
export function isHolder(key: string): boolean {
  return HOLDERS.has(folded(key));
}
