/**
 * The months as they are written in running text: nominative, genitive and the abbreviations that newsrooms use. Written
 * out rather than taken from `Intl`, whose abbreviations change with the ICU version: the same article has to give the
 * same date on every Node. Folded (see `fold`), months separated by `|`, spellings by blanks.
 */
const MONTHS: Readonly<Record<string, string>> = {
  en: "january jan|february feb febr|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec",
  de: "januar janner jan jaen|februar feber feb febr|marz maerz mrz mar|april apr|mai|juni jun|juli jul|august aug|september sept sep|oktober okt|november nov|dezember dez",
  fr: "janvier janv jan|fevrier fevr fev|mars|avril avr|mai|juin|juillet juil|aout|septembre sept|octobre oct|novembre nov|decembre dec",
  es: "enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago|septiembre setiembre sept sep set|octubre oct|noviembre nov|diciembre dic",
  pt: "janeiro jan|fevereiro fev|marco mar|abril abr|maio mai|junho jun|julho jul|agosto ago|setembro set|outubro out|novembro nov|dezembro dez",
  it: "gennaio genn gen|febbraio febbr feb|marzo mar|aprile apr|maggio magg mag|giugno giu|luglio lug|agosto ago|settembre sett set|ottobre ott|novembre nov|dicembre dic",
  ca: "gener gen|febrer febr|marc|abril abr|maig|juny|juliol jul|agost ag|setembre set|octubre oct|novembre nov|desembre des",
  nl: "januari jan|februari feb febr|maart mrt|april apr|mei|juni jun|juli jul|augustus aug|september sept sep|oktober okt|november nov|december dec",
  sv: "januari jan|februari feb febr|mars|april apr|maj|juni jun|juli jul|augusti aug|september sept sep|oktober okt|november nov|december dec",
  no: "januar jan|februar feb febr|mars mar|april apr|mai|juni jun|juli jul|august aug|september sept sep|oktober okt|november nov|desember des",
  da: "januar jan|februar feb febr|marts mar|april apr|maj|juni jun|juli jul|august aug|september sept sep|oktober okt|november nov|december dec",
  fi: "tammikuuta tammikuun tammikuu tammi|helmikuuta helmikuun helmikuu helmi|maaliskuuta maaliskuun maaliskuu maalis|huhtikuuta huhtikuun huhtikuu huhti|toukokuuta toukokuun toukokuu touko|kesakuuta kesakuun kesakuu kesa|heinakuuta heinakuun heinakuu heina|elokuuta elokuun elokuu elo|syyskuuta syyskuun syyskuu syys|lokakuuta lokakuun lokakuu loka|marraskuuta marraskuun marraskuu marras|joulukuuta joulukuun joulukuu joulu",
  pl: "stycznia styczen sty|lutego luty lut|marca marzec mar|kwietnia kwiecien kwi|maja maj|czerwca czerwiec cze|lipca lipiec lip|sierpnia sierpien sie|wrzesnia wrzesien wrz|pazdziernika pazdziernik paz|listopada listopad lis|grudnia grudzien gru",
  cs: "ledna leden led|unora unor|brezna brezen bre|dubna duben dub|kvetna kveten kve|cervna cerven cvn|cervence cervenec cvc|srpna srpen srp|zari zar|rijna rijen rij|listopadu listopad lis|prosince prosinec pro",
  sk: "januara januar|februara februar|marca marec|aprila april|maja maj|juna jun|jula jul|augusta august|septembra september|oktobra oktober|novembra november|decembra december",
  hr: "sijecnja sijecanj sij|veljace veljaca velj|ozujka ozujak ozu|travnja travanj tra|svibnja svibanj svi|lipnja lipanj|srpnja srpanj|kolovoza kolovoz kol|rujna rujan ruj|listopada listopad|studenoga studenog studeni stu|prosinca prosinac",
  ro: "ianuarie ian|februarie feb febr|martie mart|aprilie apr|mai|iunie iun|iulie iul|august aug|septembrie sept sep|octombrie oct|noiembrie nov noi|decembrie dec",
  hu: "januar jan januari|februar febr feb|marcius marc|aprilis apr|majus maj|junius jun|julius jul|augusztus aug|szeptember szept|oktober okt|november nov|december dec",
  tr: "ocak oca|subat sub|mart mar|nisan nis|mayis mayıs may|haziran haz|temmuz tem|agustos agu|eylul eyl|ekim eki|kasim kasım kas|aralik aralık ara",
  id: "januari jan|februari pebruari feb peb|maret mar|april apr|mei|juni jun|juli jul|agustus agu agt ags|september sep sept|oktober okt|november nopember nov nop|desember des",
  ru: "января январь янв|февраля февраль фев февр|марта март мар|апреля апрель апр|мая маи|июня июнь июн|июля июль июл|августа август авг|сентября сентябрь сен сент|октября октябрь окт|ноября ноябрь ноя нояб|декабря декабрь дек",
  uk: "січня січень січ|лютого лютии лют|березня березень бер|квітня квітень квіт|травня травень трав|червня червень черв|липня липень лип|серпня серпень серп|вересня вересень вер|жовтня жовтень жовт|листопада листопад лист|грудня грудень груд",
  bg: "януари|февруари|март|април|маи|юни|юли|август|септември|октомври|ноември|декември",
  sr: "јануара јануар|фебруара фебруар|марта март|априла април|маја мај|јуна јун|јула јул|августа август|септембра септембар|октобра октобар|новембра новембар|децембра децембар",
  el: "ιανουαριου ιανουαριος ιαν|φεβρουαριου φεβρουαριος φεβ φεβρ|μαρτιου μαρτιος μαρ μαρτ|απριλιου απριλιος απρ|μαιου μαιος μαι|ιουνιου ιουνιος ιουν|ιουλιου ιουλιος ιουλ|αυγουστου αυγουστος αυγ|σεπτεμβριου σεπτεμβριος σεπ σεπτ|οκτωβριου οκτωβριος οκτ|νοεμβριου νοεμβριος νοε|δεκεμβριου δεκεμβριος δεκ",
  ar: "يناير كانون_الثاني جانفي|فبراير شباط فيفري|مارس آذار اذار|أبريل إبريل ابريل نيسان أفريل|مايو أيار ايار ماي|يونيو حزيران جوان|يوليو تموز جويلية|أغسطس اغسطس آب اب أوت|سبتمبر أيلول ايلول|أكتوبر اكتوبر تشرين_الأول|نوفمبر تشرين_الثاني|ديسمبر كانون_الأول",
  fa: "ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر",
  vi: "tháng_một tháng_giêng|tháng_hai|tháng_ba|tháng_tư|tháng_năm|tháng_sáu|tháng_bảy|tháng_tám|tháng_chín|tháng_mười|tháng_mười_một|tháng_mười_hai",
  he: "ינואר בינואר|פברואר בפברואר|מרץ במרץ מרס במרס|אפריל באפריל|מאי במאי|יוני ביוני|יולי ביולי|אוגוסט באוגוסט|ספטמבר בספטמבר|אוקטובר באוקטובר|נובמבר בנובמבר|דצמבר בדצמבר",
  hi: "जनवरी जन|फ़रवरी फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर सितम्बर|अक्टूबर अक्तूबर|नवंबर नवम्बर|दिसंबर दिसम्बर",
  th: "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม",
};

