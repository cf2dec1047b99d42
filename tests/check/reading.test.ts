import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { RULES } from "../../src/check/rulebook.ts";
import { Lines } from "../../src/check/xml/lines.ts";
import { readXml } from "../../src/check/xml/read-xml.ts";
import { Tokens } from "../../src/check/xml/tokens.ts";
import { RUNS } from "../support/runs.ts";

const NOW = new Date("2026-06-02T00:00:00Z");

function rulesOf(text: string | Uint8Array): string[] {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return check(bytes, { now: NOW }).map(({ rule, line, column }) => `${rule} ${line}:${column}`);
}

/** A text cut at the places. */
function cut(text: string, places: readonly number[]): string[] {
  const ends = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...ends].map((start, index) => text.slice(start, ends[index] ?? text.length));
}

/** All that the reader tells of, with text that comes in several runs put together. */
function eventsOf(pieces: Iterable<string>): string[] {
  const events: string[] = [];
  let text = "";
  const flush = (): void => {
    if (text !== "") events.push(`text ${text}`);
    text = "";
  };
  const told = (event: string): void => {
    flush();
    events.push(event);
  };
  readXml(
    pieces,
    {
      doctype: ({ publicId }) => told(`doctype ${publicId}`),
      open: ({ local, namespace, attributes, at }) =>
        told(`open ${local} ${namespace} ${at.line}:${at.column} ${attributes.map(({ value }) => value).join()}`),
      text: (run) => {
        text += run.text;
      },
      close: ({ line, column }) => told(`close ${line}:${column}`),
      knowsEntity: () => false,
    },
    (rule, facts, { line, column }) => {
      // Findings are told of before or after the text that they stand in, and of what precedes a fatal one not all.
      if (rule.id === "xml/not-well-formed") text = "";
      events.push(`${rule.id} ${JSON.stringify(facts)} ${line}:${column}`);
    },
  );
  flush();
  return events;
}

/** An event, wherever in the document it is. */
function withoutPlace(event: string): string {
  return event.replace(/"line":\d+|\d+:\d+/g, "");
}

function tokensOf(text: string): string[] {
  const found: string[] = [];
  for (const tokens = new Tokens([text]); tokens.next(); ) found.push(tokens.raw());
  return found;
}

describe("XML is read the same", () => {
  const documents = RULES.flatMap(({ good, bad }) => [good.text, bad.text]).filter((text) => text.length < 5000);
  const whole = "<a>\n<b c=\"d&amp;e\" f='>'>x &#x41;&lt;😀]] &#65;y</b><!-- a > b --><![CDATA[ <z> ]]>\n<?pi ?></a>";

  test("wherever the pieces are cut", () => {
    fc.assert(
      fc.property(fc.constantFrom(whole, ...documents), fc.array(fc.nat(), { maxLength: 12 }), (text, places) => {
        expect(eventsOf(cut(text, places))).toEqual(eventsOf([text]));
      }),
      RUNS,
    );
  });

  test("if each piece is one character", () => {
    expect(eventsOf(whole)).toEqual(eventsOf([whole]));
  });

  test("whatever prefixes mean around tags that are written alike", () => {
    const text = '<r xmlns:p="urn:a"><p:x/><s xmlns:p="urn:b"><p:x/></s>\n<p:x/></r>';
    expect(eventsOf([text]).filter((event) => event.startsWith("open x"))).toEqual([
      "open x urn:a 1:20 ",
      "open x urn:b 1:45 ",
      "open x urn:a 2:1 ",
    ]);
  });

  test("whatever tag comes where another has come before", () => {
    const items = [
      "<i><t>1</t><u x='2'/></i>",
      "<i><t >1</t><u x='3'/></i>",
      "<i><u x='2'/><t>1</t></i>",
      "<i><t>1</i>",
    ];
    for (const other of items) {
      const [, ...events] = eventsOf([`<r>${other}</r>`]);
      const after = eventsOf([`<r>${items[0]}${items[0]}\n${other}</r>`]);
      expect(after.slice(-events.length).map(withoutPlace)).toEqual(events.map(withoutPlace));
    }
  });

  test.each([
    ["\r\n", "as on Windows"],
    ["\r", "as on old Macs"],
  ])("where lines end so: %j (%s), wherever the pieces are cut", (end) => {
    const text = whole.replaceAll("\n", end);
    for (let at = 0; at <= text.length; at += 1)
      expect(eventsOf([text.slice(0, at), text.slice(at)])).toEqual(eventsOf([whole]));
  });

  test("where a forbidden character comes after pieces that have none", () => {
    const pieces = ["<a>\n<b>all is", " well</b>\n<b>and n", "ot\u0001 here</b></a>"];
    expect(eventsOf(pieces).at(-1)).toBe(
      'xml/not-well-formed {"detail":"a character stands here that XML forbids"} 3:11',
    );
  });

  test("and no character is lost between tokens", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("<", ">", "&", ";", "a", '"', "]", "-", "!", "?", "/", "\n") }),
        (text) => {
          expect(tokensOf(text).join("")).toBe(text);
        },
      ),
      RUNS,
    );
  });
});

