import { expect, test } from "vitest";
import { planSite } from "../../src/build/plan.ts";
import { renderOpml } from "../../src/render/opml.ts";
import { entry, recorded } from "../support/entries.ts";
import { PUBLICATION } from "../support/story.ts";
import { childrenOf, parseXml } from "./strict-xml.ts";

const DAY = new Date("2020-02-01T00:00:00Z");

test.for([
  ["Fish & chips, 3 < 4", "Fish & chips, 3 < 4", "no markup"],
  ["Café – News", "Café – News", "letters"],
  ["News of <and> & more", "News of &lt;and&gt; &amp; more", "what HTML would take for an element"],
  ["R&amp;D", "R&amp;amp;D", "what it would take for a character"],
] as const)("the words %j stand in an outline as %j (%s)", ([title, expected]) => {
  const { site } = planSite({ ...PUBLICATION, title, description: title }, recorded([entry(1)]), DAY);
  const [body] = childrenOf(parseXml(renderOpml(site)).root, "body");
  const [main] = body === undefined ? [] : childrenOf(body, "outline");
  const { text, title: named, description } = main?.attributes ?? {};
  expect([text, named, description]).toEqual([expected, expected, expected]);
});
