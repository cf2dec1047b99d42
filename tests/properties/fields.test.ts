import { Readable } from "node:stream";
import fc from "fast-check";
import FeedParser from "feedparser";
import { parseFeed } from "feedsmith";
import RssParser from "rss-parser";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { planSite } from "../../src/build/plan.ts";
import { compose } from "../../src/compose/compose.ts";
import type { Story } from "../../src/compose/story.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { record } from "../../src/ledger/record.ts";
import { readArticle } from "../../src/read/read.ts";
import { FORMATS, type FormatName } from "../../src/render/formats.ts";
import { anyDate, anyText } from "../render/arbitrary-feeds.ts";
import { readAtom, readJson, readRss } from "../render/reading.ts";
import { PATIENCE, RUNS } from "../support/runs.ts";
import { PUBLICATION } from "../support/story.ts";

const NOW = new Date("2026-06-01T00:00:00Z");

/** What somebody writes into an article's fields. */
interface Fields {
  readonly title: string;
  readonly section: string;
  readonly summary: string;
  readonly author: string;
  readonly tag: string;
  readonly body: string;
  readonly date?: string;
}

const PLAIN: Fields = {
  title: "The ferry",
  section: "Harbour",
  summary: "It",
  author: "Jane",
  tag: "ships",
  body: "y",
};

interface Feeds {
  readonly rss: string;
  readonly atom: string;
  readonly json: string;
}

