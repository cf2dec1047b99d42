import { gzipSync } from "node:zlib";
import { article, bytes, type Case, page, text, utf16 } from "./case.ts";

/** What no other list thinks of: encodings cut short, other people's files, names that shells obey, markup that mutates. */
export const OTHERS: readonly Case[] = [
  ["utf16-odd.txt", joined(utf16(text("It sails.")), "A"), "warning read/characters-removed", "half a unit at the end"],
  [
    "cesu8.txt",
    joined(text("A "), bytes("\xed\xa0\xbd\xed\xb8\x80"), "smile"),
    "warning read/encoding",
    "halves of a character, each in UTF-8",
  ],
  [
    "overlong.html",
    joined(page(""), bytes("<p>\xc0\xbcscript\xc0\xbealert(1)</p>")),
    "warning read/encoding",
    "too long a form of <",
  ],
  [
    "utf7.html",
    `<meta charset=utf-7>${page("<p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>")}`,
    "clean",
    "an encoding that hides <",
  ],
  [
    "escapes.html",
    `<meta charset=iso-2022-jp>${page("<p>\x1b(Jsails~\x1b(B</p>")}`,
    "warning read/characters-removed",
    "an encoding with states",
  ],
  [
    "declared-late.html",
    `<!-- ${"x".repeat(3000)} --><meta charset=windows-1251>${page("<p>é</p>")}`,
    "clean",
    "a declaration that comes too late",
  ],
  ["declared-wide.html", `<meta charset=utf-16le>${page("<p>é</p>")}`, "clean", "a declaration that can't be true"],
  [
    "utf32.txt",
    bytes(`\xff\xfe\0\0${text("It sails.").split("").join("\0\0\0")}\0\0\0`),
    "warning read/characters-removed",
    "four bytes a character",
  ],
  ["gzip.md", gzipSync(article("It sails.")), "refused read/binary", "a file that is packed"],
  ["zip.md", bytes(`PK\x03\x04\x14\0\x08\0${"\0".repeat(300)}`), "refused read/binary", "a word processor's file"],
  [
    "pdf.txt",
    bytes(`%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\nendobj\n${"\x9c".repeat(300)}`),
    "refused read/binary",
    "a PDF without a NUL",
  ],
  [
    "rtf.txt",
    "{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Times;}}\\f0 The ferry sails.}",
    "refused read/binary",
    "a word processor's words",
  ],
  [
    "postscript.txt",
    "%!PS-Adobe-3.0\n/Times findfont 12 scalefont setfont\n(The ferry) show\n",
    "refused read/binary",
    "a printer's program",
  ],
  ["bom-inside.md", article("It\ufeff sails\ufeff."), "clean", "marks in the middle"],
  [
    "bom-crlf.md",
    "\ufeff---\r\ntitle: The ferry\r\ndate: 2026-05-01\r\n---\r\nIt sails.\r\n",
    "clean",
    "a mark before CRLF front matter",
  ],
  ["fences.md", "---\n---\n", "refused article/empty", "front matter of nothing, and nothing after it"],
  [
    "fence-blanks.md",
    "--- \ntitle: The ferry\ndate: 2026-05-01\n---   \nIt sails.\n",
    "clean",
    "blanks behind the fences",
  ],
  ["complex-key.md", article("It sails.", "? [a, b]\n: c"), "clean", "a key that is a list"],
  ["set.md", article("It sails.", "tags: !!set {a, b}"), "refused matter/ill-typed 4", "a set"],
  [
    "date-list.md",
    "---\ntitle: The ferry\ndate: [2026-05-01, 2026-05-02]\n---\nIt sails.\n",
    "refused matter/ill-typed 3",
    "two dates",
  ],
  [
    "date-map.md",
    "---\ntitle: The ferry\ndate: {year: 2026}\n---\nIt sails.\n",
    "refused matter/ill-typed 3",
    "a date in pieces",
  ],
  [
    "date-west.md",
    "---\ntitle: The ferry\ndate: 9999-12-31T23:59:59-12:00\n---\nIt sails.\n",
    "refused matter/ill-typed 3",
    "the year 10000, seen from elsewhere",
  ],
  [
    "date-east.md",
    "---\ntitle: The ferry\ndate: 0001-01-01T00:00:00+14:00\n---\nIt sails.\n",
    "refused matter/ill-typed 3",
    "the year 0",
  ],
  [
    "updated-9999.md",
    article("It sails.", "updated: 9999-01-01"),
    "refused matter/ill-typed 4",
    "a correction at the end of days",
  ],
  [
    "date-twice.md",
    "---\ntitle: The ferry\ndate: 2025-10-26 02:30\n---\nIt sails.\n",
    "clean",
    "an hour that there is twice",
  ],
  [
    "authors-null.md",
    article("It sails.", "authors: [null, '', {name: ''}]"),
    "refused matter/ill-typed 4",
    "people without a name",
  ],
  [
    "authors-many.md",
    article("It sails.", `authors: [${many(3000, "Ada B")}]`),
    "refused matter/ill-typed 4",
    "three thousand authors, each with feeds",
  ],
  [
    "tags-many.md",
    article("It sails.", `tags: [${many(3000, "t")}]`),
    "refused matter/ill-typed 4",
    "three thousand tags, each with feeds",
  ],
  [
    "author-address.md",
    article("It sails.", 'authors: [{name: Jane Doe, url: "javascript:alert(1)", email: "a@b\\r\\nBcc: x"}]'),
    "clean",
    "addresses that are none",
  ],
  [
    "tags-odd.md",
    article("It sails.", 'tags: ["<script>alert(1)</script>", a/b, "..", ".", CON, "a\\0b", " ", "\\u202e"]'),
    "clean",
    "tags that are paths, markup, nothing",
  ],
  ["section-climbs.md", article("It sails.", 'section: "../../../etc"'), "clean", "a section that is a path"],
  ["section-dots.md", article("It sails.", 'section: ".."'), "clean", "a section that is a folder"],
  [
    "title-lines.md",
    '---\ntitle: "a\\nb\\r\\nc\\u2028d"\ndate: 2026-05-01\n---\nIt sails.\n',
    "clean",
    "a title of many lines",
  ],
  [
    "title-invisible.md",
    '---\ntitle: "\\u200b\\u200d\\u2060"\ndate: 2026-05-01\n---\nIt sails from the pier.\n',
    "clean",
    "a title that nobody sees",
  ],
  [
    "title-directions.md",
    '---\ntitle: "\\u202e\\u2066"\ndate: 2026-05-01\n---\nIt sails from the pier.\n',
    "clean",
    "a title of directions only",
  ],
  [
    "title-picture.md",
    "# ![](https://cdn.example/x.png)\n\nPublished May 1, 2026\n\nIt sails from the pier.\n",
    "clean",
    "a headline that is a picture",
  ],
  [
    "title-cdata.txt",
    "A <![CDATA[ferry]]> sails\nBy Jane Doe\nPublished May 1, 2026\n\nIt <![CDATA[ sails ]]>.\n",
    "clean",
    "XML's own signs as words",
  ],
  [
    "title-endless.md",
    `---\ntitle: ${"ferry ".repeat(170_000)}\ndate: 2026-05-01\n---\nIt sails.\n`,
    "refused matter/syntax 1",
    "a megabyte of title",
  ],
  [
    "language.md",
    article("It sails.", 'language: "en\\"><script>alert(1)</script>"'),
    "warning matter/ill-typed",
    "a language that breaks out of an attribute",
  ],
  ["id-endless.md", article("It sails.", `id: "urn:${"x".repeat(5000)}"`), "clean", "an id of 5,000 characters"],
  ["slug-dot.md", article("It sails.", 'slug: "."'), "clean", "a slug that is the folder itself"],
  ["slug-percent.md", article("It sails.", 'slug: "..%2f..%2fx"'), "clean", "a slug that climbs in percent"],
  ["slug-feed.md", article("It sails.", "slug: rss.xml"), "clean", "a slug that is a feed's name"],
  ["link-bracket.md", article("It sails.", 'link: "https://[::1"'), "refused matter/ill-typed 4", "half an address"],
  [
    "image-bracket.md",
    article("It sails.", 'image: "http://[bad"'),
    "refused matter/ill-typed 4",
    "a picture at no address",
  ],
  [
    "image-port.md",
    article("It sails.", 'audio: "https://h.example:99999/a.mp3"'),
    "refused matter/ill-typed 4",
    "a sound at a port that there isn't",
  ],
  [
    "image-file.md",
    article("It sails.", 'image: "file:///etc/passwd"'),
    "refused matter/ill-typed 4",
    "a file of this machine",
  ],
  [
    "body-addresses.html",
    page(
      '<a href="http://h.example:99999/">a</a><img src="http://[bad"><video src="http://[bad"></video><a href="http://">b</a>',
    ),
    "clean",
    "addresses that are none, in a body",
  ],
  [
    "schemes.html",
    page(
      [
        "intent://x#Intent;end",
        "ms-word:ofe|u|x",
        "jar:http://x!/",
        "chrome://x",
        "about:blank",
        "ws://x",
        "mhtml:x",
        "javascript&colon;alert(1)",
      ]
        .map((one) => `<a href="${one}">a</a>`)
        .join(" "),
    ),
    "clean",
    "schemes that start programs",
  ],
  [
    "toml-open.md",
    '+++\ntitle = "The ferry"\ndate = 2026-05-01\n\nIt sails.\n',
    "refused matter/unclosed 1",
    "TOML without an end",
  ],
  [
    "toml-local.md",
    '+++\ntitle = "The ferry"\ndate = 2026-05-01T07:32:00\nx = 07:32:00\n+++\nIt sails.\n',
    "clean",
    "times without a zone",
  ],
  [
    "mxss-glyph.html",
    page('<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">'),
    "clean",
    "markup that another parser reads otherwise",
  ],
  [
    "mxss-form.html",
    page("<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>"),
    "clean",
    "forms that swap their parents",
  ],
  [
    "mxss-noscript.html",
    page('<noscript><p title="</noscript><img src=x onerror=alert(1)>">a'),
    "clean",
    "words that are markup without scripts",
  ],
  [
    "mxss-style.html",
    page('<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">b'),
    "clean",
    "a style that is an attribute",
  ],
  [
    "shadow.html",
    page("<div><template shadowrootmode=open><script>alert(1)</script><slot></slot></template>a</div>"),
    "clean",
    "a tree in the shadow",
  ],
  [
    "popover.html",
    page("<button popovertarget=x>a</button><p popover id=x onbeforetoggle=alert(1)>b</p>"),
    "clean",
    "what opens by itself",
  ],
  [
    "preload.html",
    page(
      '<link rel=preload as=script href="https://evil.example/x.js"><link rel=prerender href="https://evil.example/">a',
    ),
    "clean",
    "what is fetched before it is wanted",
  ],
  [
    "area.html",
    page(
      '<map name=m><area coords="0,0,9,9" href="javascript:alert(1)"></map><img usemap="#m" src="https://cdn.example/a.png">',
    ),
    "clean",
    "a picture with places to click",
  ],
  [
    "sources.html",
    page(`<img src="https://cdn.example/a.png" srcset="${many(5000, "https://cdn.example/", "w")}">`),
    "clean",
    "five thousand candidates",
  ],
  [
    "keywords.html",
    `<meta name=keywords content="${many(5000, "k")}">${page("")}`,
    "clean",
    "five thousand keywords, of which 200 are taken",
  ],
  ["only-doctype.html", "<!doctype html>", "refused article/empty", "a page without a word"],
  [
    "drawing.html",
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "refused article/empty",
    "a drawing",
  ],
  ["fences-many.md", article(`${"```".repeat(3000)}\n${"~~~\n".repeat(3000)}`), "clean", "fences without end"],
  [
    "references.md",
    article(`${many(5000, "[r", "]: https://x.example/").replaceAll(", ", "\n")}\n\n${many(5000, "[r", "]")}`),
    "clean",
    "five thousand references",
  ],
  [
    "entities.md",
    article("a &#0; &#xD800; &#x110000; &#99999999999; &amp;amp;lt; &nosuch; &#8;"),
    "clean",
    "references to no character",
  ],
  [
    "comments.md",
    article("a <!-- \n\n <script>alert(1)</script> \n\n --> b <!--> c --!> d"),
    "clean",
    "comments that end otherwise",
  ],
  ["zalgo.txt", text(`f${"\u0301\u0325".repeat(20_000)}erry`), "clean", "forty thousand accents on a letter"],
  [
    "byline-markup.txt",
    "The ferry\nBy <script>alert(1)</script>\nPublished May 1, 2026\n\nIt sails.\n",
    "clean",
    "a byline that is markup",
  ],
  [
    "byline-endless.txt",
    `The ferry\nBy ${"Jane Doe, ".repeat(5000)}\nPublished May 1, 2026\n\nIt sails.\n`,
    "clean",
    "five thousand names in a line",
  ],
  ["$(touch pwned).md", article("It sails."), "clean", "a name that a shell would obey"],
  ["--help.md", article("It sails."), "clean", "a name that is an option"],
  ["a;b|c&d.md", article("It sails."), "clean", "a name with signs of shells"],
  ["<img src=x onerror=alert(1)>.md", article("It sails."), "clean", "a name that is markup"],
  ["__proto__.md", article("It sails."), "clean", "a name that objects have"],
  ["index.html/x.md", article("It sails."), "clean", "a folder with a page's name"],
  ["\u200b.md", article("It sails."), "clean", "a name that nobody sees"],
  ["\u202egnp.md", article("It sails."), "clean", "a name that reads backwards"],
  ["a\u2028b.md", article("It sails."), "clean", "a name with the end of a line"],
  ["%00.md", article("It sails."), "clean", "a name with a NUL in percent"],
];

function joined(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

/** Numbered words, with commas between. */
function many(count: number, before: string, after = ""): string {
  return Array.from({ length: count }, (_, index) => `${before}${index}${after}`).join(", ");
}
