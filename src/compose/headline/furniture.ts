/**
 * Lines that stand around a headline and are none. The byline and date parts spend theirs; these are what is left:
 * credits of pictures, buttons of a page that were copied along, labels of sections.
 */
const FURNITURE: readonly RegExp[] = [
  // (Photo: …), Foto: …, Image by …, Jane Doe/Getty Images
  /^[([]?\s*(?:photos?|photograph|image|picture|pic|illustration|graphic|video|foto|fotos|bild|abbildung|grafik|crédit|imagen|imagem|immagine|kuva|zdjęcie|fot|фото|写真|图|圖|사진)(?:\s*(?:by|von|par|de|di|av|courtesy)\b|\s*(?:credit)?\s*[:：/©])/iu,
  /\b(?:getty images|shutterstock|ap photo|istock|unsplash|picture alliance|imago images)\b.{0,30}$/iu,
  /\/(?:reuters|afp|ap|getty|epa|dpa|wireimage|pool)\.?\)?$/iu,
  // Reviewed by …, Fact-checked by …
  /^(?:\p{L}+ (?:and )?)?(?:edited|reviewed|checked|fact-checked|translated|illustrated|produced|curated|photographed|graphics?|photographs?|photography|illustrations?) by\b[^.]{3,70}$/iu,
  // Source: …, Editing: …, 责任编辑：…
  /^(?:source|sources|via|editors?|editing|quelle|redaktion|fuente|edición|fonte|källa|kilde|lähde|źródło|источник|редактор|джерело|zdroj|bron|kaynak|sumber|nguồn|πηγή|מקור|المصدر|تحرير)\s?:\s/iu,
  /^(?:责任编辑|責任編輯|编辑|編輯|责编|責編|校对|校對|审核|來源|来源|出典|編集|摄影|攝影|撮影|編集者|편집|출처|사진)\s?[:：]/u,
  // Counters, times that count from now, reading times.
  /^(?:share|comments?|like|tweet)[^\p{L}]{0,6}[\d.,]+k?$/iu,
  /^\d[\d.,]*k?\s+(?:comments?|shares?|views?|likes?|kommentare|commentaires|comentarios)\b/iu,
  /^(?:vor|il y a|hace|há|för|for)?\s?\d{1,3}\s\p{L}{1,9}(?:\s(?:ago|geleden|sedan|siden|fa|atrás|önce|назад|тому))?$/iu,
  /^(?:updated?|uppdaterad|oppdatert|opdateret|aktualisiert|stand|mis à jour|actualizado|atualizado|aggiornato|bijgewerkt|päivitetty|обновлено|оновлено|aktualizováno)\b.{0,20}\d{1,2}[.:h]\d\d\b/iu,
  /^\W{0,3}\d{1,3}[\s-]*(?:min(?:ute)?s?|minuten|minutes|minutos|minuti|minuter|minutter|мин|分钟|分鐘|分)\b.{0,12}\s?(?:read|lesezeit|de lecture|de lectura|leitura|di lettura|leestijd|lästid|чтения)?\.?$/iu,
  /^(?:reading time|lesezeit|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|lästid|время чтения)\b/iu,
  // Society — today, 18:06
  /(?:^|[\s,|·•–—-])(?:today|yesterday|heute|gestern|aujourd['’]hui|hier|hoy|ayer|hoje|ontem|oggi|ieri|vandaag|gisteren|idag|igår|i dag|i går|tänään|eilen|dziś|dzisiaj|wczoraj|dnes|včera|сегодня|вчера|сьогодні|вчора|bugün|dün|σήμερα|χθες)[\s,]{1,2}(?:at |um |à |a las |às |alle |om |kl\.? |klo |o |v |в |о )?\d{1,2}[:.h]\d\d\b[^.!?]{0,30}$/iu,
  // READ MORE: …, Related: …, Story continues below
  /^(?:read (?:more|also|next)|related|see also|more on|also read|don['’]t miss|watch|story continues|article continues|lesen sie auch|mehr zum thema|à lire aussi|lire aussi|lea también|leia também|leggi anche|lees ook|läs också|les også|læs også|lue myös|czytaj też|читайте также|читайте також)\b\s*(?::|\||–|—|-|below|$)/iu,
  // Follow Jane Doe on …
  /^follow .{3,40} on (?:twitter|x|facebook|instagram|bluesky|mastodon|threads|linkedin)\.?$/iu,
  // Addresses.
  /^\S+@\S+\.\S+$/u,
  /^(?:https?:\/\/|www\.)\S+$/iu,
  /^@\w+$/u,
  /^#\w+$/u,
  // © 2024 …
  /^(?:©|\(c\)|copyright\b)/iu,
  // Home > World > Asia, News / Sport
  /^(?:[^>»›]{2,25}\s*[>»›]\s*){1,4}[^>»›]{2,40}$/u,
  // Nothing that reads.
  /^[^\p{L}]*$/u,
];

/** Words of the buttons and links around a page's article; a line of nothing but these was copied along. */
const BUTTON_WORDS: ReadonlySet<string> = new Set(
  (
    "share sharing listen watch live save saved print comment comments subscribe sign in up log follow us download copy link links skip to main content article story page item this advertisement ad ads menu home " +
    "search play pause loading tweet post whatsapp facebook twitter telegram reddit linkedin flipboard pinterest pocket flip pin x bluesky threads messenger xing more show hide options option email e mail mailto send via on with now add as preferred google close open bookmark cancel toggle audio video text size " +
    "teilen drucken anhören vorlesen merken kommentare kommentar anzeige werbung weiter zurück artikel per auf " +
    "partager écouter imprimer commentaires publicité compartir escuchar imprimir comentarios publicidad condividi ascolta stampa commenti pubblicità " +
    "deel delen luister reacties advertentie dela lyssna annons del lytt lyt kommentarer annonse annonce jaa kuuntele mainos udostępnij drukuj reklama sdílet diskuse článek " +
    "поделиться реклама комментарии поширити paylaş reklam bagikan iklan komentar chia sẻ ポスト シェア 分享 评论 評論 广告 廣告 공유 댓글"
  ).split(" "),
);

function isButtons(text: string): boolean {
  if (text.length > 80) return false;
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.length > 0 && words.every((word) => BUTTON_WORDS.has(word));
}

/** Section names and flags that papers set above a headline. */
const KICKERS: ReadonlySet<string> = new Set(
  (
    "breaking|breaking news|exclusive|just in|update|updated|live|live updates|watch|video|gallery|podcast|analysis|opinion|comment|commentary|editorial|column|" +
    "feature|features|interview|review|reviews|explainer|explained|fact check|investigation|profile|obituary|obituaries|letters|letter|blog|press release|for immediate release|" +
    "news|world|world news|international|national|local|local news|politics|business|economy|finance|money|markets|sport|sports|football|culture|arts|entertainment|lifestyle|" +
    "health|science|technology|tech|environment|climate|education|travel|food|crime|courts|society|religion|media|weather|top stories|latest news|latest|us news|uk news|europe|asia|africa|americas|middle east|" +
    "politik|wirtschaft|kultur|sport|panorama|wissen|gesellschaft|kommentar|meinung|analyse|interview|reportage|eilmeldung|ausland|inland|regional|nachrichten|lokales|" +
    "politique|économie|monde|société|culture|exclusif|opinions|tribune|éditorial|actualités|actualité|" +
    "política|economía|mundo|sociedad|cultura|deportes|opinión|exclusivo|última hora|internacional|nacional|actualidad|economia|esportes|opinião|brasil|" +
    "politica|esteri|cronaca|cultura|esclusiva|ultime notizie|attualità|" +
    "politiek|economie|buitenland|binnenland|nieuws|opinie|" +
    "politik|ekonomi|nyheter|inrikes|utrikes|kultur|nyheder|indland|udland|ledare|debatt|" +
    "politiikka|talous|kulttuuri|urheilu|uutiset|kotimaa|ulkomaat|" +
    "polityka|gospodarka|kultura|wiadomości|kraj|świat|" +
    "политика|экономика|общество|культура|спорт|мир|новости|эксклюзив|мнение|срочно|політика|економіка|суспільство|новини|світ|" +
    "politika|ekonomika|zprávy|domácí|zahraniční|gündem|ekonomi|spor|dünya|haberler|siyaset|" +
    "berita|nasional|ekonomi|olahraga|internasional|thời sự|thế giới|kinh tế|xã hội|" +
    "政治|经济|國際|国际|国際|社会|社會|经济新闻|科技|体育|體育|文化|経済|スポーツ|速報|社説|正治|정치|경제|사회|국제|문화|스포츠|속보|" +
    "سياسة|اقتصاد|رياضة|أخبار|عاجل|العالم|ثقافة|פוליטיקה|כלכלה|חדשות|ספורט|תרבות|בעולם|πολιτική|οικονομία|κόσμος|ελλάδα|αθλητικά|πολιτισμός"
  ).split("|"),
);

/** Whether a line is one of those that stand around headlines without being one, whatever stands near it. */
export function isFurniture(text: string): boolean {
  return text.length < 160 && (isButtons(text) || FURNITURE.some((pattern) => pattern.test(text)));
}

/** Whether a line is a section's name or a flag: `WORLD`, `BREAKING`, `Opinion | Politics`. */
export function isKicker(text: string): boolean {
  if (text.length > 60) return false;
  return text.split(/\s*[|/·•>:]\s*/u).every((part) => part === "" || KICKERS.has(part.toLowerCase()));
}
