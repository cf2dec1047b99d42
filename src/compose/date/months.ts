import { remembered } from "../remembered.ts";

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
  fi: "tammikuuta tammikuun tammikuu tammi tammikuussa|helmikuuta helmikuun helmikuu helmi helmikuussa|maaliskuuta maaliskuun maaliskuu maalis maaliskuussa|huhtikuuta huhtikuun huhtikuu huhti huhtikuussa|toukokuuta toukokuun toukokuu touko toukokuussa|kesakuuta kesakuun kesakuu kesa kesakuussa|heinakuuta heinakuun heinakuu heina heinakuussa|elokuuta elokuun elokuu elo elokuussa|syyskuuta syyskuun syyskuu syys syyskuussa|lokakuuta lokakuun lokakuu loka lokakuussa|marraskuuta marraskuun marraskuu marras marraskuussa|joulukuuta joulukuun joulukuu joulu joulukuussa",
  pl: "stycznia styczen sty styczniu|lutego luty lut lutym|marca marzec mar marcu|kwietnia kwiecien kwi kwietniu|maja maj maju|czerwca czerwiec cze czerwcu|lipca lipiec lip lipcu|sierpnia sierpien sie sierpniu|wrzesnia wrzesien wrz wrzesniu|pazdziernika pazdziernik paz pazdzierniku|listopada listopad lis listopadzie|grudnia grudzien gru grudniu",
  cs: "ledna leden led lednu|unora unor unoru|brezna brezen bre breznu|dubna duben dub dubnu|kvetna kveten kve kvetnu|cervna cerven cvn cervnu|cervence cervenec cvc cervenci|srpna srpen srp srpnu|zari zar|rijna rijen rij rijnu|listopadu listopad lis|prosince prosinec pro prosinci",
  sk: "januara januar januari|februara februar februari|marca marec marci|aprila april aprili|maja maj maji|juna jun juni|jula jul juli|augusta august auguste|septembra september septembri|oktobra oktober oktobri|novembra november novembri|decembra december decembri",
  hr: "sijecnja sijecanj sij sijecnju|veljace veljaca velj veljaci|ozujka ozujak ozu ozujku|travnja travanj tra travnju|svibnja svibanj svi svibnju|lipnja lipanj lipnju|srpnja srpanj srpnju|kolovoza kolovoz kol kolovozu|rujna rujan ruj rujnu|listopada listopad listopadu|studenoga studenog studeni stu studenom|prosinca prosinac prosincu",
  ro: "ianuarie ian|februarie feb febr|martie mart|aprilie apr|mai|iunie iun|iulie iul|august aug|septembrie sept sep|octombrie oct|noiembrie nov noi|decembrie dec",
  hu: "januar jan januari januarban|februar febr feb februarban|marcius marc marciusban|aprilis apr aprilisban|majus maj majusban|junius jun juniusban|julius jul juliusban|augusztus aug augusztusban|szeptember szept szeptemberben|oktober okt oktoberben|november nov novemberben|december dec decemberben",
  tr: "ocak oca ocakta|subat sub subatta|mart mar martta|nisan nis nisanda|mayis mayıs may mayısta|haziran haz haziranda|temmuz tem temmuzda|agustos agu agustosta|eylul eyl eylulde|ekim eki ekimde|kasim kasım kas kasımda|aralik aralık ara aralıkta",
  id: "januari jan|februari pebruari feb peb|maret mar|april apr|mei|juni jun|juli jul|agustus agu agt ags|september sep sept|oktober okt|november nopember nov nop|desember des",
  ru: "января январь янв январе|февраля февраль фев февр феврале|марта март мар марте|апреля апрель апр апреле|мая маи мае|июня июнь июн июне|июля июль июл июле|августа август авг августе|сентября сентябрь сен сент сентябре|октября октябрь окт октябре|ноября ноябрь ноя нояб ноябре|декабря декабрь дек декабре",
  uk: "січня січень січ січні|лютого лютии лют лютому|березня березень бер березні|квітня квітень квіт квітні|травня травень трав травні|червня червень черв червні|липня липень лип липні|серпня серпень серп серпні|вересня вересень вер вересні|жовтня жовтень жовт жовтні|листопада листопад лист листопаді|грудня грудень груд грудні",
  bg: "януари|февруари|март|април|маи|юни|юли|август|септември|октомври|ноември|декември",
  sr: "јануара јануар|фебруара фебруар|марта март|априла април|маја мај|јуна јун|јула јул|августа август|септембра септембар|октобра октобар|новембра новембар|децембра децембар",
  el: "ιανουαριου ιανουαριος ιαν ιανουαριο|φεβρουαριου φεβρουαριος φεβ φεβρ φεβρουαριο|μαρτιου μαρτιος μαρ μαρτ μαρτιο|απριλιου απριλιος απρ απριλιο|μαιου μαιος μαι μαιο|ιουνιου ιουνιος ιουν ιουνιο|ιουλιου ιουλιος ιουλ ιουλιο|αυγουστου αυγουστος αυγ αυγουστο|σεπτεμβριου σεπτεμβριος σεπ σεπτ σεπτεμβριο|οκτωβριου οκτωβριος οκτ οκτωβριο|νοεμβριου νοεμβριος νοε νοεμβριο|δεκεμβριου δεκεμβριος δεκ δεκεμβριο",
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
  return /^[a-z]*$/.test(lower)
    ? lower
    : lower
        .normalize("NFD")
        .replace(/[\u0300-\u036f'’ʼ`´]/gu, "")
        .normalize("NFC");
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
export const monthReadings: (word: string) => readonly Reading[] = remembered(10_000, (word) => {
  months ??= dictionary(MONTHS, 1);
  const folded = fold(word);
  return months.get(folded) ?? months.get(folded.replace(/^d(?=[aeo])/u, "")) ?? [];
});
