import { primaryLanguage } from "./language-tag.ts";

/** The commonest words of the languages with Latin letters that a detector tells apart. */
const COMMON: Readonly<Record<string, string>> = {
  az: "və bu bir üçün ilə olan də da ki onun",
  ca: "el la els les de i que en per amb és una dels del no al com més ha però",
  cs: "a v se na je že s z do o k ve za pro by jsou po který podle jako ale",
  da: "og i at det er en til på af for med de den ikke som der har et fra blev efter",
  de: "der die und in das den von zu mit ist im des sich nicht auf für dem ein eine als auch es an werden bei hat nach wird wurde sei",
  en: "the of and to in a on at as an be he she we i so no do if up one has per more than the over time can that was for with from by which their his her has have had were been this would said they it is are who will more than after not but when there its",
  es: "de la que el en y los se del las un por con una su para es al lo como más no fue ha pero sus",
  et: "ja on ei et see ka oli mis kui aga ning",
  eu: "eta da bat dira du ez ere izan zen",
  fi: "ja on ei että se oli hän mutta myös kun ovat joka",
  fr: "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec aux son cette ses ont été mais",
  hr: "i u je se na da su za od će koji kao ali nije",
  hu: "a az és hogy nem is egy meg de ez volt csak",
  is: "og að í á er sem til um við hann ekki þetta voru",
  it: "di che è la il e un per in una del della non sono le si con da i gli al dei nel alla ha anche delle come più ma ai",
  ku: "û di de ku bi ji li ya yên jî",
  lt: "ir kad į su tai bet yra buvo iš apie",
  lv: "un ir no par ka ar uz tas bija arī",
  ms: "yang dan di itu untuk dengan dari ini pada tidak dalam akan juga oleh kepada adalah",
  nl: "de het een van en in is dat op te zijn voor met die niet aan er om ook als bij door naar uit wordt werd heeft maar",
  no: "og i at det er en til på av for med de den ikke som har et fra ble etter",
  pl: "i w na z do się nie że jest o jak od za po przez dla są oraz ale był",
  pt: "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao das tem à seu sua ou",
  ro: "și de în a la cu pe care nu din să este că un o pentru mai au fost",
  sk: "a v sa na je že s z do o k vo za pre by sú po ktorý podľa ako ale",
  sl: "in v je na za se da so ki z tudi ne pa bi kot",
  sq: "të e në dhe për me një që nga është si ka nuk",
  sv: "och i att det är en till på av för med de den inte som har ett från var om efter vid",
  tl: "ang ng sa na mga ay at si ni kay para may hindi nang ito",
  tr: "ve bir bu için da de ile olarak çok daha olan gibi sonra ise",
  vi: "và của là có trong cho được không với các những một người này",
  yo: "ti ni awọn sí fún àti wọn náà ó",
};

/** Of each word, in which languages it is common. */
const SPOKEN = new Map<string, string[]>();
for (const [language, words] of Object.entries(COMMON))
  for (const word of words.split(" ")) {
    const others = SPOKEN.get(word);
    if (others === undefined) SPOKEN.set(word, [language]);
    else others.push(language);
  }

/** So much of a text is looked at: most reports have shown it by the first of these. */
const SCOPES = [400, 1_600] as const;
/** Of the words that only one language has, so many at least, in words and in a share of all. */
const ENOUGH = 5;
const SHARE = 1 / 50;
/** For each word that is another language's, so many of its own. */
const MARGIN = 4;

/**
 * Whether a text's commonest words leave no doubt that it is in the language that one expects. Says no where it isn't
 * sure, and of languages that it doesn't know: then a detector has to be asked, which takes twenty times as long.
 */
export function isPlainlyIn(text: string, expected: string): boolean {
  const language = primaryLanguage(expected);
  if (!Object.hasOwn(COMMON, language)) return false;
  return SCOPES.some((scope) => leavesNoDoubt(text.slice(0, scope), language));
}

function leavesNoDoubt(text: string, language: string): boolean {
  const small = text.toLowerCase();
  let words = 0;
  let own = 0;
  let others = 0;
  let start = 0;
  let trace = 0;
  // Words with a mark beside them are passed over: there are enough without, and finding them takes five times as long.
  for (let at = 0; at <= small.length; at += 1) {
    const unit = at < small.length ? small.charCodeAt(at) : BLANK;
    if (unit !== BLANK) {
      trace = traced(trace, unit);
      continue;
    }
    const spoken = TRACES[trace] === 1 ? SPOKEN.get(small.slice(start, at)) : undefined;
    if (spoken !== undefined && !spoken.includes(language)) others += 1;
    else if (spoken?.length === 1) own += 1;
    words += 1;
    start = at + 1;
    trace = 0;
  }
  return own >= ENOUGH && own >= words * SHARE && own >= others * MARGIN;
}

const BLANK = 0x20;
/** A power of two. */
const MOST_TRACES = 2 ** 13;
/** Whether a common word leaves that trace: of most words this tells, without making a string of each, that they are none. */
const TRACES = new Uint8Array(MOST_TRACES);
for (const word of SPOKEN.keys()) {
  let trace = 0;
  for (let at = 0; at < word.length; at += 1) trace = traced(trace, word.charCodeAt(at));
  TRACES[trace] = 1;
}

/** The trace of a word with one unit more. */
function traced(trace: number, unit: number): number {
  return (trace * 31 + unit) & (MOST_TRACES - 1);
}
