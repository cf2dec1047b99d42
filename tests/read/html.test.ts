import { describe, expect, test } from "vitest";
import { readArticle } from "../../src/read/read.ts";

const read = (text: string, file = "a.html") => readArticle(new TextEncoder().encode(text), file);

const DOCUMENT = `<!doctype html>
<html lang="en-GB"><head>
<title>Ferry returns | The Gazette</title>
<meta property="og:title" content="Ferry returns">
<meta property="og:site_name" content="The Gazette">
<meta name="author" content="Jane Doe">
<meta property="article:author" content="https://facebook.example/gazette">
<meta property="article:published_time" content="2026-05-01T08:00:00+01:00">
<meta name="keywords" content="ferries, bay">
<link rel="canonical" href="https://gazette.example/ferry">
</head><body>
<nav>Home</nav>
<article>
<header><h1>Ferry returns</h1>
<p class="byline">By <a rel="author" href="/jane">Jane Doe</a><br><time datetime="2026-05-01T08:00:00+01:00">1 May 2026</time></p></header>
<p>The ferry sails again.</p>
</article>
<footer>About us</footer>
</body></html>
`;

describe("a whole document", () => {
  test("says of itself what its head says", async () => {
    const { meta } = await read(DOCUMENT);
    expect(Object.fromEntries(Object.entries(meta).map(([key, { value }]) => [key, value]))).toEqual({
      title: "Ferry returns",
      outlet: "The Gazette",
      authors: [{ name: "Jane Doe" }],
      published: "2026-05-01T08:00:00+01:00",
      tags: ["ferries", "bay"],
      language: "en-GB",
      link: "https://gazette.example/ferry",
    });
  });

  test("has its article's blocks, with lines, places and hints", async () => {
    const { blocks } = await read(DOCUMENT);
    expect(
      blocks.map(({ kind, level, lines }) => [
        kind,
        level,
        ...lines.map(({ text, hint, datetime, place }) => [text, hint, datetime, place.line]),
      ]),
    ).toEqual([
      ["heading", 1, ["Ferry returns", undefined, undefined, 14]],
      [
        "paragraph",
        undefined,
        ["By Jane Doe", "byline", undefined, 15],
        ["1 May 2026", "byline", "2026-05-01T08:00:00+01:00", 15],
      ],
      ["paragraph", undefined, ["The ferry sails again.", undefined, undefined, 16]],
    ]);
  });

  test.for([
    [
      '{"@type":"NewsArticle","headline":"A","author":{"@type":"Person","name":"Jane Doe","url":"https://x.example/"},"datePublished":"2026-05-01"}',
      { title: "A", authors: [{ name: "Jane Doe", uri: "https://x.example/" }], published: "2026-05-01" },
      "an article",
    ],
    [
      '{"@graph":[{"@type":"WebPage"},{"@type":["Article"],"author":[{"@type":"Organization","name":"Reuters"}]}]}',
      { authors: [{ name: "Reuters", organisation: true }] },
      "in a graph",
    ],
    ['{"@type":"Recipe","headline":"A"}', {}, "no article"],
    ["{broken", {}, "no JSON"],
  ] as const)("JSON-LD %s → %j (%s)", async ([json, expected]) => {
    const { meta } = await read(
      `<html><head><script type="application/ld+json">${json}</script></head><body><p>x</p></body></html>`,
    );
    expect(Object.fromEntries(Object.entries(meta).map(([key, { value }]) => [key, value]))).toEqual(expected);
  });
});

test.for([
  [
    '<div><span class="by">By</span><a class="author">Sophie Foster</a><span class="role">Reporter</span><time class="date">11:58</time></div>',
    ["By Sophie Foster", "Reporter", "11:58"],
    "what a page's style keeps apart does not glue",
  ],
  ["<p>in<em>ter</em>national</p>", ["international"], "emphasis inside a word does"],
  ["<p>a<br>b</p>", ["a", "b"], "a break is a line"],
  ["<ul><li>a</li><li>b</li></ul>", ["a", "b"], "an item is a line"],
] as const)("%s → %j (%s)", async ([html, lines]) => {
  const { blocks } = await read(html);
  expect(blocks.flatMap((block) => block.lines.map(({ text }) => text))).toEqual(lines);
});

describe("Markdown", () => {
  const markdown = async (text: string) => (await read(text, "a.md")).blocks;

  test.for([
    ["# A *b*", ["heading", "<h1>A <em>b</em></h1>", ["A b"]], "headings"],
    [
      "**By Jane Doe**\n*May 1, 2026*",
      ["paragraph", "<p><strong>By Jane Doe</strong>\n<em>May 1, 2026</em></p>", ["By Jane Doe", "May 1, 2026"]],
      "short lines below one another are lines",
    ],
    [
      "*By Jane Doe  \nMay 1, 2026*",
      ["paragraph", "<p><em>By Jane Doe</em><br />\n<em>May 1, 2026</em></p>", ["By Jane Doe", "May 1, 2026"]],
      "emphasis across a break",
    ],
    ["- a\n- b", ["list", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>", ["a", "b"]], "lists"],
    ["> a", ["quote", "<blockquote>\n<p>a</p>\n</blockquote>", ["a"]], "quotes"],
    [
      "```js\na\n```",
      ["code", "<pre><code>a\n</code></pre>", ["a"]],
      "a code block's language is a class, and classes go",
    ],
    ["```\n<b>\n```", ["code", "<pre><code>&lt;b&gt;\n</code></pre>", ["<b>"]], "code"],
    ['"a" -- b...', ["paragraph", "<p>&quot;a&quot; -- b...</p>", ['"a" -- b...']], "quotes and dashes as typed"],
    [
      "[a](javascript:alert(1))",
      ["paragraph", "<p>[a](javascript:alert(1))</p>", ["[a](javascript:alert(1))"]],
      "no address that runs",
    ],
    ["a <script>x</script> <b onclick=y>c</b>", ["paragraph", "<p>a  <b>c</b></p>", ["a c"]], "raw HTML is cleaned"],
    ["![alt](p.jpg)", ["figure", '<p><img src="p.jpg" alt="alt" /></p>', []], "a picture has no words"],
  ] as const)("%j → %j (%s)", async ([text, [kind, html, lines]]) => {
    const [block] = await markdown(text);
    expect([block?.kind, block?.html, block?.lines.map((line) => line.text)]).toEqual([kind, html, lines]);
  });

  test("a line knows where it stands, front matter and all", async () => {
    const blocks = await markdown("---\ntitle: A\n---\n\nBy Jane Doe\n\n> quoted\n");
    expect(blocks.map((block) => block.lines[0]?.place.line)).toEqual([5, 7]);
  });

  test("every line of a paragraph can leave it", async () => {
    const [block] = await markdown("a\nb\nc");
    expect(block?.withLines?.([0, 1, 2])).toBe(block?.html);
    expect(block?.withLines?.([0, 2])).toBe("<p>a\nc</p>");
  });
});

test("a page without any markup is a plain text, line by line", async () => {
  const text = "The ferry\nBy Jane Doe\n\nIt sails at 5 & is < full.\n";
  const { blocks, format } = await readArticle(new TextEncoder().encode(text), "a.html");
  expect([format, blocks.flatMap(({ lines }) => lines.map((line) => line.text))]).toEqual([
    "text",
    ["The ferry", "By Jane Doe", "It sails at 5 & is < full."],
  ]);
});
