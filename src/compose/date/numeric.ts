import { isDay } from "./calendar.ts";
import type { Core } from "./core.ts";
import { type Token, touches } from "./tokens.ts";

const COUNTER_YEARS = new Set(["年", "년"]);
const COUNTER_MONTHS = new Set(["月", "월"]);
const COUNTER_DAYS = new Set(["日", "号", "號", "일"]);
/** The last years before an East Asian era's first: 令和6年 is 2024. */
const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  民國: 1911,
  民国: 1911,
  中華民國: 1911,
};

/** `2024年8月30日`, `8月30日`, `2024년 8월 30일`, `30 tháng 8 năm 2024` at `index`. */
export function countedCore(tokens: readonly Token[], index: number): Core | undefined {
  const number = tokens[index];
  if (number?.kind !== "number") return undefined;
  const counter = tokens[index + 1]?.text ?? "";
  if (COUNTER_YEARS.has(counter)) return withYear(tokens, index, monthAndDay(tokens, index + 2));
  return /^tháng$/iu.test(counter) ? vietnamese(tokens, index) : monthAndDay(tokens, index);
}

function monthAndDay(tokens: readonly Token[], index: number): Core | undefined {
  const [month, counter, day, last] = tokens.slice(index, index + 4);
  if (month?.kind !== "number" || day?.kind !== "number") return undefined;
  if (!COUNTER_MONTHS.has(counter?.text ?? "") || !COUNTER_DAYS.has(last?.text ?? "")) return undefined;
  return { first: index, end: index + 4, month: Number(month.text), day: Number(day.text), ordered: true };
}

function withYear(tokens: readonly Token[], index: number, rest: Core | undefined): Core | undefined {
  if (rest === undefined) return undefined;
  const era = ERAS[tokens[index - 1]?.text ?? ""];
  const year = Number(tokens[index]?.text) + (era ?? 0);
  return year > 1800 && year < 2200 ? { ...rest, year, first: era === undefined ? index : index - 1 } : undefined;
}

/** "30 tháng 8 năm 2024": day, month, year. */
function vietnamese(tokens: readonly Token[], index: number): Core | undefined {
  const [day, , month, joint, year] = tokens.slice(index, index + 5);
  if (month?.kind !== "number" || Number(month.text) > 12 || Number(day?.text) > 31) return undefined;
  const core = { first: index, end: index + 3, month: Number(month.text), day: Number(day?.text), ordered: true };
  const isYear = /^(?:năm|,)$/iu.test(joint?.text ?? "") && /^(?:19|20)\d\d$/.test(year?.text ?? "");
  return isYear ? { ...core, end: index + 5, year: Number(year?.text) } : core;
}

/** Three numbers with one mark between them: `2024-08-30`, `30.8.2024`, `30. 8. 2024`, `8/30/2024`, `30.08.24`. */
export function numericCore(tokens: readonly Token[], index: number, monthFirst: boolean): Core | undefined {
  const [a, mark, b, other, c] = tokens.slice(index, index + 5);
  if (a?.kind !== "number" || b?.kind !== "number" || c?.kind !== "number") return undefined;
  if (mark === undefined || other?.text !== mark.text || !/^[-./]$/.test(mark.text)) return undefined;
  if (!touches(a, mark) || !touches(b, other) || !isFree(tokens, index)) return undefined;
  const spaced = !touches(mark, b) || !touches(other, c);
  if (spaced && mark.text !== ".") return undefined;
  if (isContinued(tokens, index + 5)) return undefined;
  const end = endOf(tokens, index + 5, mark.text, a.text.length === 4);
  if (a.text.length === 4) return yearFirst(index, end, a, b, c);
  if (a.text.length > 2 || b.text.length > 2 || (c.text.length !== 4 && c.text.length !== 2)) return undefined;
  return yearLast({ index, end, a, b, c, mark: mark.text, monthFirst });
}

/** `30.8.` without a year: a date only beside a weekday, as Finnish and German papers write it. */
export function yearlessCore(tokens: readonly Token[], index: number): Core | undefined {
  const [day, dot, month, last] = tokens.slice(index, index + 4);
  if (day?.kind !== "number" || month?.kind !== "number" || dot?.text !== "." || !isFree(tokens, index))
    return undefined;
  if (!touches(day, dot) || last?.text !== "." || !touches(month, last) || touches(last, tokens[index + 4]))
    return undefined;
  const [d, m] = [Number(day.text), Number(month.text)];
  if (d < 1 || d > 31 || m < 1 || m > 12) return undefined;
  return { first: index, end: index + 4, month: m, day: d, numeric: "dotted", ordered: true };
}

function yearFirst(index: number, end: number, a: Token, b: Token, c: Token): Core | undefined {
  const year = Number(a.text);
  const month = Number(b.text);
  const day = Number(c.text);
  if (b.text.length > 2 || c.text.length > 2 || year < 1800 || year > 2200 || month < 1 || month > 12) return undefined;
  return { first: index, end, year, month, day, ordered: true };
}

interface YearLast {
  readonly index: number;
  readonly end: number;
  readonly a: Token;
  readonly b: Token;
  readonly c: Token;
  readonly mark: string;
  readonly monthFirst: boolean;
}

function yearLast({ index, end, a, b, c, mark, monthFirst }: YearLast): Core | undefined {
  const [first, second] = [Number(a.text), Number(b.text)];
  const shortYear = c.text.length === 2;
  const year = Number(c.text) + (shortYear ? 2000 : 0);
  if (first < 1 || second < 1 || year < 1800 || year > 2600 || (first > 12 && second > 12)) return undefined;
  const ordered = mark === "." || first > 12 || second > 12 || first === second;
  const monthLeads = ordered ? second > 12 : monthFirst;
  const [month, day] = monthLeads ? [first, second] : [second, first];
  if (month > 12) return undefined;
  if (shortYear && !isDay({ year, month, day })) return undefined;
  return {
    first: index,
    end,
    year: year > 2400 ? year - 543 : year,
    month,
    day,
    numeric: mark === "." ? "dotted" : "slashed",
    ordered,
    ...(shortYear ? { shortYear } : {}),
  };
}

/** Nothing of a larger number, version, path or word touches its start, but for Hebrew's prefixes (ב-6.6.2014). */
function isFree(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (before === undefined || !touches(before, tokens[index])) return true;
  if (before.text === "-") return /^\p{Script=Hebrew}$/u.test(tokens[index - 2]?.text ?? "");
  if (before.text === ":") return tokens[index - 2]?.kind !== "number";
  return before.kind === "mark" && !/^[./,_$£€#]$/u.test(before.text);
}

/** More numbers follow: `1.2.2024.5`. */
function isContinued(tokens: readonly Token[], end: number): boolean {
  const [last, mark, next] = [tokens[end - 1], tokens[end], tokens[end + 1]];
  return (
    mark !== undefined &&
    /^[./-]$/.test(mark.text) &&
    touches(last, mark) &&
    next?.kind === "number" &&
    touches(mark, next)
  );
}

/** Past the stop of `2024. 8. 30.` */
function endOf(tokens: readonly Token[], end: number, mark: string, yearLeads: boolean): number {
  const next = tokens[end];
  const isSpaced = !touches(tokens[end - 2], tokens[end - 1]);
  const isStop = mark === "." && next?.text === "." && touches(tokens[end - 1], next) && (isSpaced || yearLeads);
  return isStop ? end + 1 : end;
}
