import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attribute, dataBlock, html, sound } from "../../src/pages/markup.ts";
import { RUNS } from "../support/runs.ts";
import { readPage } from "./read-page.ts";

/** Texts as people and attackers write them, without the characters that HTML itself folds or forbids. */
const TEXT = fc
  .array(
    fc.constantFrom(
      "<",
      ">",
      "&",
      '"',
      "'",
      "</script>",
      "<!--",
      "-->",
      "&amp;",
      "a",
      " ",
      "é",
      "م",
      "世",
      "\u2028",
      "`",
      "=",
      "/",
    ),
  )
  .map((parts) => parts.join(""));

describe("templates", () => {
  test.for<readonly [string, string, string]>([
    [html`<p>${"a < b & c"}</p>`.html, "<p>a &lt; b &amp; c</p>", "text is escaped"],
    [
      html`<p title="${`"it's"`}"></p>`.html,
      '<p title="&quot;it&#39;s&quot;"></p>',
      "values are, for quotes of either kind",
    ],
    [html`<p>${html`<b>${"<"}</b>`}</p>`.html, "<p><b>&lt;</b></p>", "markup is escaped once"],
    [html`<p>${[html`<i>`, html`</i>`]}</p>`.html, "<p><i></i></p>", "a list of markup is put together"],
    [html`<p>${undefined}${7}</p>`.html, "<p>7</p>", "nothing is nothing, a number is itself"],
    [html`<p>${sound("<b>x</b>")}</p>`.html, "<p><b>x</b></p>", "a body is what its reader made of it"],
    [
      html`<p${attribute("dir", undefined)}${attribute("id", "a&b")}>`.html,
      '<p id="a&amp;b">',
      "an attribute without a value is none",
    ],
  ])("%s", ([written, expected]) => {
    expect(written).toBe(expected);
  });

  test("a browser reads any text as it was, in an element and in an attribute", () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const { elements } = readPage(html`<p title="${text}">${text}</p>`.html);
        expect(elements).toEqual([{ name: "p", attributes: { title: text }, text }]);
      }),
      RUNS,
    );
  });
});

test("no text in data ends the element that it stands in, or begins a comment", () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      const { elements } = readPage(dataBlock({ headline: text }).html);
      expect(elements).toHaveLength(1);
      expect(elements[0]?.text).not.toMatch(/[<>&\u2028]/);
      expect(JSON.parse(elements[0]?.text ?? "")).toEqual({ headline: text });
    }),
    RUNS,
  );
});
