import { article, bytes, type Case, page, text, utf16 } from "./case.ts";

const utf8 = (words: string): Uint8Array => new TextEncoder().encode(words);
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);
/** “Паром ходит снова” and more of the kind, in windows-1251. */
const RUSSIAN =
  "\xcf\xe0\xf0\xee\xec \xf5\xee\xe4\xe8\xf2 \xf1\xed\xee\xe2\xe0 \xef\xee \xef\xee\xed\xe5\xe4\xe5\xeb\xfc\xed\xe8\xea\xe0\xec \xe8\xe7 \xef\xee\xf0\xf2\xe0.";

export const ENCODINGS: readonly Case[] = [
  ["utf8-bom.txt", `\ufeff${text("The mark is no word.")}`, "clean", "UTF-8 with its mark"],
  ["utf8-bom.md", `\ufeff${article("The mark hides no fence.")}`, "clean", "the mark before front matter"],
  ["utf8-two-boms.md", `\ufeff\ufeff${article("Two marks.")}`, "clean", "two files put together"],
  ["utf16le.txt", utf16(text("Written by Notepad.")), "clean", "UTF-16 with its mark"],
  ["utf16be.txt", utf16(text("Written elsewhere."), { bigEndian: true }), "clean", "the other way round"],
  ["utf16le-bare.txt", utf16(text("No mark."), { mark: false }), "warning read/encoding", "UTF-16 without a mark"],
  [
    "utf16be-bare.md",
    utf16(article("No mark."), { bigEndian: true, mark: false }),
    "warning read/encoding",
    "UTF-16 without a mark, the other way round",
  ],
  [
    "utf16-odd.txt",
    joined(utf16(text("One byte too many")), Uint8Array.of(0x41)),
    "warning read/characters-removed",
    "half a unit at the end",
  ],
  ["utf16-html.html", utf16(page("<p>Caf\xe9</p>")), "clean", "a page in UTF-16"],
  ["utf16-lone.txt", utf16(text("Half a letter: \ud83d.")), "warning read/characters-removed", "half of an emoji"],
  ["cp1252.txt", bytes(text("The caf\xe9 \x93Quay\x94 \x96 na\xefve.")), "warning read/encoding", "windows-1252"],
  ["cp1251.txt", bytes(text(`${RUSSIAN} ${RUSSIAN}`)), "warning read/encoding", "windows-1251"],
  ["latin1.md", bytes(article("El ni\xf1o lleg\xf3 ayer.")), "warning read/encoding", "Latin-1"],
  ["declared-1251.html", bytes(page(`<meta charset="windows-1251"><p>${RUSSIAN}</p>`)), "clean", "declared, and right"],
  [
    "declared-1252.html",
    bytes(page('<meta charset="iso-8859-1"><p>caf\xe9</p>')),
    "clean",
    "declared by the older name",
  ],
  [
    "declared-nonsense.html",
    bytes(page('<meta charset="klingon"><p>caf\xe9</p>')),
    "warning read/encoding",
    "declared nonsense",
  ],
  [
    "declared-utf8-lies.html",
    bytes(page('<meta charset="utf-8"><p>caf\xe9 cr\xe8me</p>')),
    "warning read/encoding",
    "declared UTF-8, which it is not",
  ],
  [
    "declared-1252-lies.html",
    page('<meta charset="windows-1252"><p>café</p>'),
    "clean",
    "declared windows-1252, and UTF-8: good sequences are no accident",
  ],
  [
    "declared-utf16-lies.html",
    page('<meta charset="utf-16"><p>café</p>'),
    "clean",
    "what declares UTF-16 in ASCII is not in UTF-16",
  ],
  [
    "declared-utf7.html",
    page('<meta charset="utf-7"><p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>'),
    "clean",
    "UTF-7 is read by nobody",
  ],
  [
    "iso2022.html",
    bytes(page('<meta charset="iso-2022-jp"><p>\x1b$B$"\x1b(B<script>alert(1)</script></p>')),
    "warning read/characters-removed",
    "an encoding with escapes",
  ],
  [
    "utf8-cut.txt",
    joined(utf8(text("The harbour café").trimEnd()).subarray(0, -1), utf8("\n")),
    "warning read/encoding",
    "a letter that was cut in two",
  ],
  [
    "utf8-overlong.txt",
    joined(utf8(text("The slash")), Uint8Array.of(0xc0, 0xaf), utf8(" of attackers, und schöne Grüße\n")),
    "warning read/characters-removed",
    "an overlong form",
  ],
  [
    "utf8-surrogates.txt",
    joined(utf8(text("Schöne Grüße aus Öhringen, übrigens")), Uint8Array.of(0xed, 0xa0, 0xbd), utf8("\n")),
    "warning read/characters-removed",
    "CESU-8: surrogates as UTF-8",
  ],
  [
    "utf8-beyond.txt",
    joined(utf8(text("Schöne Grüße aus Öhringen, übrigens")), Uint8Array.of(0xf4, 0x90, 0x80, 0x80), utf8("\n")),
    "warning read/characters-removed",
    "beyond the last code point",
  ],
  [
    "mixed.txt",
    joined(utf8(text("Der Hafen von Öland, schöne Grüße, übermorgen")), bytes("caf\xe9\n")),
    "warning read/characters-removed",
    "two encodings in one file",
  ],
  [
    "utf32.txt",
    joined(
      ...[...`\ufeff${text("Four bytes each.")}`].map((one) =>
        Uint8Array.of(one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8, 0, 0),
      ),
    ),
    "warning read/characters-removed",
    "UTF-32 is UTF-16 with a NUL behind each letter",
  ],
  ["nuls.txt", text("NUL \0 in the words."), "warning read/characters-removed", "a NUL"],
  ["all-nuls.txt", "\0".repeat(500), "refused read/binary", "what a crash leaves of a file"],
  [
    "random.txt",
    Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3) * 31) & 255),
    "refused read/binary",
    "no text at all",
  ],
  [
    "picture.md",
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0, 1, 0, 0, 3, 32),
    "refused read/binary",
    "a picture",
  ],
  [
    "gzip.html",
    Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0, 1, 2, 3, 0, 0, 0, 4),
    "refused read/binary",
    "a compressed page",
  ],
  ["crlf.md", article("One.\n\nTwo.").replaceAll("\n", "\r\n"), "clean", "line ends of Windows"],
  ["cr.md", article("One.\n\nTwo.").replaceAll("\n", "\r"), "clean", "line ends of old Macs"],
  ["mixed-ends.md", article("One.\r\n\rTwo.\n\r\nThree."), "clean", "all of them"],
  ["nel.txt", text("One.\u0085\u0085Two."), "clean", "line ends of mainframes"],
  ["separators.txt", text("One.\u2028Two.\u2029Three."), "clean", "line ends of Unicode"],
  ["ff-vt.txt", text("One.\fTwo.\vThree."), "warning read/characters-removed", "a new page"],
];