/** A reading of a word: which month (1 to 12) or weekday (0: Sunday) it is, in which languages. */
export interface Reading {
  readonly number: number;
  readonly languages: ReadonlySet<string>;
}

/** Lower case without accents: capitals lose them in French and Greek, and writers everywhere. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  return /^[a-z]*$/.test(lower) ? lower : lower.normalize("NFD").replace(/[\u0300-\u036f'’ʼ`´]/gu, "");
}

/** Turns a table of `|`-separated spellings into a dictionary; the first number is `base`. */
export function dictionary(
  table: Readonly<Record<string, string>>,
  base: number,
): ReadonlyMap<string, readonly Reading[]> {
  const words = new Map<string, Map<number, Set<string>>>();
  for (const [language, row] of Object.entries(table)) {
    for (const [index, spellings] of row.split("|").entries()) {
      for (const spelling of spellings.split(" "))
        note(words, fold(spelling.replaceAll("_", " ")), base + index, language);
    }
  }
  return new Map([...words].map(([word, numbers]) => [word, readings(numbers)]));
}

function note(words: Map<string, Map<number, Set<string>>>, word: string, number: number, language: string): void {
  const numbers = words.get(word) ?? new Map<number, Set<string>>();
  words.set(word, numbers.set(number, (numbers.get(number) ?? new Set<string>()).add(language)));
}

function readings(numbers: ReadonlyMap<number, ReadonlySet<string>>): readonly Reading[] {
  return [...numbers].map(([number, languages]) => ({ number, languages }));
}

let months: ReadonlyMap<string, readonly Reading[]> | undefined;

/** The months that a word may name; empty where it names none. */
export function monthReadings(word: string): readonly Reading[] {
  months ??= dictionary(MONTHS, 1);
  const folded = fold(word);
  return months.get(folded) ?? months.get(folded.replace(/^d(?=[aeo])/u, "")) ?? [];
}
