import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TooDeep } from "../../src/read/depth.ts";
import { htmlBlocks } from "../../src/read/html.ts";
import { sanitise } from "../../src/read/sanitise.ts";
import { effort } from "../support/effort.ts";
import { RUNS } from "../support/runs.ts";

const clean = (html: string): string =>
  htmlBlocks(html, "a.html", 1)
    .map((block) => block.html)
    .join("\n");

describe("what comes out of HTML", () => {
  test.for([
    ["<p>a <em>b</em> <strong>c</strong></p>", "<p>a <em>b</em> <strong>c</strong></p>", "emphasis stays"],
    ['<p class="x" id="y" style="color:red" onclick="z()">a</p>', "<p>a</p>", "classes, ids, styles, handlers go"],
    ["<p>a</p><script>alert(1)</script>", "<p>a</p>", "scripts go with all they hold"],
    ["<p>a<style>p{}</style></p>", "<p>a</p>", "so do styles"],
    ['<p><a href="javascript:alert(1)">a</a></p>', "<p><a>a</a></p>", "no address that runs"],
    ['<p><a href="JaVaScRiPt&#58;alert(1)">a</a></p>', "<p><a>a</a></p>", "however it is written"],
    ['<p><a href="data:text/html,x">a</a></p>', "<p><a>a</a></p>", "nor one that carries a page"],
    ['<p><img src="x" onerror="alert(1)" alt="b" /></p>', '<p><img src="x" alt="b" /></p>', "no handler on a picture"],
    ["<svg><script>alert(1)</script></svg><p>a</p>", "<p>a</p>", "no SVG"],
    ['<form action="/x"><input name="a"><p>b</p></form><p>c</p>', "<p>c</p>", "no forms"],
    ['<iframe src="https://evil.example/"></iframe><p>a</p>', "<p>a</p>", "an unknown frame leaves nothing"],
    [
      '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
      '<p><a href="https://www.youtube.com/watch?v=abcdefghijk">Video on YouTube</a></p>',
      "a known one leaves a link",
    ],
    ['<p><img src="p.gif" width="1" height="1">a</p>', "<p>a</p>", "a counting pixel"],
    [
      '<p><img data-src="a.jpg" src="data:image/gif;base64,R0" alt="b"></p>',
      '<p><img src="a.jpg" alt="b" /></p>',
      "lazy loading is undone",
    ],
    [
      '<p><img data-src="a.jpg" alt=""><noscript><img src="a.jpg"></noscript></p>',
      '<p><img src="a.jpg" alt="" /></p>',
      "and its twin for browsers without scripts",
    ],
    ["<div>a<div>b</div>c</div>", "<p>a</p>\n<p>b</p>\n<p>c</p>", "loose text becomes paragraphs"],
    ["<p>a<p>b", "<p>a</p>\n<p>b</p>", "ends that are missing"],
    ["<b>a<i>b</b>c</i>", "<p><b>a<i>b</i></b>c</p>", "tags that cross"],
    ["<ul>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>", "words between items"],
    [
      "<table>x<tr><td>a</table>",
      "<table><tr><td>x</td></tr><tr><td>a</td></tr></table>",
      "words between rows have one of their own",
    ],
    ["<dl>a<dt>b</dl>", "<dl><dd>a</dd><dt>b</dt></dl>", "and words between terms"],
    ["<td>a</td>", "<p>a</p>", "a cell without a table"],
    ['<a href="/b">a <a href="/d">c</a> e</a>', '<p><a href="/b">a c e</a></p>', "a link in a link is none"],
    ['<p lang="he" dir="rtl">a</p>', '<p dir="rtl" lang="he">a</p>', "a paragraph's language and direction"],
    ['<h2 title="b" dir="up" lang="x y">a</h2>', '<h2 title="b">a</h2>', "but not what is neither"],
    [
      '<p><time datetime="javascript:1">a</time> <time datetime="2026-05-01T09:00Z">b</time></p>',
      '<p><time>a</time> <time datetime="2026-05-01T09:00Z">b</time></p>',
      "times that are none",
    ],
    [
      '<p><img src="a.png" alt="" width="-1" height="1e9"><img src="b.png" alt="" width="100%"></p>',
      '<p><img src="a.png" alt="" /><img src="b.png" alt="" width="100%" /></p>',
      "sizes that are none",
    ],
    ["<p>a<br><br></p>", "<p>a</p>", "breaks at the end"],
    ["a<br><br>b", "<p>a</p>\n<p>b</p>", "an empty line between"],
    ["<p hidden>a</p><p style='display:none'>b</p><p>c</p>", "<p>c</p>", "what the page hides"],
    [
      "<p>&lt;script&gt; &amp;amp; &nbsp;x</p>",
      "<p>&lt;script&gt; &amp;amp; \u00a0x</p>",
      "words about markup stay words",
    ],
    [
      "<h2>a</h2><blockquote><p>b</p></blockquote><pre><code>c  d</code></pre><hr>",
      "<h2>a</h2>\n<blockquote><p>b</p></blockquote>\n<pre><code>c  d</code></pre>\n<hr />",
      "headings, quotes, code, rules",
    ],
    [
      "<constructor>a</constructor><p><constructor>b</constructor></p>",
      "<p>a</p>\n<p>b</p>",
      "names that objects have",
    ],
    ["<!-- a --><p>b<!-- c --></p>", "<p>b</p>", "comments"],
    ["", "", "nothing"],
  ] as const)("%s → %s (%s)", ([html, expected]) => {
    expect(clean(html)).toBe(expected);
  });

  test("a thousand nested tags are flattened, not fatal", () => {
    expect(clean(`${"<div><b>".repeat(499)}deep`)).toContain("deep");
  });

  test("more are not read", () => {
    expect(() => clean("<div><b>".repeat(501))).toThrow(TooDeep);
  });
});

