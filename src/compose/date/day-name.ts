import type { Core } from "./core.ts";
import type { Reading } from "./months.ts";
import type { Token } from "./tokens.ts";
import { weekdayReadings } from "./weekdays.ts";

/** A weekday beside a date, and where it stands. */
export interface DayName {
  /** 0: Sunday. */
  readonly weekday: number;
  readonly from: number;
  readonly to: number;
}

const BETWEEN = /^(?:[,.(（،、]|the|den|dem|der|le|el|il|día|dia|de|på|ngày|on|am|vom|o|a|d|ден|יום|,)$/iu;
/** How many commas, stops and articles may part weekday and date: "am Freitag, dem 30. August". */
const REACH = 3;

/** The weekday beside a date: before it in most languages, behind it in Turkish, Hungarian, Chinese, Japanese, Korean. */
export function dayNameAround(core: Core, marks: readonly Token[], language: string | undefined): DayName | undefined {
  const before = dayNameBefore(core, marks, language);
  return before === undefined ? dayNameAfter(core, marks, language) : enclosing(before, core, marks);
}

/** "Saturday (July 31)": the bracket that opens behind the weekday closes behind the date. */
function enclosing(name: DayName, core: Core, marks: readonly Token[]): DayName {
  const close = marks[core.end];
  const opens = marks
    .slice(Math.max(0, core.first - REACH - 1), core.first)
    .some(({ text, from }) => /^[(（]$/u.test(text) && from >= name.to);
  return opens && close !== undefined && /^[)）]$/u.test(close.text) ? { ...name, to: close.to } : name;
}

function dayNameBefore(core: Core, marks: readonly Token[], language: string | undefined): DayName | undefined {
  for (let back = 1; back <= REACH + 1; back += 1) {
    const token = marks[core.first - back];
    if (token === undefined) return undefined;
    const weekday = weekdayAt(token, core, language, marks[core.first - back + 1]);
    if (weekday !== undefined) return { weekday, from: token.from, to: token.to };
    const eastern = easternAtEnd(token);
    if (eastern !== undefined) return eastern;
    if (!BETWEEN.test(token.text)) return undefined;
  }
  return undefined;
}

function dayNameAfter(core: Core, marks: readonly Token[], language: string | undefined): DayName | undefined {
  let at = core.end;
  while (at < core.end + 2 && /^[,(（،]$/u.test(marks[at]?.text ?? "")) at += 1;
  const token = marks[at];
  if (token === undefined) return undefined;
  const closes = /^[)）]$/u.test(marks[at + 1]?.text ?? "") ? marks[at + 1] : undefined;
  const eastern = easternAtStart(token, closes !== undefined);
  if (eastern !== undefined)
    return { ...eastern, to: closes !== undefined && eastern.to === token.to ? closes.to : eastern.to };
  const weekday = weekdayAt(token, core, language, marks[at + 1]);
  if (weekday === undefined || !standsAlone(core, marks[at + 1])) return undefined;
  return { weekday, from: token.from, to: closes?.to ?? token.to };
}

/** "30 August, Friday 6 September": there the weekday belongs to what follows. */
function standsAlone({ year, languages }: Core, next: Token | undefined): boolean {
  if (next === undefined) return true;
  return next.kind === "mark" || year !== undefined || languages?.has("tr") === true;
}

function weekdayAt(
  token: Token,
  core: Core,
  language: string | undefined,
  next: Token | undefined,
): number | undefined {
  if (token.kind !== "word") return undefined;
  const readings = weekdayReadings(token.text).filter((reading) => isSpoken(reading, core, language));
  const [reading] = readings;
  if (reading === undefined) return undefined;
  const isSure = token.text.length > 3 || core.languages !== undefined || language !== undefined;
  return isSure || /^[,.)]$/u.test(next?.text ?? "") ? reading.number : undefined;
}

/** "to" is Thursday in Finnish, "do" in Dutch and German: believed only beside a month of the same language. */
function isSpoken({ languages }: Reading, core: Core, language: string | undefined): boolean {
  const own = language?.slice(0, 2).toLowerCase();
  if (core.languages === undefined) return own === undefined || languages.has(own) || languages.has("en");
  for (const each of languages) if (core.languages.has(each)) return true;
  return false;
}

const EASTERN_DAYS: Readonly<Record<string, number>> = {
  日: 0,
  天: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  月: 1,
  火: 2,
  水: 3,
  木: 4,
  金: 5,
  土: 6,
  일: 0,
  월: 1,
  화: 2,
  수: 3,
  목: 4,
  금: 5,
  토: 6,
};

function easternAtStart({ text, from }: Token, parenthesised: boolean): DayName | undefined {
  const match =
    /^(?:星期|周|週|礼拜|禮拜)(?<day>[日天一二三四五六])|^(?<day2>[日月火水木金土])曜日?|^(?<day3>[일월화수목금토])요일/u.exec(
      text,
    );
  const day = match?.groups?.day ?? match?.groups?.day2 ?? match?.groups?.day3;
  const weekday = EASTERN_DAYS[day ?? (parenthesised ? text : "")];
  return weekday === undefined ? undefined : { weekday, from, to: from + (match?.[0].length ?? text.length) };
}

function easternAtEnd({ text, from, to }: Token): DayName | undefined {
  const match =
    /(?:星期|周|週|礼拜|禮拜)(?<day>[日天一二三四五六])$|(?<day2>[日月火水木金土])曜日?$|(?<day3>[일월화수목금토])요일$/u.exec(
      text,
    );
  const weekday = EASTERN_DAYS[match?.groups?.day ?? match?.groups?.day2 ?? match?.groups?.day3 ?? ""];
  return weekday === undefined ? undefined : { weekday, from: from + (match?.index ?? 0), to };
}
