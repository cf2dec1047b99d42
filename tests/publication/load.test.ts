import { describe, expect, test } from "vitest";
import { completePublication, readPublication } from "../../src/publication/load.ts";
import type { LoadedPublication } from "../../src/publication/publication.ts";
import { DEFAULTS } from "../support/story.ts";

const read = (text: string | undefined, authors: Readonly<Record<string, string>> = {}): LoadedPublication =>
  readPublication(
    text === undefined ? undefined : { file: "publication.yaml", text },
    Object.entries(authors).map(([file, content]) => ({ file, text: content })),
  );

/** Findings as `code line:column field nearest`. */
const told = ({ findings }: LoadedPublication): readonly string[] =>
  findings.map(({ code, place, facts }) => {
    const { field, nearest } = { field: "", nearest: "", ...facts };
    return [code.replace("publication/", ""), `${place.line}:${place.column}`, field, nearest]
      .filter(Boolean)
      .join(" ");
  });

describe("a publication that is stated", () => {
  test("is read whole", () => {
    const { publication, findings } = read(`
title: The Harbour Gazette
url: https://gazette.example/news
description: |
  News of the harbour
  and the town
language: en-gb
timezone: Europe/London
copyright: © The Harbour Gazette
authors:
  - Jane Doe
  - name: The Harbour Gazette
  - { name: Wire, email: wire@gazette.example, url: /wire, kind: organisation }
icon: /icon.png
logo: logo.png
hub: https://hub.example/
limit: 25
content: summary
permalink: "{year}/{slug}"
sections:
  World: [Intl, Foreign  news]
  Sport: Sports
  Local:
tagDomain: gazette.example
`);
    expect(findings).toEqual([]);
    expect(publication).toEqual({
      title: "The Harbour Gazette",
      titleStated: true,
      url: "https://gazette.example/news/",
      urlStated: true,
      description: "News of the harbour and the town",
      language: "en-GB",
      timezone: "Europe/London",
      copyright: "© The Harbour Gazette",
      authors: [
        { name: "Jane Doe", kind: "person" },
        { name: "The Harbour Gazette", kind: "organisation" },
        { name: "Wire", kind: "organisation", email: "wire@gazette.example", uri: "https://gazette.example/wire" },
      ],
      icon: "https://gazette.example/icon.png",
      logo: "https://gazette.example/news/logo.png",
      hub: "https://hub.example/",
      limit: 25,
      content: "summary",
      permalink: "/{year}/{slug}",
      sections: { World: ["Intl", "Foreign news"], Sport: ["Sports"], Local: [] },
      tagDomain: "gazette.example",
      people: [],
      ...DEFAULTS,
    });
  });

  test("needs no more than title and url; all else has a default", () => {
    const { publication, findings } = read("title: A\nurl: https://a.example\n");
    expect(findings).toEqual([]);
    expect(publication).toEqual({
      title: "A",
      titleStated: true,
      url: "https://a.example/",
      urlStated: true,
      description: "",
      language: "en",
      timezone: "UTC",
      authors: [],
      limit: 50,
      content: "full",
      permalink: "/articles/{slug}/",
      sections: {},
      tagDomain: "a.example",
      people: [],
      ...DEFAULTS,
      pages: true,
    });
  });

  test("says which feeds it wants", () => {
    const { publication, findings } = read(`title: A
url: https://a.example/
feeds:
  sections: [World,  Sport]
  tags: true
  archives: all
  archiveSize: 20
  own:
    - name: harbour
      title: "The  harbour"
      limit: 5
      tags: ships
      sections: [World, Local]
languages:
  FR: { title: Le A }
license: CC BY-SA 4.0
updates: declared
`);
    expect(findings).toEqual([]);
    expect(publication).toMatchObject({
      feeds: {
        sections: ["World", "Sport"],
        authors: true,
        tags: true,
        languages: true,
        archives: "all",
        archiveSize: 20,
        complete: false,
        own: [
          {
            name: "harbour",
            title: "The harbour",
            limit: 5,
            complete: false,
            tags: ["ships"],
            sections: ["World", "Local"],
          },
        ],
      },
      languages: { fr: { title: "Le A" } },
      license: "https://creativecommons.org/licenses/by-sa/4.0/",
      updates: "declared",
    });
  });

  test("tells aggregators what they ask for, and takes its own pictures where they are given none", () => {
    const own = "title: A\nurl: https://a.example/\nicon: /i.png\nlogo: /l.png\n";
    const { publication, findings } = read(`${own}
profiles: [feedly, msn, msn]
smartnews: { description: "All  about A", logo: /s.png, analytics: " <script></script> " }
modules: { updateFrequency: 2, accounts: { mastodon: a } }
`);
    expect(findings).toEqual([]);
    expect(publication).toMatchObject({
      profiles: ["feedly", "msn"],
      webfeeds: { related: true, icon: "https://a.example/i.png", logo: "https://a.example/l.png" },
      smartnews: {
        description: "All about A",
        logo: "https://a.example/s.png",
        analytics: "<script></script>",
        limit: 20,
      },
      modules: {
        modified: false,
        markdown: false,
        slash: false,
        accounts: [{ service: "mastodon", name: "a" }],
        schedule: { period: "daily", frequency: 2 },
      },
    });
    const without = read(own).publication;
    expect([without.webfeeds, without.smartnews, without.modules]).toEqual([undefined, undefined, undefined]);
  });

  test("knows its people, and completes its own authors from them", () => {
    const { publication, findings } = read("title: A\nurl: https://a.example/\nauthors: [J. Doe]\n", {
      "authors/doe.yaml":
        "name: Jane  Doe\nurl: /jane\nemail: jane@a.example\navatar: jane.png\nbio: Writes.\nspellings: [J. Doe, J.D.]\n",
      "authors/wire.yml": "name: Wire\nkind: organisation\nspellings: The Wire\nbio:\n",
    });
    const jane = {
      name: "Jane Doe",
      kind: "person",
      uri: "https://a.example/jane",
      email: "jane@a.example",
      avatar: "https://a.example/jane.png",
      bio: "Writes.",
    };
    expect(findings).toEqual([]);
    expect(publication.people).toEqual([
      { ...jane, spellings: ["J. Doe", "J.D."] },
      { name: "Wire", kind: "organisation", spellings: ["The Wire"] },
    ]);
    expect(publication.authors).toEqual([jane]);
  });
});

