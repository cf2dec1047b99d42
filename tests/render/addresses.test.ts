import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { idOf } from "../../src/render/ids.ts";
import { webUrl } from "../../src/render/urls.ts";
import { tries } from "../support/runs.ts";
import { oddUrl } from "./arbitrary-feeds.ts";

const HOME = "https://example.org/news/";

describe("an address", () => {
  test.for([
    ["https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d", "one that is right stays"],
    ["/a", "https://example.org/a", "from the root"],
    ["a", "https://example.org/news/a", "from the page"],
    ["//cdn.example/a", "https://cdn.example/a", "without scheme"],
    ["https://EXAMPLE.org/café x", "https://example.org/caf%C3%A9%20x", "an IRI becomes a URI"],
    ["https://bücher.example/", "https://xn--bcher-kva.example/", "a host in punycode"],
    ["https://example.org/[x]", "https://example.org/%5Bx%5D", "brackets are for hosts"],
    ["https://example.org/50%", "https://example.org/50%25", "a percent sign of its own"],
    ["javascript:alert(1)", undefined, "nothing that runs"],
    ["data:text/html,x", undefined, "no data"],
    ["mailto:a@example.org", undefined, "a page, not a person"],
    ["", undefined, "nothing"],
    [undefined, undefined, "nothing at all"],
    [42, undefined, "no text"],
  ] as const)("%s → %s (%s)", ([stated, expected]) => {
    expect(webUrl(stated, HOME)).toBe(expected);
  });

  test("stays when it is written again", () => {
    fc.assert(
      fc.property(oddUrl, (stated) => {
        const url = webUrl(stated, HOME);
        expect(url === undefined ? undefined : webUrl(url, HOME)).toBe(url);
      }),
      tries(500),
    );
  });
});

describe("an id", () => {
  test.for([
    ["tag:example.org,2024-08-30:visit", "tag:example.org,2024-08-30:visit", "a tag URI stays"],
    ["urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "so does a URN"],
    ["https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2", "and a URL"],
    ["https://EXAMPLE.org:443/x/../a", "https://example.org/a", "in normal form"],
    ["post-42", "https://example.org/news/#post-42", "any other text, below the publication's address"],
    ["42", "https://example.org/news/#42", "a number"],
    ["tag:Example.org:x", "https://example.org/news/#tag%3AExample.org%3Ax", "a tag URI that is none"],
    ["a b", "https://example.org/news/#a%20b", "with a blank"],
  ] as const)("%s → %s (%s)", ([stated, expected]) => {
    expect(idOf(stated, HOME)).toBe(expected);
  });
});