describe("a tag that is written like others", () => {
  const feed = (image: string, ...items: readonly string[]): string[] =>
    rulesOf(
      `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>X</title><link>https://x.example/</link><description>X</description>\n${image}\n${items.map((item, at) => `<item><title>${at}</title>${item}</item>`).join("\n")}\n</channel></rss>`,
    ).filter((rule) => /permalink|unknown-|repeated /i.test(rule));

  test("is judged wherever it stands", () => {
    const guid = '<guid isPermaLink="false" of="x">';
    const items = [1, 2, 3, 4].map((number) => `${guid}abcdefghi-${number}</guid>`);
    expect(feed("", ...items)).toEqual([4, 5, 6, 7].map((line) => `structure/unknown-attribute ${line}:53`));
  });

  test("is judged by what it stands in", () => {
    const image =
      "<image><url>https://x.example/x.png</url><title>X</title><link>https://x.example/</link><width>9</width></image>";
    const width = "<width>9</width>";
    expect(feed(image.repeat(3), width, width)).toContain("structure/unknown-element 4:23");
    expect(feed(image.repeat(3), width, width)).toContain("structure/unknown-element 5:23");
  });

  test("is judged by how often it stands there", () => {
    const link = "<link>https://x.example/a</link>";
    expect(feed("", link, `${link}${link}`)).toEqual(["structure/repeated 5:55"]);
  });
});

describe("a position", () => {
  test("counts lines and columns from 1, over any steps", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "\n", "é") }), fc.array(fc.nat({ max: 5 })), (text, steps) => {
        const lines = new Lines();
        let at = 0;
        for (const step of steps) {
          const to = Math.min(text.length, at + step);
          lines.pass(text, at, to);
          at = to;
        }
        const before = text.slice(0, at).split("\n");
        expect(lines.here()).toEqual({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
      }),
      RUNS,
    );
  });
});

describe("whatever the bytes are, check answers", () => {
  test("random bytes with findings", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(check(bytes, { now: NOW }).some(({ severity }) => severity === "error")).toBe(true);
      }),
      RUNS,
    );
  });

  test("feeds with a piece taken out without throwing", () => {
    const documents = RULES.map(({ good }) => good.text).filter((text) => text.length < 3000);
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.nat(), fc.nat({ max: 40 }), (text, from, length) => {
        const start = from % text.length;
        expect(() => rulesOf(text.slice(0, start) + text.slice(start + length))).not.toThrow();
      }),
      RUNS,
    );
  });

  test.for([
    ["ten billion laughs", bomb(), "xml/entity-bomb", "ten entities, each ten of the one before"],
    ["elements in elements", "<a>".repeat(100_000), "xml/too-deep", "a reader that recurses breaks down"],
    ["brackets in brackets", "[".repeat(100_000), "json-feed/not-json", "the same in JSON"],
    ["an endless tag", `<rss a="${"x".repeat(11_000_000)}`, "xml/too-long", "it is not kept to its end"],
    ["nothing", "", "xml/not-well-formed", "an empty file is no feed"],
    ["a page", "<!doctype html><html><p>News</html>", "structure/unknown-format", "and its feed is elsewhere"],
  ] as const)("%s with %s", ([, text, rule]) => {
    expect(rulesOf(text).map((found) => found.split(" ")[0])).toContain(rule);
  });

  test.for([
    ["<b>".repeat(300_000), ["content/unclosed"], "elements that are opened again and again"],
    ["</b>".repeat(300_000), ["content/stray"], "and closed again and again"],
    ['<a "'.repeat(100_000), [], "a quote that is never closed: HTML reads the rest as part of the tag"],
    [`<script>${"<b>".repeat(1000)}</script>`, ["content/active"], "what is in a script is no HTML"],
  ] as const)("a body that is no text with a few words: %#", ([html, rules]) => {
    const text = `<rss version="2.0"><channel><title>T</title><link>https://a.example/</link><description>D</description><item><description><![CDATA[${html}]]></description></item></channel></rss>`;
    const found = check(new TextEncoder().encode(text), { now: NOW }).map(({ rule }) => rule);
    expect([...new Set(found.filter((rule) => rule.startsWith("content/")))]).toEqual(rules);
    expect(found.length).toBeLessThan(20);
  });

  test("one mistake in each of ten thousand items with a hundred findings and a word about the rest", () => {
    const items = "<item><title>A</title><pubDate>today</pubDate></item>".repeat(10_000);
    const text = `<rss version="2.0"><channel><title>T</title><link>https://a.example/</link><description>D</description>${items}</channel></rss>`;
    const dated = check(new TextEncoder().encode(text), { now: NOW }).filter(({ rule }) => rule === "date/rfc822");
    expect(dated).toHaveLength(101);
    expect(dated.at(-1)?.message).toContain("further ones are not listed");
  });
});

