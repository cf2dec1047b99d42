/** Where a sentence can be cut, by language. */
export interface Clauses {
  /** After a comma, these begin something that can be left out: `, according to`, `, which`. */
  readonly afterComma: ReadonlySet<string>;
  /** These begin a clause of their own: the words before them stand alone. */
  readonly conjunctions: ReadonlySet<string>;
  /** These begin a phrase of place, time or manner. */
  readonly prepositions: ReadonlySet<string>;
  /** Nothing ends with these. */
  readonly dangling: ReadonlySet<string>;
}

/** Comma-and-blank separated lists, for brevity: after a comma | conjunctions | prepositions | other dangling words. */
const LISTS: Readonly<Record<string, readonly [string, string, string, string]>> = {
  en: [
    "according and but or so which who whose where while as after before because since citing despite saying said says though although hours days weeks months years minutes when with leaving ending forcing killing making prompting setting sending raising",
    "after as because while when where before despite amid unless until since although though following which who whose",
    "on in at with by for from during over under near across through against without within between among into to about ahead",
    "a an the of and or but that than not no is are was were be been being has have had will would can could may might must shall should do does did his her its their our my your this these those some any each every very more most so such if whether how what why it he she they we i you who which there also only just both either them him us",
  ],
  de: [
    "sagte sagt wie teilte heißt laut nachdem weil da während obwohl als und aber sondern so die der das welche wobei was wo berichtet berichtete",
    "nachdem weil während obwohl sondern",
    "auf in im am an bei mit nach vor für von zu zum zur durch gegen ohne seit wegen trotz über unter zwischen aus laut",
    "der die das den dem des ein eine einen einem einer eines und oder aber dass nicht kein keine ist sind war waren wird werden hat haben hatte als wie sein seine ihr ihre sich auch noch nur so sehr zu",
  ],
  fr: [
    "selon a ont mais et alors après avant qui que où dont tandis car malgré selon dit indique annonce mettant afin",
    "après avant alors tandis car malgré mais lorsque quand parce",
    "à au aux dans en sur sous avec pour par depuis pendant contre sans entre vers chez lors dès",
    "le la les l un une des du de d et ou mais que qu qui ne pas est sont était ont a ce cet cette ces son sa ses leur leurs se s plus très à au aux",
  ],
  es: [
    "según pero y que quien donde mientras tras después antes aunque porque dijo informó aseguró como cuando lo",
    "tras mientras aunque porque cuando después antes según pero",
    "en a al con por para desde durante contra sin entre sobre hacia hasta ante bajo",
    "el la los las un una unos unas de del y o pero que no es son era fue ha han se su sus lo le les más muy como este esta estos estas",
  ],
  pt: [
    "segundo mas e que quem onde enquanto após depois antes embora porque disse informou afirmou como quando pondo",
    "após enquanto embora porque quando depois antes segundo mas",
    "em no na nos nas a ao à com por pelo pela para desde durante contra sem entre sobre até",
    "o a os as um uma uns umas de do da dos das e ou mas que não é são era foi tem se seu sua seus suas mais muito como este esta",
  ],
  it: [
    "secondo ma e che dove mentre dopo prima perché anche ha hanno detto come quando",
    "mentre dopo perché quando secondo prima ma",
    "in a al alla nel nella con per da dal dalla durante contro senza tra fra su sul sulla",
    "il lo la i gli le l un una uno di del della dei delle e o ma che non è sono era ha hanno si suo sua più molto come questo questa",
  ],
  nl: [
    "volgens maar en die dat waar terwijl nadat omdat zo aldus zegt zei meldt na toen hoewel",
    "nadat terwijl omdat hoewel toen volgens maar",
    "op in bij met voor van naar door tegen zonder sinds tijdens over onder tussen uit aan na om",
    "de het een en of maar dat niet geen is zijn was waren wordt worden heeft hebben had die dit deze als zijn haar hun ook nog zeer meer van te",
  ],
  sv: [
    "enligt men och som där medan efter eftersom säger sade sedan när",
    "medan eftersom sedan när efter enligt men",
    "på i vid med för från till genom mot utan under över mellan av om",
    "en ett den det de och eller men att inte är var har hade ska skulle kan som sin sitt sina hans hennes sig också mer till",
  ],
  da: [
    "ifølge men og som der hvor mens efter fordi siger sagde da når etter",
    "mens fordi da når efter etter ifølge men",
    "på i ved med for fra til gennem mod uden under over mellem av af om",
    "en et den det de og eller men at ikke er var har havde skal vil kan som sin sit sine hans hendes sig også mere til å",
  ],
  ru: [
    "сообщает сообщил заявил который которая которое которые но а и что где когда после потому так как хотя пока передаёт передает",
    "после когда потому хотя пока но однако",
    "в во на с со по для от из за при через без между перед до у о об",
    "и или но а что не ни же ли бы как его её их свой свою своих это эта этот в во на с со по для от из за при без между перед до у о об к",
  ],
  uk: [
    "повідомляє повідомив заявив який яка яке які але а і й що де коли після тому так як хоча поки",
    "після коли тому хоча поки але однак",
    "в у на з із зі по для від за при через без між перед до про",
    "і й або але а що не ні ж чи б як його її їх свій свою своїх це ця цей в у на з із зі по для від за при без між перед до про к",
  ],
  pl: [
    "poinformował powiedział który która które którzy ale a i że gdzie gdy po ponieważ jak choć",
    "gdy ponieważ choć kiedy ale po",
    "w we na z ze po dla od przez przy bez między przed do o u za pod nad",
    "i lub ale a że nie jest są był była jego jej ich się to ta ten w we na z ze dla od przez przy bez między przed do o u za",
  ],
};

const ALIASES: Readonly<Record<string, string>> = { no: "da", nb: "da", nn: "da" };

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

const TABLE: ReadonlyMap<string, Clauses> = new Map(
  Object.entries(LISTS).map(([language, [afterComma, conjunctions, prepositions, dangling]]) => [
    language,
    {
      afterComma: words(afterComma),
      conjunctions: words(conjunctions),
      prepositions: words(prepositions),
      dangling: words(`${conjunctions} ${prepositions} ${dangling}`),
    },
  ]),
);

const NONE: Clauses = { afterComma: new Set(), conjunctions: new Set(), prepositions: new Set(), dangling: new Set() };

/** The cutting places of a language, by its primary subtag; of an unknown one only punctuation is known. */
export function clausesOf(language: string): Clauses {
  const primary = language.split("-", 1)[0] ?? language;
  return TABLE.get(ALIASES[primary] ?? primary) ?? NONE;
}
