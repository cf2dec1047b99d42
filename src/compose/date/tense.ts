/** Whether what a date belongs to has happened; `unknown` where the words don't say. */
export type Tense = "past" | "ahead" | "unknown";

/** Right before a date: what is to happen then, or until then. Matched at the end of the words before it, folded. */
const AHEAD_BEFORE =
  /(?:^|[^\p{L}])(?:for|by|until|till|til|through|before|ahead of|from|starting|beginning|effective|next|as of|to|no later than|bis|bis zum|bis spatestens|spatestens|auf|auf den|vor|vor dem|ab|ab dem|fur|zum|nachsten|kommenden|d['’]?ici|d['’]?ici a|avant|avant le|jusqu['’]?au?|jusqu['’]?en|a partir du|pour|pour le|prochain|antes de|antes del|hasta|hasta el|para|para el|a partir del?|proximo|ate|antes|entro|entro il|entro la|fino al?|prima del|per|per il|prossimo|voor|tot|tegen|vanaf|komende|till|fram till|fore|senast|fran|fra|fra og med|inden|til|innen|for den|fran den|fra den|till den|til den|mennessa|asti|saakka|ennen|alkaen|do|przed|pred|k|ke|до|перед|к|на|ближаишии|kadar|icin|sampai|hingga|sebelum|mulai|untuk|truoc|vao nam|đen|εως|εως το|μεχρι|μεχρι το|ως το|πριν|για|για την|pana|pana la|inainte de|pentru|de la|עד|לפני|עד ה|بحلول|بحلول عام|حتى|قبل)(?:\s(?:in|the|den|dem|der|el|le|il|la|nam|spring|summer|autumn|fall|winter|of|early|mid|late|end|start|year))*\s?[(,]?\s?$/u;

/** Words for what is to come, anywhere in the clause; folded, whole words in scripts with blanks. */
const AHEAD_WORDS =
  /(?<![\p{L}\p{M}])(?:will|would|could|might|should|shall|won't|likely|(?:is|are) (?!being)\p{L}+ing|(?:planned|hoped|intended|aimed) to|intends?|intention|wants?|projects?|projected|projection|forecasts?|anticipates?|anticipated|to be held|is to|are to|due|scheduled|slated|planned for|plans?|planning|expects?|expected|hopes?|hoping|aims?|supposed|upcoming|forthcoming|set to|going to|takes? effect|comes? into force|deadline|called for|announces a|bevorstehende[nrms]?|findet|kommende[nrms]?|wird|werden|soll|sollen|geplant|vorgesehen|voraussichtlich|findet statt|tritt in kraft|prochaine?s?|a venir|sera|seront|aura lieu|auront lieu|prevue?s?|devrait|devraient|doit|doivent|entrera|proxim[oa]s?|seran|celebrara|celebraran|tendra lugar|previst[oa]s?|convocad[oa]s?|debe|deben|entrara|quiere|espera|preve|havera|acontecera|serao|marcad[oa]s?|deve|devem|quer|prossim[oaie]|sara|saranno|si terra|entrera|vuole|dovrebbe|zal|zullen|gepland|moet|moeten|wil|ska|skall|kommer att|planerad|planerat|planeras|vantas|haller|halls|kallas|inbjuds|skal|kommer til|vil|planlagt|ventes|ventet|indkaldt|innkalt|jarjestetaan|pidetaan|on maara|aikoo|haluaa|bedzie|beda|odbedzie|zaplanowan[oaey]|planowan[oaey]|chce|wejdzie|bude|budou|uskutecni|naplanovan[oaey]|plan(?:uje|ovan[oaey])|ma byt|chce|vstoupi|состоится|состоятся|проидет|проидут|будет|будут|назначен[оаы]?|запланирован[оаы]?|предстоящ\p{L}*|следующ\p{L}* заседание|планируется|планирует|хочет|намерен[аы]?|вступит|вступят|ожидается|відбудеться|відбудуться|буде|будуть|призначен[оаі]|запланован[оаі]|планує|планують|хоче|набуде|θα|προγραμματιζ\p{L}*|va|urmeaza|programat[aă]?|planificat[aă]?|fog|fognak|lesz|lesznek|tervez\p{L}*|varhato\p{L}*|akan|dijadwalkan|direncanakan|ingin|berencana|du kien|muon|יתקיים|תתקיים|יתקיימו|צפוי|צפויה|מתוכנן|מתוכננת|ייכנס|תיכנס|רוצה|סוף|سوف|ستعقد|سيعقد|ستقام|سيقام|يعتزم|تعتزم|تريد|مقرر|المقرر|होगा|होगी|होंगे|चाहता|चाहती|\p{L}+(?:acak|ecek|acaktir|ecektir|istiyor|planliyor))(?![\p{L}\p{M}])|予定|方針|見込み|計画|までに|예정|까지|계획|방침|将于|將於|将在|將在|计划|計劃|预计|預計|拟于|定于|希望在|之前/u;

/** Right before a date: what has lasted since, whatever tense the verb is in ("seit April 2022 wird gestritten"). */
const SINCE_BEFORE =
  /(?:^|[^\p{L}])(?:since|seit|depuis|sinds|sedan|siden|sejak|ever since)(?:\s(?:the|dem|le|la|de))*\s?$/u;

/** Past, near before a date: "said on", "won at Cinder Hill on"; folded. */
const PAST_WORDS =
  /(?<![\p{L}\p{M}])(?:teilten?|sagten?|erklarten?|meldeten?|berichteten?|bestatigten?|verkundeten?|war|waren|wurden?|hatten?|starb|starben|gab|gaben|begann|etait|etaient|avait|avaient|fut|furent|dijo|dijeron|anuncio|informo|declaro|confirmo|fue|fueron|hubo|murio|disse|disseram|anunciou|informou|afirmou|confirmou|declarou|morreu|foi|foram|zei|zeiden|werd|meldde|meldden|sade|sagde|blev|hadde|havde|meddelade|meddelte|oplyste|powiedzial[ai]?|poinformowal[aoi]?|oglosil[aoi]?|zmarl[ao]?|byl[aoiy]?|(?:со)?общил[аи]?|заявил[аи]?|сказал[аи]?|рассказал[аи]?|объявил[аи]?|прошл[аио]|прошел|состоял(?:ся|ась|ось|ись)|произош(?:ел|ла|ло|ли)|был[аои]?|умер(?:ла|ли)?|погиб(?:ла|ли)?|was|were|had|did|said|told|won|lost|gave|went|came|met|took|made|found|held|sent|began|broke|fell|left|led|hit|shut|cut|put|set|ran|rose|saw|struck|stole|spoke|wrote|became|got|kept|knocked|(?!(?:expect|schedul|slat|suppos|project|anticipat)ed)\p{L}{2,}ed)(?![\p{L}\p{M}])/gu;
/** How far before a date the words reach that say "until the spring of". */
const REACH = 48;

/**
 * Whether the report speaks of a date as past. `before` and `after` are the folded words of its sentence around it.
 * The nearest words decide: "will open late, the agency admitted on Friday" is past.
 */
export function tenseAround(before: string, after: string): Tense {
  if (SINCE_BEFORE.test(before.slice(-REACH))) return "past";
  if (AHEAD_BEFORE.test(before.slice(-REACH))) return "ahead";
  const clause = before.slice(clauseStart(before));
  const past = [...clause.matchAll(PAST_WORDS)].at(-1);
  const ahead = lastAhead(clause);
  if (past !== undefined && past.index >= ahead) return "past";
  if (ahead >= 0) return "ahead";
  return AHEAD_WORDS.test(firstClause(after, clause)) ? "ahead" : "unknown";
}

function lastAhead(clause: string): number {
  let at = -1;
  for (let from = 0; from < clause.length; ) {
    const match = AHEAD_WORDS.exec(clause.slice(from));
    if (match === null) return at;
    at = from + match.index;
    from = at + Math.max(1, match[0].length);
  }
  return at;
}

/** Where the clause begins that ends with `before`; a date's own commas are not in it. */
function clauseStart(before: string): number {
  const trimmed = before.replace(/[\s,(（、，]+$/u, "");
  return Math.max(...[",", ";", ":", "–", "—", "，", "、", "；", "،"].map((mark) => trimmed.lastIndexOf(mark))) + 1;
}

/** The words after a date up to the next comma; where the date opens the sentence, past the first comma too. */
function firstClause(after: string, clause: string): string {
  const parts = after.split(/[,;:–—，；،]/u);
  const opens = clause.trim().split(/\s+/u).length <= 2;
  const first = parts.findIndex((part) => part.trim() !== "");
  return parts.slice(Math.max(first, 0), Math.max(first, 0) + (opens ? 2 : 1)).join(" ");
}