function bomb(): string {
  const entities = Array.from({ length: 10 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`);
  return `<!DOCTYPE rss [<!ENTITY e0 "ha">${entities.join("")}]><rss version="2.0"><channel><title>&e10;</title></channel></rss>`;
}

describe("bytes become text as XML and HTTP say", () => {
  const feed = (encoding: string): string =>
    `<?xml version="1.0" encoding="${encoding}"?><opml version="2.0"><head><title>é</title></head><body><outline text="a"/></body></opml>`;
  const utf16 = (text: string, isBig: boolean): Uint8Array => {
    const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
    return isBig ? bytes.swap16() : bytes;
  };

  const utf32 = (text: string, isLittle: boolean): Uint8Array => {
    const characters = [...`\uFEFF${text}`];
    const view = new DataView(new ArrayBuffer(4 * characters.length));
    for (const [index, character] of characters.entries())
      view.setUint32(4 * index, character.codePointAt(0) ?? 0, isLittle);
    return new Uint8Array(view.buffer);
  };

  test.for([
    ["UTF-8", new TextEncoder().encode(feed("UTF-8")), [], "the usual case"],
    ["UTF-8 with a mark", new TextEncoder().encode(`\uFEFF${feed("UTF-8")}`), [], "the mark is no text"],
    ["UTF-16, small end first", utf16(feed("UTF-16"), false), [], "the mark says which end comes first"],
    ["UTF-16, big end first", utf16(feed("UTF-16"), true), [], "the mark says which end comes first"],
    ["UTF-32, big end first", utf32(feed("UTF-32"), false), ["encoding/obscure"], "allowed, if hardly ever met"],
    [
      "UTF-32, small end first",
      utf32(feed("UTF-32"), true),
      ["encoding/obscure"],
      "the mark says which end comes first",
    ],
    ["ISO 8859-1", Buffer.from(feed("ISO-8859-1"), "latin1"), ["encoding/unusual"], "declared, and read as that"],
    ["ISO 8859-1 undeclared", Buffer.from(feed("UTF-8"), "latin1"), ["encoding/bytes"], "its bytes are not UTF-8"],
    ["nonsense", new TextEncoder().encode(feed("nonsense")), ["encoding/unknown"], "read as UTF-8 all the same"],
  ] as const)("%s", ([, bytes, rules]) => {
    expect(
      rulesOf(bytes)
        .map((found) => found.split(" ")[0])
        .filter((rule) => rule?.startsWith("encoding/")),
    ).toEqual(rules);
  });

  test("a charset of the transport counts more than the declaration", () => {
    const bytes = Buffer.from(feed("UTF-8"), "latin1");
    const findings = check(bytes, { now: NOW, contentType: "application/xml; charset=iso-8859-1" });
    expect(findings.map(({ rule }) => rule).filter((rule) => rule.startsWith("encoding/"))).toEqual([
      "encoding/mismatch",
    ]);
  });
});

test.for(["constructor", "toString", "__proto__"])("an attribute called %s is one that nobody knows", (name) => {
  const text = `<rss version="2.0"><channel ${name}="x"><title>A</title></channel></rss>`;
  expect(rulesOf(text)).toContainEqual(expect.stringMatching(/^structure\/unknown-attribute 1:/));
});

test("terms of licence in RSS (RSL) are no stranger, and not judged", () => {
  const text =
    '<rss version="2.0" xmlns:rsl="https://rslstandard.org/rsl"><channel><item><rsl:content url="/a"><rsl:license/></rsl:content></item></channel></rss>';
  expect(rulesOf(text).filter((told) => /namespace|element/.test(told))).toEqual([]);
});
