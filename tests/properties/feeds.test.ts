import fc from "fast-check";
import { Feed, type Item } from "feed";
import { describe, expect, test } from "vitest";
import { renderAtom } from "../../src/render/atom.ts";
import { renderJson } from "../../src/render/json.ts";
import { renderRss } from "../../src/render/rss.ts";
import { anyDate, anyFeed, anyText } from "../render/arbitrary-feeds.ts";
import { atomErrors } from "../render/atom-grammar.ts";
import { jsonFeedErrors } from "../render/json-feed-grammar.ts";
import { type ReadEntry, readAtom, readJson, readRss } from "../render/reading.ts";
import { rssErrors } from "../render/rss-grammar.ts";
import { PATIENCE, RUNS } from "../support/runs.ts";

describe("any feed", PATIENCE, () => {
  test("gives RSS that breaks no rule", () => {
    fc.assert(
      fc.property(anyFeed, (feed) => {
        expect(rssErrors(renderRss(feed))).toEqual([]);
      }),
      RUNS,
    );
  });

  test("gives Atom that breaks no rule", () => {
    fc.assert(
      fc.property(anyFeed, (feed) => {
        expect(atomErrors(renderAtom(feed))).toEqual([]);
      }),
      RUNS,
    );
  });

  test("gives a JSON Feed that breaks no rule", () => {
    fc.assert(
      fc.property(anyFeed, (feed) => {
        expect(jsonFeedErrors(renderJson(feed))).toEqual([]);
      }),
      RUNS,
    );
  });

  test("stays as it is, and gives the same again", () => {
    fc.assert(
      fc.property(anyFeed, (feed) => {
        const before = structuredClone({ ...feed });
        for (const render of [renderRss, renderAtom, renderJson]) {
          deepFreeze(feed);
          expect(render(feed)).toBe(render(feed));
        }
        expect({ ...feed }).toEqual(before);
      }),
      RUNS,
    );
  });

  test("has the same entries in all three formats", () => {
    fc.assert(
      fc.property(anyFeed, (feed) => {
        const rss = readRss(renderRss(feed)).map(({ id, published, tags }) => ({ published, tags, id }));
        const json = readJson(renderJson(feed)).map(({ id, published, tags }) => ({ published, tags, id }));
        const atom = readAtom(renderAtom(feed)).map(({ id, published, tags }) => ({ published, tags, id }));
        expect(atom).toEqual(json);
        expect(rss.map(({ published, tags }) => ({ published, tags }))).toEqual(
          atom.map(({ published, tags }) => ({ published, tags })),
        );
      }),
      RUNS,
    );
  });
});

function deepFreeze(value: object): void {
  for (const one of Object.values(value))
    if (typeof one === "object" && one !== null && !Object.isFrozen(one)) deepFreeze(one);
  Object.freeze(value);
}

/** A text as it should arrive: without the characters that no feed can carry, its lines' ends line feeds, trimmed. */
const arriving = (text: string): string => carried(text).trim();

function carried(text: string): string {
  const characters = Array.from(text.replace(/\r\n?/g, "\n"));
  return characters.filter((character) => allowed(character.codePointAt(0) ?? 0)).join("");
}

function allowed(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a;
  if ((code >= 0x7f && code <= 0x9f) || (code >= 0xd800 && code <= 0xdfff)) return false;
  if ((code >= 0xfdd0 && code <= 0xfdef) || code === 0xfffd) return false;
  return (code & 0xfffe) !== 0xfffe;
}

const folded = (text: string): string => {
  const whole = arriving(text);
  return /[\t\n]/.test(whole) ? whole.replace(/[\t\n ]+/g, " ") : whole;
};

// What is documented to change: a name or tag loses what readers would take for markup or an address.
const bare = anyText.filter((text) => folded(text) !== "" && !/<\/\w+>|<[^<>@\s]+@[^<>@\s]+>/.test(text));

describe("any text", PATIENCE, () => {
  test("arrives as it is, whatever field and format it is in", () => {
    fc.assert(
      fc.property(bare, bare, anyText, anyDate, (title, name, body, date) => {
        const item: Item = {
          title,
          link: "https://example.org/1",
          date,
          description: `x ${body} x`,
          content: `<p>${escaped(body)}</p>`,
          author: [{ name }],
          category: [{ name }],
        };
        const feed = new Feed({ title, link: "https://example.org/", language: "en" });
        feed.items = [{ ...item, people: [{ name, kind: "person" }], helpers: [], ...OURS } as Item];
        const published = new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString();
        const expected: ReadEntry = {
          id: "https://example.org/1",
          url: "https://example.org/1",
          title: folded(title),
          summary: arriving(`x ${body} x`),
          html: arriving(`<p>${escaped(body)}</p>`),
          published,
          updated: published,
          authors: [folded(name)],
          tags: [folded(name)],
        };
        expect(readRss(renderRss(feed))).toEqual([expected]);
        expect(readAtom(renderAtom(feed))).toEqual([expected]);
        expect(readJson(renderJson(feed))).toEqual([expected]);
      }),
      RUNS,
    );
  });
});

/** What makes an item an entry of ours, whose summary is plain text whatever it looks like. */
const OURS = { file: "a.txt", precision: "second", titleDerived: false, tags: [], attachments: [], evidence: [] };

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
