import { describe, expect, test } from "vitest";
import { compose } from "../../src/compose/compose.ts";
import { readArticle } from "../../src/read/read.ts";
import { effortOf } from "../support/effort.ts";
import { PUBLICATION } from "../support/story.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const SMALL = 32 * 1024;
const LARGE = 4 * SMALL;
/** Linear is 4, quadratic 16; what takes next to no time has no ratio. */
const GROWTH = 9;
const NOISE = 100;
const TRIES = 4;

/** What a pattern might try again and again: one character, one word, one piece of markup, without end. */
const EVERYWHERE = [
  ..."a|A|0| |\t|.|,|-|—|(|)|[|]|<|>|&|*|_|`|~|#|:|;|/|\\|\"|'|“|’|!|?|…|@|%|$|{|é|日|。|م|\u0301|\u200b|\ud83d\ude00".split(
    "|",
  ),
  "| ",
  "\u00a0",
  ..."Aa ;a. ;A. ;a, ;Jane ;Jane Doe, ;Jane Doe and ;By Jane Doe, ;By ;(AP) — ;KYIV, Aug 30 — ;May 3, ;3 May ;2024-01-01 ;1/2/2024 ;12:30 ;on Friday, ;In December 2023 ;Published ;Updated ;Source: ;Photo: ;© ;Reporting by ;Editing by ;is a ;I am Jane ;Mr. ;U.S. ;van der ;О’Брайен ;Иван ;said Jane ;“a” ;http://;https://a.b/ ;a@b. ;a@;@a ;…. ;-- ;* ;> ;# ;1. ;- ;| ".split(
    ";",
  ),
];
const MARKDOWN = [
  "**",
  "**a ",
  "__a ",
  "[a](",
  "![",
  "![a](",
  "[a]: b ",
  "``",
  "~~a",
  "|a",
  "> ",
  "\\*",
  "<a ",
  "<!--",
  "&amp;",
  "[^1]",
  "***",
  "<b>x</b>",
];
const HTML = [
  "<a ",
  "<a href='",
  "<b>x</b>",
  "<p>a",
  "</p>",
  "</i>",
  "<!--",
  "<![CDATA[",
  "]]>",
  "&amp;",
  "&#x",
  "<br>",
  "<span class=date>a</span>",
  "<time datetime=x>a</time>",
  "<img src=https://h.example/x srcset='a 1x,'>",
  "<table><tr><td>a</table>",
  "<ul><li>a</ul>",
  "<h1>a</h1>",
  "<script>a</script>",
  "<svg></svg>",
  "<iframe src=x></iframe>",
  "<meta name=author content=a>",
  "<article>a</article>",
];
const SEEDS = { txt: EVERYWHERE, md: [...EVERYWHERE, ...MARKDOWN], html: [...EVERYWHERE, ...HTML] } as const;

/** Each of them at full length takes half an hour: by night (`npm run test:night`). By day, prose and what has been slow. */
const ALL = Object.entries(SEEDS).flatMap(([ending, seeds]) => seeds.map((seed) => [ending, seed] as const));
const SOME = [
  ["txt", "The ferry sails. "],
  ["txt", "Jane Doe, "],
  ["txt", " "],
  ["md", "The *ferry* sails. "],
  ["md", "[a]("],
  ["html", "The <b>ferry</b> sails. "],
  ["html", "</i>"],
] as const;
const AT_FULL_LENGTH: readonly (readonly [ending: string, seed: string])[] =
  process.env.NIGHT === undefined ? SOME : [...SOME, ...ALL];
/** Milliseconds of processor time in which five megabytes are read, whatever they are. */
const PER_LINE = 60_000;

async function took(words: string, ending: string): Promise<number> {
  const bytes = Buffer.from(words);
  return effortOf(async () => compose(await readArticle(bytes, `a.${ending}`), { publication: PUBLICATION, now: NOW }));
}

/** How much longer four times as much takes. A processor that shares its caches with others is asked again. */
async function grows(make: (size: number) => string, ending: string): Promise<boolean> {
  const [small, large] = [make(SMALL), make(LARGE)];
  for (let tries = 0; tries < TRIES; tries += 1)
    if ((await took(large, ending)) < GROWTH * (await took(small, ending)) + NOISE) return false;
  return true;
}

const filled = (seed: string, size: number): string => seed.repeat(Math.ceil(size / seed.length));
/** Where a line without end may stand. */
const PLACES: readonly ((line: string) => string)[] = [
  (line) => `The ferry sails\nBy Jane Doe\n\nIt sails on Monday.\n\n${line}\n\nThe end.\n`,
  (line) => `${line}\nBy ${line}\n\nIt sails on Monday.\n`,
  (line) => `The ferry sails\n\nIt sails on Monday.\n\nx${line}x`,
];

describe("four times as long a line takes some four times as long, not sixteen", { timeout: 120_000 }, () => {
  test.for(ALL)("%s: %j without end", async ([ending, seed]) => {
    for (const place of PLACES) expect(await grows((size) => place(filled(seed, size)), ending)).toBe(false);
  });

  test.for([
    ["a: ", " "],
    ["", "a: b\n"],
    ["a: [", "b, "],
    ["a: {", "b: c, "],
    ['a: "', "\\n"],
    ["", "&a "],
    ["a: ", "- "],
    ["a: ", "@b: "],
    ["", "#\n"],
    ["a:\n", " - b\n"],
  ] as const)("front matter that begins with %j, then %j without end", async ([before, seed]) => {
    const number = (text: string): string => {
      let at = 0;
      return text.replace(/a: b/g, () => `a${at++}: b`);
    };
    for (const after of ["", "\nb: [\n"])
      expect(
        await grows((size) => `---\n${before}${number(filled(seed, size / 4))}${after}\n---\nIt sails.\n`, "md"),
      ).toBe(false);
  });

  test.for(AT_FULL_LENGTH)("five megabytes on one line, %s: %j", { timeout: 600_000 }, async ([ending, seed]) => {
    for (const place of PLACES) expect(await took(place(filled(seed, 5_000_000)), ending)).toBeLessThan(PER_LINE);
  });
});
