import { type Token, touches } from "./tokens.ts";

const CLOCK_WORDS = new Set(["GMT", "UTC", "hrs", "hours", "Uhr", "h", "hour", "EST", "ET", "IST"]);
const DASHES = new Set(["-", "–", "—", "/", "to", "a", "al", "bis", "и", "and", "&", "до"]);

/** A number that may be a day: up to 39, so that 30 February and 32 May are found and told. */
export function isDayNumber(text: string): boolean {
  return text.length <= 2 && Number(text) >= 1 && Number(text) <= 39;
}

/** A number that may be a year, the Buddhist one included. */
export function isYear(text: string): boolean {
  return /^(?:1[89]|2[015])\d\d$/.test(text);
}

/** Whether a number is the tail of a larger thing: `7:30`, `1,030`, `3.30`. */
export function isPartOfNumber(tokens: readonly Token[], index: number): boolean {
  const mark = tokens[index - 1];
  return (
    mark !== undefined &&
    touches(mark, tokens[index]) &&
    /^[:.,/$£€#]$/u.test(mark.text) &&
    (touches(tokens[index - 2], mark) || /^[$£€#]$/u.test(mark.text))
  );
}

/** Whether a number begins a time: `17:30`, `1945 GMT`, `5 pm`; in AP's "April 28, 2023 GMT" it is a year. */
export function isClock(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  if (next === undefined) return false;
  if (CLOCK_WORDS.has(next.text)) return tokens[index - 1]?.text !== ",";
  if (next.text === ":" && touches(tokens[index], next)) return true;
  const isHour = (tokens[index]?.text.length ?? 0) <= 2;
  return next.text === "%" || (isHour && /^[ap]m?$/i.test(next.text) && tokens[index + 2]?.text !== "las");
}

/** Whether a day ends a range: the 30 of `28–30 August` and `28. – 30. August`, but not of `17:30 – 30 August`. */
export function isRangeEnd(tokens: readonly Token[], index: number): boolean {
  const dash = tokens[index - 1];
  const isOrdinal = tokens[index - 2]?.text === "." && touches(tokens[index - 3], tokens[index - 2]);
  const from = isOrdinal ? index - 3 : index - 2;
  const start = tokens[from] ?? dash;
  const isDash = dash !== undefined && DASHES.has(dash.text.toLowerCase());
  return isDash && start?.kind === "number" && isDayNumber(start.text) && !isPartOfNumber(tokens, from);
}

/** Whether a dash and another day stand at `index`: `Aug. 28-30`. */
export function isRangeStart(tokens: readonly Token[], index: number): boolean {
  const dash = tokens[index];
  const end = tokens[index + 1];
  return (
    dash !== undefined &&
    /^[-–—&]$/u.test(dash.text) &&
    end?.kind === "number" &&
    isDayNumber(end.text) &&
    !isClock(tokens, index + 1)
  );
}
