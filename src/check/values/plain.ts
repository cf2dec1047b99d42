import { mailRules } from "../rules/mail.ts";
import { textRules } from "../rules/text.ts";
import { isCountryCode, isLanguageCode } from "./codes.ts";
import type { Value } from "./value.ts";
import { matching, mild, oneOf } from "./value.ts";

/** A whole number of at least nought. */
export const count: Value = matching(/^\s*\+?\d+\s*$/, textRules.count);

/** A whole number above nought. */
export const positive: Value = (value, tell) => {
  if (!/^\s*\+?\d+\s*$/.test(value) || Number(value) === 0) tell(textRules.positive, { value });
};

export const integer: Value = (value, tell) => {
  if (value !== "" && !/^\s*[+-]?\d+\s*$/.test(value)) tell(textRules.number, { value, kind: "whole number" });
};

/** A number with or without a fraction. */
export const decimal: Value = matching(/^[-+]?\d+(?:\.\d*)?$/, textRules.number, { kind: "number" });
export const unsigned: Value = matching(/^\d+(?:\.\d*)?$/, textRules.number, { kind: "number" });
/** A number and what it counts, e.g. `12 kg`. */
export const measure: Value = matching(/^\d+\.?\d*\s*\w*$/, textRules.number, { kind: "number with its unit" });

/** A number that begins the value. */
export const numeric: Value = matching(/^\d+(?:\.\d*)?/, textRules.number, { kind: "number" });

export function between(least: number, most: number): Value {
  return (value, tell) => {
    const number = value.trim() === "" ? Number.NaN : Number(value);
    if (!(number >= least && number <= most)) tell(textRules.range, { value, least, most });
  };
}

export const trueOrFalse: Value = (value, tell, setting) =>
  oneOf(["true", "false"], textRules.choice)(value.toLowerCase(), tell, setting);

export const yesOrNo: Value = oneOf(["yes", "no"], textRules.choice);

/** One of a list of words. */
export function choice(...words: readonly string[]): Value {
  return oneOf(words, textRules.choice);
}

/** A media type (RFC 2045, 5.1), parameters allowed. */
export const mediaType: Value = (value, tell) => {
  if (!isMediaType(value)) tell(textRules.mediaType, { value });
};

const TOKEN = '[^\\s()<>,;:\\\\"/[\\]?=]+';
const MEDIA_TYPE = new RegExp(`^${TOKEN}/${TOKEN}(?:\\s*;\\s*${TOKEN}=(?:"(?:\\\\"|[^"])*"|${TOKEN}))*$`);

export function isMediaType(value: string): boolean {
  return MEDIA_TYPE.test(value);
}

/** A language's tag (BCP 47); of its parts the first is looked up. */
export const language: Value = (value, tell) => {
  if (!isLanguage(value)) tell(textRules.language, { value });
};

export function isLanguage(value: string): boolean {
  const [primary = "", ...rest] = value.toLowerCase().split("-");
  if (primary === "x" || primary === "i") return rest.length > 0;
  return /^[a-z]{2,3}$/.test(primary) && isLanguageCode(primary);
}

/** Text that must not be empty. */
export const present: Value = mild((value, tell) => {
  if (value === "") tell(textRules.blank);
});

export function atMost(length: number): Value {
  return (value, tell) => {
    if (value.length > length) tell(textRules.tooLong, { length: value.length, most: length });
  };
}

export const duration: Value = matching(/^\d+(?::[0-5]\d(?::[0-5]\d)?)?$/, textRules.duration);
export const playTime: Value = matching(/^(?:now|\d+(?:\.\d+)?|\d+:\d\d:\d\d(?:\.\d+)?)$/, textRules.playTime);
export const numberList: Value = matching(/^\d+(?:,\s*\d+)*$/, textRules.numberList);
export const lineNumbers: Value = matching(/^(?:\d+(?:,\s*\d+)*)?$/, textRules.numberList);
export const fieldName: Value = matching(/^[A-Za-z_][\w:.]*/, textRules.fieldName);

/** No e-mail address between angle brackets. */
export const withoutAddress: Value = mild((value, tell) => {
  if (/<[^<>\s@]+@[^<>\s@]+\.[^<>\s@]+>/.test(value)) tell(mailRules.inName, { value });
});

/** A country's code of two letters (ISO 3166-1). */
export const country: Value = (value, tell) => {
  if (!/^[A-Z]{2}$/.test(value) || !isCountryCode(value)) tell(textRules.country, { value });
};
