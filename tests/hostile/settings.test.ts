import { describe, expect, test } from "vitest";
import { site } from "../support/site.ts";
import { article, utf16 } from "./cases/case.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const TITLE = "title: Gazette\nurl: https://h.example/\n";
const aliases = "abcdefghi"
  .split("")
  .map((name, at, all) => `${name}: &${name} [${at === 0 ? "x, x, x" : `*${all[at - 1]}, `.repeat(9)}]`)
  .join("\n");

/** What a build of these settings says: of its errors the code and the line, or that it published. */
async function told(files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]> {
  const place = site({ "data/ferry.md": article("The ferry sails."), "data/publication.yaml": TITLE, ...files });
  const { findings, publication } = await place.build({ now: NOW });
  const errors = findings.filter(({ severity }) => severity === "error");
  if (publication === undefined) return [...new Set(errors.map(({ code, place: { line } }) => `${code} ${line}`))];
  expect(errors).toEqual([]);
  const all = place
    .list("dist")
    .filter((path) => path.endsWith(".html") || path.startsWith("_"))
    .map((path) => place.text(`dist/${path}`))
    .join("\n");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  expect(all).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/);
  expect(all).not.toMatch(/<script>alert|onerror=alert\(1\)>|^\s*X-Evil:/m);
  return ["published"];
}

describe("publication.yaml, as hostile as an article: taken, or refused with its line", () => {
  test.for([
    ["", "published", "nothing"],
    ["\ufefftitle: Gazette\n", "published", "a byte order mark"],
    [TITLE.replaceAll("\n", "\r\n"), "published", "line ends of Windows"],
    ["just words", "publication/ill-typed 1", "words"],
    ["- a\n- b", "publication/ill-typed 1", "a list"],
    [`${TITLE}title: Other`, "publication/syntax 3", "one key twice"],
    [`${TITLE}${aliases}`, "publication/syntax 1", "a billion laughs"],
    [`${TITLE}a: ${"[".repeat(20_000)}`, "publication/syntax 3", "lists in lists"],
    [`${TITLE}a: ${"{a: ".repeat(20_000)}`, "publication/syntax 3", "maps in maps"],
    [
      `${TITLE}${Array.from({ length: 20_000 }, (_, at) => `k${at}: x`).join("\n")}`,
      "publication/unknown-field 3",
      "keys without end",
    ],
    [`${TITLE}__proto__: { pages: false }\nconstructor: 1`, "publication/unknown-field 3", "names that objects have"],
    [`${TITLE}limit: 1e999`, "publication/ill-typed 3", "a number without end"],
    [`${TITLE}limit: -1`, "publication/ill-typed 3", "less than nothing"],
    [`${TITLE}language: 'x"><script>'`, "publication/ill-typed 3", "a language that is none"],
    [`${TITLE}timezone: ../../etc/passwd`, "publication/ill-typed 3", "a zone that is a path"],
    [`${TITLE}icon: "javascript:alert(1)"`, "publication/ill-typed 3", "a picture that runs"],
    [`${TITLE}hub: "https://hub.example/\\r\\n  X-Evil: 1"`, "publication/ill-typed 3", "a hub with a header"],
    [`${TITLE}hub: 'https://hub.example/>; rel="x", <y'`, "publication/ill-typed 3", "a hub with blanks"],
    [`${TITLE}permalink: /../{slug}/`, "publication/ill-typed 3", "addresses that climb"],
    [`${TITLE}permalink: "/{slug}\\n  X-Evil: 1"`, "publication/ill-typed 3", "addresses with lines"],
    [`${TITLE}tagDomain: "a b<c>"`, "publication/ill-typed 3", "a domain that is none"],
    ["title: Gazette\nurl: javascript:alert(1)", "publication/ill-typed 2", "a front page that runs"],
    ["title: Gazette\nurl: https://user:pass@h.example/", "publication/ill-typed 2", "a password"],
    [`title: "<script>alert(1)</script> ]]> \\0 \\ud800"\nurl: https://h.example/`, "published", "markup for a name"],
    [`${TITLE}description: "a\\0b\\x07\\ufffe"`, "published", "characters that HTML forbids"],
    [`${TITLE}permalink: "/javascript:{slug}"\npages: true`, "published", "addresses that look like others"],
    [`${TITLE}language: jp`, "publication/ill-typed 3", "a country for a language"],
    [`${TITLE}language: xx`, "publication/ill-typed 3", "a language that there is not"],
    [`${TITLE}---\ntitle: Other`, "publication/syntax 3", "two documents"],
    [
      `${TITLE}description: "</channel><script>alert(1)</script>\\n  X-Evil: 1"`,
      "published",
      "markup for a description",
    ],
    [`${TITLE}copyright: "<img src=x onerror=alert(1)>"`, "published", "for a rights line"],
    [`${TITLE}authors: ['<img src=x onerror=alert(1)>', "a\\n  X-Evil: 1"]`, "published", "for authors"],
    [`${TITLE}sections: { "<script>alert(1)</script>": [x] }`, "published", "for sections"],
    [
      `${TITLE}feeds: { own: [{ name: "../../x\\n  X-Evil: 1", title: "<script>alert(1)</script>" }] }`,
      "published",
      "a feed whose name is a path",
    ],
    [
      `${TITLE}feeds: { own: [{ name: ${"щ".repeat(3000)} }] }`,
      "published",
      "a feed whose name is longer than names are",
    ],
    [`${TITLE}limits: { depth: 1000000 }`, "publication/ill-typed 3", "a depth that the stack has not"],
    [`${TITLE}limits: { articleSize: .inf }`, "publication/ill-typed 3", "a size without end"],
    [utf16(TITLE), "publication/encoding 1", "UTF-16"],
    [Uint8Array.of(0x74, 0x3a, 0x20, 0xe9), "publication/encoding 1", "Latin-1"],
  ] as const)("%# $2: $1", async ([text, outcome]) => {
    expect(await told({ "data/publication.yaml": text })).toContain(outcome);
  });
});

describe("a person's file", () => {
  test.for([
    ["name: Jane Doe", "published", "a person"],
    ["", "publication/ill-typed undefined", "nothing"],
    ["name: [a]", "publication/ill-typed 1", "a list for a name"],
    [`name: Jane Doe\n${aliases}`, "publication/syntax 1", "a billion laughs"],
    [`name: Jane Doe\nbio: "<script>alert(1)</script> ]]>"`, "published", "markup in a bio"],
    [`name: '<img src=x onerror=alert(1)>'\nspellings: ["\\0"]`, "published", "markup for a name"],
    ["name: Jane Doe\nurl: javascript:alert(1)", "publication/ill-typed 2", "a page that runs"],
    ["name: Jane Doe\navatar: data:text/html,x", "publication/ill-typed 2", "a picture that is a page"],
    [
      'name: Jane Doe\nemail: "a@b.example\\r\\nBcc: c@d.example"',
      "publication/ill-typed 2",
      "an address with a header",
    ],
    [`name: Jane Doe\nspellings: ${"[".repeat(20_000)}`, "publication/syntax 2", "lists in lists"],
  ] as const)("%# $2: $1", async ([text, outcome]) => {
    expect(await told({ "data/authors/jane.yaml": text })).toContain(outcome);
  });
});
