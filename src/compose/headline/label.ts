const WORDS =
  "title|headline|titel|überschrift|schlagzeile|titre|título|titulo|titular|titolo|rubrik|overskrift|tittel|otsikko|" +
  "tytuł|nagłówek|titulek|nadpis|cím|titlu|заголовок|назва|başlık|judul|tiêu đề|τίτλος|כותרת|العنوان|عنوان|" +
  "标题|標題|题目|題名|タイトル|見出し|제목|शीर्षक|หัวข้อ";

const LABEL = new RegExp(`^(?:${WORDS})\\s?[:：]\\s*(?=\\S)`, "iu");

/** The words after a label such as `Headline:`; undefined where there is no label. */
export function labelled(text: string): string | undefined {
  const label = LABEL.exec(text)?.[0];
  return label === undefined ? undefined : text.slice(label.length);
}
