import { article, type Case, page } from "./case.ts";

const flood = (sign: string, count: number): string => article(`${sign.repeat(count)}x`);

/** What stands in bodies and makes others than ours stumble: columns, depth, links in links, names that objects have. */
export const BODIES: readonly Case[] = [
  ["aligned.md", article("| a | b |\n|:--|--:|\n| c | d |"), "clean", "columns that are aligned, without a style"],
  ["emphasis.md", article("*a ".repeat(9000) + "b* ".repeat(9000)), "clean", "emphasis that ends, 9,000 deep"],
  ["quotes.md", flood("> ", 400), "clean", "quotes, 400 deep"],
  ["lists.md", flood("1. ", 300), "clean", "lists, 300 deep"],
  ["links-empty.md", article("a [](https://h.example/) b"), "clean", "a link of nothing"],
  ["links-in-links.html", page('<a href="/a">one <a href="/b">two</a> three</a>'), "clean", "a link in a link"],
  ["constructor.html", page("<constructor>a</constructor><__proto__>b</__proto__>"), "clean", "elements of objects"],
  ["loose.html", page("<table>a<tr>b<td>c<tbody>d</table><dl>e<dt>f</dl>"), "clean", "words between rows"],
  [
    "values.html",
    page('<time datetime="javascript:1">a</time><p dir="x" lang="&quot;">b</p><td colspan="1e9">c</td>'),
    "clean",
    "values that are none",
  ],
  ["hosts.html", page('<a href="http://[::1]/">a</a><a href="http://[::1">b</a>'), "clean", "hosts in brackets"],
  ["heading-empty.md", article("#\n\n## \n\nIt sails."), "clean", "headings of nothing"],
  [
    "refused.md",
    article("It sails.", "permalink: https://user:secret@h.example/x"),
    "refused matter/ill-typed 4",
    "a password",
  ],
  ["javascript.md", article("It sails.", 'permalink: "/javascript:alert(1)"'), "clean", "a path that is an address"],
  ["data.md", article("It sails.", 'permalink: "/data:text/html,<script>alert(1)</script>"'), "clean", "another"],
  ["slashes.md", article("It sails.", 'permalink: "/.//evil.example/x"'), "clean", "a path that is a host"],
  ["section-proto.md", article("It sails.", "section: __proto__"), "clean", "a section that objects have"],
  ["section-constructor.md", article("It sails.", "section: constructor"), "clean", "another"],
  ...["jp", "xx", "qaa", "en-US-US", "zh-TW-Hant", "en-abc"].map(
    (tag): Case => [
      `language-${tag}.md`,
      article("It sails.", `language: ${tag}`),
      "warning matter/ill-typed",
      "a language that there is not",
    ],
  ),
  ["language.html", `<html lang="jp"><body>${page("<p>a</p>")}</body></html>`, "clean", "one that a page names"],
  ["unpublished.md", article("It sails.", "published: false"), "nothing at all", "not to be published, beside a date"],
  ["toml-day.md", "+++\ntitle = 'A'\ndate = 2026-02-30\n+++\nIt sails.\n", "refused date/impossible 3", "in TOML"],
  ["zone.md", "---\ntitle: A\ndate: 2026-05-01 10:00 XYZ\n---\nIt sails.\n", "refused matter/ill-typed 3", "no zone"],
  [
    "correction.md",
    article("It sails.", "correction: { text: a, date: 2026-02-30 }"),
    "refused matter/ill-typed 4",
    "corrected on a day that there is not",
  ],
];
