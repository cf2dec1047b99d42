import fc from "fast-check";
import { type Author, type Category, type Enclosure, Feed, type FeedOptions, type Item } from "feed";

/** Strings that break one feed library or another (see the probes), beside strings of any characters. */
const HOSTILE = [
  "]]>",
  "]]> ]]> ]]]]>",
  "<![CDATA[x]]>",
  "AT&T & R&D",
  "&amp; &lt;b&gt; &#38; &#x26; &apos; &nbsp;",
  "<b>",
  "Use <b>bold</b> in HTML",
  "</title></item>",
  "<!-- x --> <?xml?>",
  "a < b > c",
  "\"quoted\" and 'quoted'",
  "undefined",
  "\u0000\u0007\u001b\u007f\u0085\u0092",
  "\ufffd\ufffe\uffff",
  "lone \ud83d and \ude00 surrogates",
  "joined \ud83d\u0000\ude00 surrogates",
  "emoji 👩‍👩‍👧 and 𝒳",
  "line\r\nbreaks\rof\nall\tkinds",
  "first line\nAT&T on the second",
  "  padded  ",
  "\u00a0",
  "",
  "日本語の見出し",
  "قطار عاجل",
  "Jane (JD) Doe, Esq.",
  "Jane <jane@example.org>",
] as const;

export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.string({ maxLength: 30 }),
);

export const anyUrl: fc.Arbitrary<string> = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    "https://EXAMPLE.org/café x",
    "https://example.org/?a=1&b=2&copy=3",
    "https://bücher.example/ä?ö=ü#ß",
    "https://example.org/[x]{y}|z^`'\"<>\\",
    "https://example.org/100%/50%zz",
    "https://example.org:443/a/../b/./c",
    "https://example.org",
  ),
);

/** What callers write where a URL should stand. */
export const oddUrl: fc.Arbitrary<string> = fc.oneof(
  anyUrl,
  anyText,
  fc.constantFrom(
    "/relative/path?x=1",
    "post-42",
    "javascript:alert(1)",
    "data:text/html,x",
    "mailto:a@b.example",
    "//x",
  ),
);

const anyId = fc.oneof(
  oddUrl,
  fc.constantFrom("tag:example.org,2024-08-30:a", "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "urn:isbn:1", "42"),
);

export const anyDate: fc.Arbitrary<Date> = fc.date({
  min: new Date("1991-01-01T00:00:00Z"),
  max: new Date("2025-01-01T00:00:00Z"),
  noInvalidDate: true,
});

const oddDate = fc.oneof(
  { weight: 9, arbitrary: anyDate },
  { weight: 1, arbitrary: fc.constant(new Date(Number.NaN)) },
);

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** A body as it should be: HTML, escaped. */
export const anyHtml: fc.Arbitrary<string> = fc.oneof(
  anyText.map((text) => `<p>${escaped(text)}</p>`),
  fc.tuple(anyText, anyText).map(([one, two]) => `<h2>${escaped(one)}</h2>\n<ul><li>${escaped(two)}</li></ul>`),
);

const given = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

const anyAuthor: fc.Arbitrary<Author> = fc
  .record({
    name: maybe(anyText),
    email: maybe(fc.oneof(fc.emailAddress(), anyText)),
    link: maybe(oddUrl),
    avatar: maybe(oddUrl),
  })
  .map((author) => given(author) as Author);

const anyCategory: fc.Arbitrary<Category> = fc
  .record({ name: maybe(anyText), term: maybe(anyText), scheme: maybe(oddUrl), domain: maybe(oddUrl) })
  .map((category) => given(category) as Category);

const anyEnclosure: fc.Arbitrary<Enclosure> = fc
  .record({
    url: fc.oneof(
      oddUrl,
      anyUrl.map((url) => `${url.replace(/[?#].*$/, "")}/a.mp3`),
    ),
    type: maybe(fc.oneof(fc.constantFrom("audio/mpeg", "jpg", "application/pdf", "audio/ogg; codecs=opus"), anyText)),
    length: maybe(fc.oneof(fc.nat(), fc.constantFrom(Number.NaN, -1.5, 1.5, Infinity))),
    title: maybe(anyText),
    duration: maybe(fc.oneof(fc.nat(9999), fc.constantFrom(Number.NaN, -1))),
  })
  .map((enclosure) => given(enclosure) as Enclosure);

const anyItem: fc.Arbitrary<Item> = fc
  .record({
    title: anyText,
    link: oddUrl,
    id: maybe(anyId),
    guid: maybe(anyId),
    date: oddDate,
    published: maybe(oddDate),
    description: maybe(anyText),
    content: maybe(anyHtml),
    category: maybe(fc.array(anyCategory, { maxLength: 3 })),
    author: maybe(fc.array(anyAuthor, { maxLength: 3 })),
    contributor: maybe(fc.array(anyAuthor, { maxLength: 2 })),
    image: maybe(fc.oneof(oddUrl, anyEnclosure)),
    audio: maybe(fc.oneof(oddUrl, anyEnclosure)),
    video: maybe(fc.oneof(oddUrl, anyEnclosure)),
    enclosure: maybe(anyEnclosure),
    copyright: maybe(anyText),
  })
  .map((item) => given(item) as Item);

const anyOptions: fc.Arbitrary<FeedOptions> = fc
  .record({
    title: anyText,
    id: maybe(anyId),
    link: maybe(oddUrl),
    description: maybe(anyText),
    language: maybe(fc.constantFrom("en", "en_US", "de-AT", "English", "zh-Hans", "xx", "", "yue", "pt-BR")),
    copyright: maybe(anyText),
    updated: maybe(oddDate),
    generator: maybe(fc.oneof(anyText, fc.constant(false as const))),
    ttl: maybe(fc.oneof(fc.nat(), fc.constantFrom(Number.NaN, -1, 1.5))),
    docs: maybe(oddUrl),
    hub: maybe(oddUrl),
    image: maybe(fc.oneof(oddUrl, fc.constantFrom("https://example.org/logo.png", "https://example.org/logo.svg"))),
    favicon: maybe(oddUrl),
    stylesheet: maybe(oddUrl),
    author: maybe(anyAuthor),
  })
  .map((options) => given(options) as FeedOptions);

const SELF = {
  rss: "https://example.org/feeds/rss.xml",
  atom: "https://example.org/feeds/atom.xml",
  json: "https://example.org/feeds/feed.json",
} as const;

/** Any feed with anything in any field, but that it knows where its own files lie. */
export const anyFeed: fc.Arbitrary<Feed> = fc
  .record({
    options: anyOptions,
    items: fc.array(anyItem, { maxLength: 5 }),
    categories: fc.array(anyText, { maxLength: 3 }),
    contributors: fc.array(anyAuthor, { maxLength: 2 }),
  })
  .map(({ options, items, categories, contributors }) => {
    const feed = new Feed({ ...options, feedLinks: SELF });
    feed.items = items;
    feed.categories = categories;
    feed.contributors = contributors;
    return feed;
  });