/** The whole way from a file's bytes to three feeds. */
async function published({
  title,
  section,
  summary,
  author,
  tag,
  body,
  date = "2026-05-01T08:00:00Z",
}: Fields): Promise<Feeds> {
  const fields = { title, section, summary: `About ${summary}`, date, authors: [{ name: author }], tags: [tag] };
  const file = `---\n${stringify(fields, { defaultStringType: "QUOTE_DOUBLE", lineWidth: 0 })}---\n<p>x ${escaped(body)} x</p>\n`;
  const article = await readArticle(Buffer.from(file), "a.html");
  expect(article.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  return printed(await compose(article, { publication: PUBLICATION, now: NOW }));
}

function printed(story: Story): Feeds {
  const recorded = record(EMPTY_LEDGER, [story], {
    publication: PUBLICATION,
    now: NOW,
    strict: false,
    silent: new Set(),
    standing: () => undefined,
    committed: () => undefined,
  });
  const [main] = planSite(PUBLICATION, recorded, NOW).site.editions;
  if (main === undefined) throw new Error("nothing was published");
  const printed = (format: FormatName): string => FORMATS[format].pieces(main.feed).join("");
  return { rss: printed("rss"), atom: printed("atom"), json: printed("json") };
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** What is documented to be left out: controls, halves of characters, noncharacters, and marks that show nothing. */
const REMOVED = /(?![\t\n\r])\p{Cc}|[\ufeff\ufffd\p{Noncharacter_Code_Point}\p{Surrogate}]/gu;

/** A text as it arrives: without what no feed carries, white space folded to blanks. */
const arriving = (text: string): string =>
  text
    .replace(/\r\n?|\u0085/g, "\n")
    .replace(REMOVED, "")
    .replace(/\s+/g, " ")
    .trim();

/** Without what readers take for markup or an address of mail, which titles and names are documented to lose or to mark. */
const words = anyText.filter((text) => arriving(text) !== "" && !/<\/?[\w!?]|&[#\w]+;|@|[<>]/.test(arriving(text)));

const anyFields: fc.Arbitrary<Fields> = fc.record({
  title: words,
  section: words,
  summary: words,
  // A name is read as a byline is: what is no letter may part it, or leave it.
  author: words.filter((name) => /^\p{L}[\p{L}\p{M} ’]*$/u.test(arriving(name)) && !/\band\b|^by\b/i.test(name)),
  tag: words.filter((tag) => !/[,;]/.test(tag)),
  body: anyText,
});

/** What a parser has of an entry, in whatever words. */
interface Seen {
  readonly title: string | undefined;
  readonly content: string | undefined;
}

const SEEN: Readonly<Record<string, (feeds: Feeds) => Promise<readonly Seen[]>>> = {
  "our own, strict": async ({ rss, atom, json }) =>
    [readRss(rss), readAtom(atom), readJson(json)].map(([entry]) => ({ title: entry?.title, content: entry?.html })),
  feedsmith: async ({ rss, atom, json }) => [rss, atom, json].map(byFeedsmith),
  "rss-parser": async ({ rss, atom }) => [await byRssParser(rss), await byRssParser(atom)],
  feedparser: async ({ rss, atom }) => [await byFeedParser(rss), await byFeedParser(atom)],
};

type Loose = Readonly<Record<string, unknown>>;
const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : (value as { readonly value?: string } | undefined)?.value;

function byFeedsmith(source: string): Seen {
  const { feed } = parseFeed(source) as unknown as { readonly feed: Loose };
  const [item = {}] = (feed.items ?? feed.entries) as readonly Loose[];
  const content = (item.content as Loose | undefined)?.encoded ?? item.content ?? item.content_html;
  return { title: textOf(item.title), content: textOf(content) };
}

async function byRssParser(source: string): Promise<Seen> {
  const parser = new RssParser({ customFields: { item: [["content:encoded", "encoded"]] } });
  const [item] = (await parser.parseString(source)).items as unknown as readonly (Loose & {
    readonly title?: string;
  })[];
  return { title: item?.title, content: textOf(item?.encoded ?? item?.content) };
}

function byFeedParser(source: string): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const parser = new FeedParser({ addmeta: false });
    let seen: Seen = { title: undefined, content: undefined };
    parser.on("error", reject);
    parser.on("readable", () => {
      for (let item = parser.read(); item !== null; item = parser.read())
        seen = { title: item.title ?? undefined, content: item.description ?? undefined };
    });
    parser.on("end", () => resolve(seen));
    Readable.from([source]).pipe(parser);
  });
}

test.for(Object.entries(SEEN))("any text in any field arrives, as %s reads it", PATIENCE, async ([, read]) => {
  await fc.assert(
    fc.asyncProperty(anyFields, async (fields) => {
      const expected = { title: arriving(fields.title), content: arriving(`<p>x ${escaped(fields.body)} x</p>`) };
      for (const { title, content } of await read(await published(fields)))
        expect({ title, content: arriving(content ?? "") }).toEqual(expected);
    }),
    RUNS,
  );
});

test("section, authors, tags and summary are the same in all three", PATIENCE, async () => {
  await fc.assert(
    fc.asyncProperty(anyFields, async (fields) => {
      const { rss, atom, json } = await published(fields);
      const [ours, other, third] = [readRss(rss)[0], readAtom(atom)[0], readJson(json)[0]];
      // Names in capitals are written as names are.
      expect(ours?.authors.map((one) => one.toLowerCase())).toEqual([arriving(fields.author).toLowerCase()]);
      expect([other?.authors, third?.authors]).toEqual([ours?.authors, ours?.authors]);
      expect([other?.tags, third?.tags]).toEqual([ours?.tags, ours?.tags]);
      expect(ours?.tags).toContain(arriving(fields.tag));
      // A section begins with a capital, as sections do.
      expect(ours?.tags.map((one) => one.toUpperCase())).toContain(arriving(fields.section).toUpperCase());
      expect([ours?.summary, other?.summary, third?.summary]).toEqual(
        Array(3).fill(`About ${arriving(fields.summary)}`),
      );
    }),
    RUNS,
  );
});

test("any instant arrives as it was stated, to the second and whatever its zone", PATIENCE, async () => {
  const zone = fc.integer({ min: -14 * 60, max: 14 * 60 });
  await fc.assert(
    fc.asyncProperty(anyDate, zone, async (date, minutes) => {
      const instant = Math.floor(date.getTime() / 1000) * 1000;
      const [wall = ""] = new Date(instant + minutes * 60_000).toISOString().split(".");
      const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
      const offset = `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
      const { rss, atom, json } = await published({ ...PLAIN, date: `${wall}${offset}` });
      const told = [readRss(rss), readAtom(atom), readJson(json)].map(([entry]) => entry?.published);
      expect(told).toEqual(Array(3).fill(new Date(instant).toISOString()));
    }),
    RUNS,
  );
});

test("the same bytes give the same bytes", PATIENCE, async () => {
  await fc.assert(
    fc.asyncProperty(anyFields, async (fields) => {
      expect(await published(fields)).toEqual(await published(fields));
    }),
    RUNS,
  );
});

/** What may stand in a headline, and the words that a reader is to see of it. */
const PIECES: readonly (readonly [markup: (word: string) => string, shown: (word: string) => string])[] = [
  [(word) => word, (word) => word],
  [(word) => `<b>${word}</b>`, (word) => word],
  [(word) => `<i class="x" onclick="alert(1)">${word}`, (word) => word],
  [(word) => `<a href="javascript:alert(1)">${word}</a>`, (word) => word],
  [(word) => `<span style="background:url(x)"><span>${word}</span></span>`, (word) => word],
  [(word) => `<svg onload=alert(1)></svg>${word}`, (word) => word],
  [(word) => `${word}<br>${word}`, (word) => `${word} ${word}`],
  [(word) => `&lt;b&gt;${word}`, (word) => `<b>${word}`],
  [(word) => `&lt;script&gt;${word}&lt;/script&gt;`, (word) => `<script>${word}</script>`],
  [(word) => `${word} &amp;amp; ${word}`, (word) => `${word} &amp; ${word}`],
  [(word) => `${word} &amp; ${word}`, (word) => `${word} & ${word}`],
  [(word) => `${word} ]]&gt; ${word}`, (word) => `${word} ]]> ${word}`],
  [(word) => `<!-- ${word} -->`, () => ""],
  [(word) => `<script>${word}</script>`, () => ""],
  [(word) => `<style>${word}</style>`, () => ""],
  [(word) => `<img src=x onerror="${word}">`, () => ""],
];
const anyPiece = fc.tuple(fc.constantFrom(...PIECES), fc.stringMatching(/^[a-zé港]{2,7}$/));

/** The three feeds of an article in a file of its own. */
async function feedsOf(file: string, name: string): Promise<Feeds> {
  const story = await compose(await readArticle(Buffer.from(file), name), { publication: PUBLICATION, now: NOW });
  expect(story.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  return printed(story);
}

/** What readers that take titles for what they are, plain or HTML, show of them. */
const titlesIn = ({ rss, atom, json }: Feeds): readonly (string | undefined)[] =>
  [readRss(rss), readAtom(atom), readJson(json)].map(([entry]) => entry?.title);

test.for([
  ["an HTML page", "a.html", (line: string) => `<h1>${line}</h1>\n<p>It sails on Monday.</p>\n`],
  ["Markdown", "a.md", (line: string) => `# ${line}\n\nIt sails on Monday.\n`],
] as const)(
  "a headline with markup in %s comes out as the words that a browser shows",
  PATIENCE,
  async ([, name, file]) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPiece, { minLength: 1, maxLength: 5 }), async (pieces) => {
        const line = `Ferry ${pieces.map(([[markup], word]) => markup(word)).join(" ")}`;
        const shown = `Ferry ${pieces.map(([[, words], word]) => words(word)).join(" ")}`;
        expect(titlesIn(await feedsOf(file(line), name)), line).toEqual(Array(3).fill(arriving(shown)));
      }),
      RUNS,
    );
  },
);

/** RSS can't say whether a title is HTML: readers take one for it that has a closing tag, escaped or not. */
const unambiguous = anyPiece.filter(([[markup]]) => !markup("").includes("&lt;/"));

test(
  "a title that front matter states is no markup, whatever it looks like: each sign of it arrives",
  PATIENCE,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(unambiguous, { minLength: 1, maxLength: 5 }), async (pieces) => {
        const title = `Ferry ${pieces.map(([[markup], word]) => markup(word)).join(" ")}`;
        expect(titlesIn(await published({ ...PLAIN, title }))).toEqual(Array(3).fill(arriving(title)));
      }),
      RUNS,
    );
  },
);
