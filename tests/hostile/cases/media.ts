import { png } from "../../support/pictures.ts";
import { article, type Case } from "./case.ts";

const whole = png(64, 64);
const huge = Uint8Array.from(png(1, 1));
// The header says 2^31 - 1 pixels a side; nobody who only reads it needs the memory for them.
for (const at of [16, 20]) huge.set([0x7f, 0xff, 0xff, 0xff], at);

/** Files beside the articles, by path below the data folder. */
export const FILES: Readonly<Record<string, string | Uint8Array>> = {
  "pictures/whole.png": whole,
  "pictures/cut.png": whole.subarray(0, 20),
  "pictures/empty.png": new Uint8Array(),
  "pictures/huge.png": huge,
  "pictures/page.png": "<html><script>alert(1)</script></html>",
  "pictures/script.svg": '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>',
  "pictures/page.html.png": whole,
  "pictures/a b#c?d%e'f.png": whole,
  "pictures/line\nbreak.png": whole,
  'pictures/x.png" onerror="alert(1)': whole,
  "pictures/folder.png/inside.txt.bin": "x",
  "pictures/noise.mp3": Uint8Array.from({ length: 999 }, (_, at) => (at * 31) & 255),
  "pictures/empty.mp3": new Uint8Array(),
  "pictures/noise.mp4": Uint8Array.from({ length: 999 }, (_, at) => (at * 7) & 255),
  "pictures/run.exe": "MZ",
  "pictures/noending": "x",
  "pictures/.hidden.png": whole,
};

const field = (value: string): string => article("The ferry sails.", value);

export const MEDIA: readonly Case[] = [
  ["whole.md", field("image: /pictures/whole.png"), "clean", "a picture as it should be"],
  ["cut.md", field("image: /pictures/cut.png"), "clean", "one that ends too early: published without its size"],
  ["empty-picture.md", field("image: /pictures/empty.png"), "clean", "one of no bytes"],
  ["huge.md", field("image: /pictures/huge.png"), "clean", "one that says it were two thousand million pixels wide"],
  ["page.md", field("image: /pictures/page.png"), "clean", "a page with a picture's name"],
  [
    "svg.md",
    field("image: /pictures/script.svg"),
    "clean",
    "an SVG with a script: shown as a picture, where none runs",
  ],
  [
    "svg-body.md",
    field("").replace("The ferry sails.", "![A](/pictures/script.svg)\n\nIt sails."),
    "clean",
    "in the body",
  ],
  ["signs.md", field('image: "/pictures/a%20b%23c%3Fd%25e\'f.png"'), "clean", "a name full of signs"],
  ["lines.md", field('image: "/pictures/line%0Abreak.png"'), "clean", "a name with a line break"],
  ["breaks-out.md", field(`image: '/pictures/x.png%22%20onerror=%22alert(1)'`), "clean", "a name that would break out"],
  ["folder.md", field("image: pictures/folder.png"), "refused media/missing 4", "a folder with a picture's name"],
  ["missing.md", field("image: pictures/none.png"), "refused media/missing 4", "a picture that is not there"],
  ["missing-body.md", article("![A](pictures/none.png)\n\nIt sails."), "refused media/missing 5", "only in the body"],
  ["outside.md", field("image: ../../../etc/passwd"), "refused media/outside 4", "out of the data folder"],
  ["outside-percent.md", field("image: ..%2f..%2f..%2fetc%2fpasswd"), "refused media/outside 4", "in percents"],
  ["outside-body.md", article("![A](../../../../etc/passwd)\n\nIt sails."), "refused media/outside 5", "in the body"],
  ["nul.md", field('image: "pictures/a%00.png"'), "clean", "a NUL in the name: no file's"],
  [
    "long.md",
    field(`image: pictures/${"a".repeat(5000)}.png`),
    "refused media/missing 4",
    "a name longer than names are",
  ],
  ["noise.md", field("audio: /pictures/noise.mp3"), "clean", "noise with a sound's name"],
  ["empty-sound.md", field("audio: /pictures/empty.mp3"), "clean", "a sound of no bytes"],
  ["film.md", field("video: /pictures/noise.mp4"), "clean", "noise with a film's name"],
  [
    "program.md",
    field("attachments: [/pictures/run.exe, /pictures/noending]"),
    "clean",
    "a program, and a file without an ending",
  ],
  [
    "hidden.md",
    field("image: /pictures/.hidden.png"),
    "refused media/unreadable 4",
    "a hidden file that an article names",
  ],
  [
    "own.md",
    field("image: /publication.yaml\nattachments: [/ledger.jsonl]"),
    "refused media/unreadable 4",
    "what the publication is made with",
  ],
  ["remote.md", field('image: "https://h.example/a b\\"c<d>.png"'), "clean", "an address that is none yet"],
  [
    "length.md",
    field("audio: { url: https://h.example/a.mp3, length: -5, duration: 1e400, type: 'a/b\" c' }"),
    "clean",
    "sizes that are none",
  ],
  ["same.md", article("![A](/pictures/whole.png) ".repeat(2000)), "clean", "a picture two thousand times"],
];
