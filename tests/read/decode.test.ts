import fc from "fast-check";
import { expect, test } from "vitest";
import { decode } from "../../src/read/decode.ts";
import { RUNS } from "../support/runs.ts";

const bytes = (...units: readonly number[]): Uint8Array => Uint8Array.from(units);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian: boolean): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((letter) => {
      const unit = letter.charCodeAt(0);
      return bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8];
    }),
  );
const RUSSIAN = bytes(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x2c, 0x20, 0xec, 0xe8, 0xf0);

const SHIFT_JIS =
  "\x91D\x82\xcd\x8c\x8e\x97j\x93\xfa\x82\xc9\x8fo\x82\xe9\x81B\x8d`\x82\xcd\x90\xc3\x82\xa9\x82\xbe\x81B";
const KOI8 =
  "\xf0\xc1\xd2\xcf\xcd \xd3\xce\xcf\xd7\xc1 \xc8\xcf\xc4\xc9\xd4 \xd0\xcf \xd0\xcf\xce\xc5\xc4\xc5\xcc\xd8\xce\xc9\xcb\xc1\xcd \xc9\xda \xd0\xcf\xd2\xd4\xc1";

test.for([
  [utf8("Ünïcode"), "Ünïcode", "utf-8", false, "the usual case"],
  [utf8("\ufeffÜ"), "Ü", "utf-8", false, "a byte order mark is no character"],
  [bytes(0xff, 0xfe, ...utf16("Hé", false)), "Hé", "utf-16le", false, "UTF-16 with its mark"],
  [bytes(0xfe, 0xff, ...utf16("Hé", true)), "Hé", "utf-16be", false, "the other way round"],
  [utf16("Headline", false), "Headline", "utf-16le", true, "UTF-16 without a mark, by its zeros"],
  [utf16("Привет, мир!", true), "Привет, мир!", "utf-16be", true, "and by what stands for zeros in other alphabets"],
  [latin(SHIFT_JIS), "船は月曜日に出る。港は静かだ。", "shift_jis", true, "old Japanese files"],
  [latin(KOI8), "Паром снова ходит по понедельникам из порта", "koi8-r", true, "older Russian ones"],
  [
    latin("El ni\xf1o lleg\xf3 ayer a la ciudad"),
    "El niño llegó ayer a la ciudad",
    "windows-1252",
    true,
    "a few accents",
  ],
  [latin("caf\xe9 \x93quoted\x94"), "café “quoted”", "windows-1252", true, "old Western files"],
  [RUSSIAN, "Привет, мир", "windows-1251", true, "old Russian files"],
  [
    latin('<meta charset="windows-1251">\xcf\xf0'),
    '<meta charset="windows-1251">Пр',
    "windows-1251",
    false,
    "as declared",
  ],
  [
    latin('<meta charset="nonsense">caf\xe9'),
    '<meta charset="nonsense">café',
    "windows-1252",
    true,
    "declared nonsense",
  ],
  [
    bytes(...utf8("ein schöner Tag für Übungen"), 0xff),
    "ein schöner Tag für Übungen",
    "utf-8",
    false,
    "one bad byte spoils no file",
  ],
] as const)("%j is %j, %s, guessed: %s (%s)", ([given, text, encoding, guessed]) => {
  expect(decode(given)).toMatchObject({ text, encoding, guessed, binary: false });
});

test.for([
  ["a\r\nb\rc\nd", "a\nb\nc\nd", 0, "line ends"],
  ["a\u0000b\u0007c\u001bd", "abcd", 3, "controls"],
  ["a\u0080b\u009fc", "abc", 2, "C1 controls"],
  ["a\u0085b", "a\nb", 0, "a line end of mainframes"],
  ["a\uffffb\ufffec\ufdd0d", "abcd", 3, "noncharacters"],
  ["a\ufeffb", "ab", 0, "marks inside show nothing"],
  ["b\ufffdc", "bc", 1, "what another program failed to decode"],
  ["a\tb\u00a0c\u200dd", "a\tb\u00a0c\u200dd", 0, "tabs, no-break blanks and joiners are text"],
] as const)("%j → %j, %i removed (%s)", ([given, text, removed]) => {
  expect(decode(utf8(given))).toMatchObject({ text, removed });
});

test("a picture is no text", () => {
  expect(decode(bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 0, 0, 3, 32)).binary).toBe(true);
});

test("any bytes are decoded to something that XML can carry", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (given) => {
      const { text } = decode(given);
      expect(text).not.toMatch(/\p{Surrogate}/u);
      expect(text).not.toMatch(/(?![\t\n])\p{Cc}/u);
    }),
    RUNS,
  );
});