const ACTIVE =
  /<(?:script|style|iframe|object|embed|form|svg|math|link|meta|base)\b|\son\w+\s*=|(?:href|src|poster)="\s*(?:javascript|vbscript|data):/i;
const PIECE = fc.oneof(
  fc.constantFrom(
    "<p>",
    "</p>",
    "<div>",
    "<a href='javascript:x'>",
    "</a>",
    "<img src=x onerror=y>",
    "<script>",
    "</script>",
    "<svg onload=z>",
    "<table>",
    "<tr>",
    "<td>",
    "<ul>",
    "<li>",
    "<b>",
    "</i>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&lt;",
    "&#0;",
    '"',
    "'",
    "<style>",
    "</style>",
    "<noscript>",
    "<iframe src=//evil.example>",
  ),
  fc.string({ maxLength: 12 }),
);

test("whatever comes in, nothing active comes out, and cleaning it again changes nothing", () => {
  fc.assert(
    fc.property(fc.array(PIECE, { maxLength: 25 }), (pieces) => {
      const html = clean(pieces.join(""));
      expect(html).not.toMatch(ACTIVE);
      expect(sanitise(html)).toBe(html);
      expect(clean(html)).toBe(clean(clean(html)));
    }),
    RUNS,
  );
});

test.for([
  ["<b>x</b>", "tags"],
  ["<div><span></span></div>", "nested tags"],
  ["&amp;", "references"],
  ["<a href='", "half an attribute"],
  ["<!--", "comments that never end"],
  ["</p>", "ends without beginnings"],
] as const)("%j, eight times as often, takes some eight times as long (%s)", ([piece]) => {
  const took = (times: number): number => {
    const html = piece.repeat(times);
    return Math.min(...[1, 2, 3].map(() => effort(() => clean(html))));
  };
  took(500);
  // Linear is 8, quadratic 64. A few milliseconds are added so that what takes no time has no ratio.
  expect((took(16_000) + 5) / (took(2_000) + 5)).toBeLessThan(32);
});
