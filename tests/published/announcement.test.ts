import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { announcementOf } from "../../src/published/announcement.ts";
import { RUNS } from "../support/runs.ts";

const RSS = (head: string): string =>
  `<?xml version="1.0"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${head}<item><atom:link rel="hub" href="https://other.example/"/></item></channel></rss>`;
const ATOM = (head: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom">${head}<entry><source><link rel="hub" href="https://other.example/"/></source></entry></feed>`;
const HUB = "https://hub.example/?a=1&b=2";

describe("what a feed says of itself:", () => {
  test.for([
    [RSS('<atom:link rel="hub" href="https://hub.example/?a=1&amp;b=2"/>'), { kind: "rss", hubs: [HUB] }, "RSS"],
    [RSS(""), { kind: "rss", hubs: [] }, "the hub of an entry is none of the feed's"],
    [ATOM(`<link rel="hub" href="https://hub.example/?a=1&amp;b=2"/>`), { kind: "atom", hubs: [HUB] }, "Atom"],
    [
      ATOM('<link href="https://a.example/"/><link rel="self" href="https://a.example/f"/>'),
      { kind: "atom", self: "https://a.example/f", hubs: [] },
      "its own address among others",
    ],
    [
      RSS('<cloud domain="rpc.example" port="80" path="/notify" registerProcedure="" protocol="http-post"/>'),
      { kind: "rss", hubs: [], cloud: { domain: "rpc.example", port: 80, path: "/notify", protocol: "http-post" } },
      "an rssCloud server",
    ],
    [RSS('<cloud domain="rpc.example" port="many" path="x"/>'), { kind: "rss", hubs: [] }, "a cloud that is nowhere"],
    [
      `{"version":"https://jsonfeed.org/version/1.1","feed_url":"https://a.example/f","hubs":[{"type":"WebSub","url":"${HUB}"},{"type":"WebSub","url":"${HUB}"},null,{"type":"x"}]}`,
      { kind: "json", self: "https://a.example/f", hubs: [HUB] },
      "JSON Feed, each hub once",
    ],
    ['{"version":"https://jsonfeed.org/version/1.1", broken', undefined, "broken JSON"],
    ['{"version":"1.0"}', undefined, "other JSON"],
    ["<urlset/>", undefined, "other XML"],
    ['<feed xmlns="urn:other"/>', undefined, "a feed of something else"],
    ["<html><body>rss</body></html>", undefined, "a page"],
    ["", undefined, "nothing"],
    [`\uFEFF ${RSS("")}`, { kind: "rss", hubs: [] }, "with a byte order mark"],
    [
      RSS(`<title>${"x".repeat(9000)}</title><atom:link rel="self" href="https://a.example/"/>`),
      { kind: "rss", self: "https://a.example/", hubs: [] },
      "behind much else",
    ],
  ] as const)("%#: %3$s", ([text, said]) => {
    expect(announcementOf(text)).toEqual(said);
  });

  test("whatever the text, it is looked at and not believed", () => {
    const piece = fc.constantFrom(
      "<rss>",
      "<feed xmlns='http://www.w3.org/2005/Atom'>",
      "<link rel='hub'/>",
      "<![CDATA[",
      "-->",
      "{",
      '"version":"https://jsonfeed.org/version/1"',
      "}",
      "&#x0;",
      "<",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string())).map((all) => all.join("")),
        (text) => {
          expect(announcementOf(text)?.hubs ?? []).toEqual([]);
        },
      ),
      RUNS,
    );
  });
});
