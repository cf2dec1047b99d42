import { expect, test } from "vitest";
import { sketch } from "../../src/ledger/sketch.ts";

/** They stand in committed ledgers: another sketch of the same text, and a file that was renamed and edited comes out twice. */
test.for([
  ["no words", "", "ffff".repeat(16)],
  ["a word shorter than a window", "Ferry", `ffffffff41a1${"ffff".repeat(13)}`],
  [
    "a sentence",
    "The ferry to Salt Harbour sails again on Friday, after three weeks in the yard.",
    "255c1a5900e8bf65266b0d911063173d49d02f3706ce2b4b2575003b723610c9",
  ],
  [
    "capitals, marks and blanks",
    "THE FERRY – to “Salt Harbour”!  Sails, again…",
    "731fb70100e8ffffdf6d11981063173d49d02f3706ce44a525754fed7236ffff",
  ],
  [
    "Greek, whose sigma is another letter at the end of a word",
    "Ο ΔΗΜΟΣ ΑΝΑΚΟΙΝΩΣΕ ΝΕΑ ΔΡΟΜΟΛΟΓΙΑ ΓΙΑ ΤΟΥΣ ΕΠΙΒΑΤΕΣ",
    "04842783c1ab53b3896a3f92a12643cd4ce1215d20ab2410133c3a3d0e699cba",
  ],
  [
    "Turkish, whose dotted capital has two small units",
    "İstanbul'da vapur seferleri İzmir'e kadar uzatıldı, dedi.",
    "ffff64fb7bbb7e51135d8aaa0ee45b7521e74849059f31444a7307580277292c",
  ],
  [
    "letters and pictures of two units",
    "𠮷野家 opened 😀 a 𝒷ranch in Salt Harbour 🎉 today",
    "867f36143af7e4c03ee111981063a0afffff5d6c333744a5f0264d100105ef30",
  ],
  [
    "Japanese",
    "東京の港で新しいフェリーが就航した。乗客は三百人だった。",
    "d77180dad775ffff5a84ffffffff1e6d1523ffffd6c6cbed2d25ffff44443519",
  ],
  [
    "a text longer than most",
    "The ferry sails at noon. ".repeat(4_000),
    "0031f21f7360ffff39850340fffffffff7db2f3705cb06a525757522451730d9",
  ],
] as const)("the sketch of %s stays what it is", ([, text, known]) => {
  // Twice: what one text leaves behind must not show in the next.
  expect([sketch(text), sketch(text)]).toEqual([known, known]);
});