describe("what is wrong is named with its place", () => {
  test.for([
    ["titel: A", ["unknown-field 1:1 titel title"], "a slip of the pen"],
    ["base_url: https://a.example/", ["unknown-field 1:1 base_url url"], "another tool's word"],
    ["flavour: mint", ["unknown-field 1:1 flavour"], "nothing like it"],
    ["authors:\n  - name: A\n    mail: a@b.example", ["unknown-field 3:5 authors.mail email"], "a field inside a list"],
    ["title: 2024", ['ill-typed 1:8 title "2024"'], "YAML reads a number"],
    ["title: [A, B]", ["ill-typed 1:8 title"], "a list for a text"],
    ['title: " "', ["ill-typed 1:8 title"], "a blank name"],
    ["limit: fifty", ["ill-typed 1:8 limit"], "a word for a number"],
    ['limit: "50"', ["ill-typed 1:8 limit 50"], "a number in quotes"],
    ["feeds:\n  section: true", ["unknown-field 2:3 feeds.section sections"], "a slip inside a group"],
    ["feeds:\n  tags: some", ["ill-typed 2:9 feeds.tags"], "neither all nor none nor a list"],
    ["feeds:\n  own:\n    - name: a\n      tag: b", ["unknown-field 4:7 feeds.own.tag tags"], "a slip in an own feed"],
    ["feeds:\n  archiveSize: 0", ["ill-typed 2:16 feeds.archiveSize"], "documents without entries"],
    ["profiles: [flipbord]", ["ill-typed 1:12 profiles flipboard"], "a slip in an aggregator's name"],
    ["webfeeds:\n  acentColor: a", ["unknown-field 2:3 webfeeds.acentColor accentColor"], "a slip in a group's field"],
    ["webfeeds:\n  accentColor: green", ["ill-typed 2:16 webfeeds.accentColor"], "a colour by its name"],
    ["webfeeds:\n  accentColor: #0B6E4F", ["ill-typed 2:16 webfeeds.accentColor"], "YAML reads a comment"],
    ["webfeeds:\n  cover: javascript:alert(1)", ["ill-typed 2:10 webfeeds.cover"], "no picture's address"],
    ["smartnews:\n  logo: /logo.png", ["ill-typed 2:9 smartnews.logo"], "nothing to be below of"],
    ["smartnews:\n  limit: 0", ["ill-typed 2:10 smartnews.limit"], "a feed without entries"],
    ["modules:\n  updatePeriod: hourli", ["ill-typed 2:17 modules.updatePeriod hourly"], "a slip in a choice"],
    ["modules:\n  accounts: harbour", ["ill-typed 2:13 modules.accounts"], "an account without a service"],
    ["license: mine", ["ill-typed 1:10 license"], "a licence that nobody can look up"],
    ["languages:\n  french: { title: A }", ["ill-typed 2:11 languages.french fr"], "a language by its name"],
    ["limit: 0", ["ill-typed 1:8 limit"], "too few"],
    ["limit: 100001", ["ill-typed 1:8 limit"], "too many"],
    ["limit: 2.5", ["ill-typed 1:8 limit"], "no whole number"],
    ["content: ful", ["ill-typed 1:10 content full"], "a slip in a choice"],
    ["url: gazette.example", ["ill-typed 1:6 url https://gazette.example/"], "no scheme"],
    ["url: https:gazette.example", ["ill-typed 1:6 url https://gazette.example/"], "no slashes"],
    ["url: ftp://a.example/", ["ill-typed 1:6 url https://a.example/"], "another scheme"],
    ["url: https://me:secret@a.example/", ["ill-typed 1:6 url"], "a password in public"],
    ["url: https://a.example/?p=1", ["ill-typed 1:6 url https://a.example/"], "a query"],
    ["url: https://my_site.a.example/", ["ill-typed 1:6 url"], "a host that can't stand in a tag URI"],
    ["url: front page\nicon: /i.png", ["ill-typed 1:6 url"], "said once, not again for what lies below it"],
    ["timezone: Kyiv", ["ill-typed 1:11 timezone Europe/Kyiv"], "a city"],
    ["timezone: Europe/Berln", ["ill-typed 1:11 timezone Europe/Berlin"], "a slip"],
    ['timezone: "+02:00"', ["ill-typed 1:11 timezone"], "an offset knows no summer time"],
    ["language: English", ["ill-typed 1:11 language en"], "a name for a tag"],
    ["rsl: { permits: [nope] }", ["ill-typed 1:17 rsl.permits"], "a word that is none of those there are"],
    ["language: jp", ["ill-typed 1:11 language ja"], "a country's code"],
    ["language: xx", ["ill-typed 1:11 language"], "a code of nothing"],
    ["language: pt_BR", ["ill-typed 1:11 language pt-BR"], "a locale of Unix"],
    ["permalink: /{year}/", ["ill-typed 1:12 permalink /{year}/{slug}/"], "articles would share an address"],
    ["permalink: /{yaer}/{slug}", ["ill-typed 1:12 permalink /{year}/{slug}"], "a slip in the pattern"],
    ["permalink: https://b.example/{slug}", ["ill-typed 1:12 permalink"], "another site"],
    ["permalink: ../{slug}", ["ill-typed 1:12 permalink"], "out of the site"],
    ["tagDomain: https://A.example/", ["ill-typed 1:12 tagDomain a.example"], "an address for a domain"],
    ["tagDomain: A.Example", ["ill-typed 1:12 tagDomain a.example"], "upper case"],
    ["authors: Jane Doe", ["ill-typed 1:10 authors"], "one name where a list should be"],
    ["authors:\n  - email: a@b.example", ["ill-typed 2:5 authors.name"], "somebody without a name"],
    ["authors:\n  - {name: A, email: nobody}", ["ill-typed 2:22 authors.email"], "no e-mail address"],
    ["icon: /icon.png", ["ill-typed 1:7 icon"], "nothing to be below of"],
    ["sections: [World]", ["ill-typed 1:11 sections"], "a list for a map"],
    ["sections:\n  World: [1]", ['ill-typed 2:11 sections.World "1"'], "a number for a spelling"],
    ["sections:\n  World: Intl\n  Abroad: intl", ["ill-typed 3:11 sections.Abroad"], "a spelling with two owners"],
    ["- title: A", ["ill-typed 1:1"], "a list for a map"],
    ["just words", ["ill-typed 1:1"], "a text for a map"],
    ["title: A\ntitle: B", ["syntax 2:1"], "a field twice"],
    ["title: Caf\uFFFD", ["encoding 1:11"], "a file in another encoding"],
    ["title: [A", ["syntax 1:10"], "a bracket left open"],
    ["title: A\n\tlimit: 5", ["syntax 2:1"], "a tab"],
    [
      "a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c]",
      ["syntax 1:1"],
      "a bomb",
    ],
    [
      "titel: A\nlimit: x\ntimezone: Mars",
      ["unknown-field 1:1 titel title", "ill-typed 2:8 limit", "ill-typed 3:11 timezone"],
      "all that is wrong, at once",
    ],
  ] as const)("%j: %j (%s)", ([text, expected]) => {
    expect(told(read(text))).toEqual(expected);
  });

  test("in the files of authors too", () => {
    const loaded = read("title: A\nurl: https://a.example/", {
      "authors/a.yaml": "name: Ann\nspellings: [A. Nn]\n",
      "authors/b.yaml": "name: Bob\nalias: a. nn\n",
      "authors/c.yaml": "name: a. nn\nemial: c@a.example\n",
      "authors/d.yaml": "name: A. Nn\navatar: javascript:alert(1)\n",
      "authors/e.yaml": "",
    });
    expect(loaded.findings.map(({ place }) => place.file)).toEqual(
      ["b", "c", "d", "d", "e"].map((name) => `authors/${name}.yaml`),
    );
    expect(told(loaded)).toEqual([
      "unknown-field 2:1 alias spellings",
      "unknown-field 2:1 emial email",
      "ill-typed 1:7 name",
      "ill-typed 2:9 avatar",
      "ill-typed undefined:undefined name",
    ]);
  });

  test.for([
    ["\uFEFFtitel: A", "1:1", "a byte order mark moves nothing"],
    ["title: A\r\nlimit: x\r\n", "2:8", "lines that end as on Windows"],
    ["# über\ntitle: A\n\nauthors:\n  - {name: Ö, mail: a@b.example}", "5:15", "letters beyond ASCII"],
  ] as const)("%j at %s (%s)", ([text, place]) => {
    const [found] = read(text).findings;
    expect(`${found?.place.line}:${found?.place.column}`).toBe(place);
  });
});

