import type { Declared } from "./article.ts";

type Field = keyof Declared | "status" | "publishedFlag" | "categories";

/**
 * The names that front matter of other tools and other languages gives to each fact. Compared without case, blanks,
 * hyphens and underscores, so that `pub_date`, `pubDate` and `Pub-Date` are one.
 */
const NAMES: Readonly<Record<Field, string>> = {
  id: "id guid uuid",
  rssId: "rssid rssguid",
  title:
    "title headline header heading titel überschrift titre título titulo titolo otsikko tytuł titulek заголовок başlık judul τίτλος rubrik overskrift kop",
  summary:
    "summary description excerpt dek standfirst subtitle abstract lead teaser lede subhead deck zusammenfassung résumé resumen sommario описание",
  authors:
    "author authors by byline writer writers reporter creator autor autoren auteur auteurs autores autore författare forfatter kirjoittaja автор yazar penulis συντάκτης",
  contributors: "contributor contributors",
  published:
    "date published publisheddate pubdate publishdate publicationdate publishedat publishedon publishedtime datepublished dateposted posted postedon postdate created createdat createdon datum fecha data дата tarih tanggal datoen dato päivämäärä ημερομηνία",
  updated:
    "updated modified lastmod lastmodified lastmodifiedat datemodified dateupdated updateddate updatedat updatedon modifieddate modifiedtime lastupdated aktualisiert обновлено",
  section: "section category channel desk rubrik ressort rubrique sección seccion sezione раздел kategorie kategori",
  tags: "tags tag keywords keyword topics topic labels schlagwörter schlagworte mots-clés etiquetas метки",
  language: "language lang locale sprache langue idioma lingua язык",
  outlet: "outlet publication publisher site sitename newspaper magazine",
  credit: "source credit via agency quelle fuente fonte источник",
  bio: "bio authorbio aboutauthor abouttheauthor",
  copyright: "copyright rights",
  slug: "slug",
  link: "permalink url canonical canonicalurl link href",
  draft: "draft isdraft",
  image: "image cover coverimage thumbnail featuredimage featureimage featured photo picture ogimage socialimage",
  banner: "banner bannerimage hero heroimage headerimage",
  audio: "audio podcast",
  video: "video",
  corrections: "correction corrections corrigendum berichtigung rectificatif corrección correzione",
  expires: "expires expirydate expirationdate expiry unpublishdate unpublish validuntil",
  license: "license licence lizenz",
  translation: "translation translationkey translationid translationof",
  comments: "commentcount commentscount numberofcomments",
  episode: "episode episodenumber",
  season: "season",
  episodeType: "episodetype",
  explicit: "explicit",
  transcripts: "transcript transcripts",
  chapters: "chapters",
  permits: "permits",
  prohibits: "prohibits",
  attachments: "attachments attachment enclosure enclosures",
  status: "status state",
  publishedFlag: "ispublished",
  categories: "categories sections",
};

const FIELDS: ReadonlyMap<string, Field> = new Map(
  Object.entries(NAMES).flatMap(([field, names]) => names.split(" ").map((name) => [folded(name), field as Field])),
);

function folded(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

/** Which fact a key of front matter names, if any. */
export function fieldOf(key: string): Field | undefined {
  // Most are written as they are folded.
  return FIELDS.get(key) ?? FIELDS.get(folded(key));
}
