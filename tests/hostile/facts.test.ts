import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../src/build.ts";
import { article, page, text } from "./cases/case.ts";
import { type Published, publishAll } from "./publish.ts";

interface Item {
  readonly title: string;
  readonly url: string;
  readonly date_published: string;
  readonly content_html?: string;
  readonly authors?: readonly { readonly name: string }[];
}

interface Facts {
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly at?: string;
  readonly content?: string;
}

const PUBLICATION = "title: Gazette\nurl: https://h.example/\ntimezone: Europe/Berlin\nlimit: 1000\n";
const byline = (line: string): string => text("It sails.").replace("By Jane Doe", line);
const dated = (date: string): string => article("It sails.").replace("2026-05-01", date);

/** What nobody meant to say is not shown, and what somebody said is, however oddly. */
const CASES: readonly (readonly [file: string, content: string, facts: Facts, why: string])[] = [
  ["staff.txt", byline("By Staff"), { authors: ["Staff"] }, "the desk"],
  ["emoji.txt", byline("By 😀 Jane Doe 🎉"), { authors: ["Jane Doe"] }, "pictures around a name"],
  ["unseen.txt", byline("By Jane\u200b Doe\u00ad"), { authors: ["Jane Doe"] }, "what nobody sees in a name"],
  ["mail.txt", byline("By Jane Doe <jane@h.example>"), { authors: ["Jane Doe"] }, "an address"],
  ["last-first.md", article("It sails.", "author: Doe, Jane"), { authors: ["Doe, Jane"] }, "nobody is lost"],
  ["house.md", article("It sails.", "author: Marks and Spencer"), { authors: ["Marks and Spencer"] }, "nor here"],
  ["rss.md", article("It sails.", 'author: "j@h.example (Jane Doe)"'), { authors: ["Jane Doe"] }, "RSS's own way"],
  ["number.md", article("It sails.").replace("The ferry", "The #1 ferry"), { title: "The #1 ferry" }, "no comment"],
  ["anchor.md", article("It sails.").replace("The ferry", "&Sons sail"), { title: "&Sons sail" }, "no anchor"],
  ["json.md", '{"title": "The ferry", "date": "2026-05-01"}\n\nIt sails.\n', { title: "The ferry" }, "JSON"],
  ["toml.md", '---toml\ntitle = "The ferry"\ndate = 2026-05-01\n---\nIt sails.\n', { title: "The ferry" }, "TOML"],
  [
    "plain.html",
    text("It sails."),
    { title: "The ferry sails again", authors: ["Jane Doe"], content: "<p>It sails.</p>" },
    "a page without markup",
  ],
  ["eastern.md", dated("2026-05-01 10:00 EST"), { at: "2026-05-01T15:00:00Z" }, "a zone's letters"],
  ["tokyo.md", dated("2026-05-01 10:00 Asia/Tokyo"), { at: "2026-05-01T01:00:00Z" }, "a zone's name"],
  [
    "table.html",
    page("<table>zz<tr><td>a</table>"),
    { content: "<table><tr><td>zz</td></tr><tr><td>a</td></tr></table>" },
    "words between rows",
  ],
  ["ipv6.html", page('<a href="http://[::1]/">a</a>'), { content: 'href="http://[::1]/"' }, "a host in brackets"],
  ["direction.html", page('<p dir="rtl" lang="he">a</p>'), { content: '<p dir="rtl" lang="he">a</p>' }, "direction"],
];

let published: Published | undefined;

function built(): Published {
  if (published === undefined) throw new Error("nothing was built");
  return published;
}

function itemAt(file: string): Item | undefined {
  const { folder, report } = built();
  const { items } = JSON.parse(readFileSync(join(folder, "dist/feed.json"), "utf8")) as {
    items: (Item & { _dateline: { file: string } })[];
  };
  expect(report.entries.new.map((entry) => entry.file)).toContain(file);
  return items.find((item) => item._dateline.file === file);
}

beforeAll(async () => {
  published = await publishAll({
    "publication.yaml": PUBLICATION,
    ...Object.fromEntries(CASES.map(([file, content]) => [file, content])),
  });
}, 60_000);

afterAll(() => published?.remove());

describe("what is shown is what is said", () => {
  test.for(CASES)("%j: %#", ([file, , { title, authors, at, content = "" }]) => {
    const item = itemAt(file);
    const shown = item?.authors?.map(({ name }) => name);
    expect([item?.title, shown, item?.date_published]).toEqual([
      title ?? item?.title,
      authors ?? shown,
      at ?? item?.date_published,
    ]);
    expect(item?.content_html).toContain(content);
  });
});

test("a path that would be an address of its own is a path: on its page, where it has moved from, and when it is gone", async () => {
  const NOW = new Date("2026-06-01T00:00:00Z");
  const place = await publishAll({
    "publication.yaml": PUBLICATION,
    "quiet.md": article("Nothing happened."),
    "moves.md": article("It moves.", "permalink: /javascript:alert(1)/"),
    "goes.md": article("It goes.", "permalink: /data:text,x/"),
  });
  const [data, out] = [join(place.folder, "data"), join(place.folder, "dist")];
  const pageAt = (path: string): string => readFileSync(join(out, path, "index.html"), "utf8");
  expect(pageAt("javascript:alert(1)")).toContain('rel="canonical" href="https://h.example/javascript:alert(1)/"');
  writeFileSync(join(data, "moves.md"), article("It moves.", "permalink: /javascript:alert(2)/"));
  rmSync(join(data, "goes.md"));
  await build({ data, out, now: NOW });
  expect(pageAt("javascript:alert(1)")).toContain("../javascript:alert(2)/");
  expect(readFileSync(join(out, "_redirects"), "utf8")).toContain("/javascript:alert(1)/ /javascript:alert(2)/ 301!");
  expect(readFileSync(join(out, "_redirects"), "utf8")).toContain("/data:text,x/");
  for (const path of ["javascript:alert(1)", "javascript:alert(2)", "data:text,x", ""])
    expect(pageAt(path)).not.toMatch(/(?:href|url)=["' ]*(?:javascript|data):/);
  place.remove();
});

test("what is not there, or there twice, is told of with its line", async () => {
  const place = await publishAll({
    "publication.yaml": PUBLICATION,
    "quiet.md": article("Nothing happened."),
    "field.md": article("It sails.", "image: no%20where.png"),
    "blank.md": article("It sails.", 'image: "no where.png"'),
    "body.html": page('<p>a\n<img src="nowhere.png?a=1&amp;b=2"></p>'),
    "link.md": article("It sails.\n\n[a](draft.md)"),
    "draft.md": article("Not yet.", "draft: true"),
    "one.md": article("One.", "id: twin"),
    "two.md": article("Two.", 'section: twin\nid: "twin"'),
  });
  const told = place.report.findings.map(({ code, place: { file, line, column, length } }) =>
    [file.split("/").at(-1), code, line, column, length].join(" "),
  );
  expect(told.sort()).toEqual([
    "blank.md media/missing 4 9 12",
    "body.html media/missing 5 11 23",
    "field.md media/missing 4 8 14",
    "link.md link/unpublished 7 5 8",
    "one.md ledger/duplicate-id 4 5 4",
    "two.md ledger/duplicate-id 5 6 4",
  ]);
  place.remove();
});