describe("what is not stated is settled after the articles have been read:", () => {
  test.for([
    [undefined, ["Buna Times", "Post", "Buna Times"], "Buna Times", "https://buna-times.example/", "no file"],
    ["description: x", ["B", "A"], "A", "https://a.example/", "equally frequent: never by the order of files"],
    ["title: L’Équipe", ["Post"], "L’Équipe", "https://lequipe.example/", "a title, but no url"],
    ["url: https://p.example/", ["Post"], "Post", "https://p.example/", "a url, but no title"],
    ["url:\ntitle:", [], "Untitled", "https://untitled.example/", "a template that was not filled in"],
    [undefined, ["東京新聞"], "東京新聞", "https://publication.example/", "a name without Latin letters"],
  ] as const)("%j %j → %s, %s (%s)", ([text, outlets, title, url]) => {
    const loaded = read(text);
    const { publication, findings } = completePublication(loaded.publication, () => outlets);
    expect(loaded.findings).toEqual([]);
    expect([publication.title, publication.url, publication.tagDomain]).toEqual([title, url, new URL(url).hostname]);
    expect(findings.map(({ code }) => code)).toEqual([
      ...(loaded.publication.titleStated ? [] : ["publication/missing"]),
      ...(loaded.publication.urlStated ? [] : ["publication/no-url"]),
    ]);
  });

  test("what is stated stays as it is", () => {
    const { publication } = read("title: A\nurl: https://a.example/\ntagDomain: old.example");
    expect(completePublication(publication, () => ["B"])).toEqual({ publication, findings: [] });
  });
});
