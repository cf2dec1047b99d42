import { expect, test } from "vitest";
import { absolutise } from "../../src/read/links.ts";

const BASE = "https://gazette.example/2026/05/01/ferry/";

test.for([
  ['<a href="../crane/">', '<a href="https://gazette.example/2026/05/01/crane/">', "relative"],
  ['<a href="/about">', '<a href="https://gazette.example/about">', "from the root"],
  ['<a href="#note">', `<a href="${BASE}#note">`, "inside the article"],
  ['<a href="?page=2">', `<a href="${BASE}?page=2">`, "a query alone"],
  ['<a href="//cdn.example/x">', '<a href="https://cdn.example/x">', "without its scheme"],
  [
    '<a href="https://x.example/a?b=1&amp;c=2">',
    '<a href="https://x.example/a?b=1&amp;c=2">',
    "absolute ones are not touched",
  ],
  ['<a href="https://x.example">', '<a href="https://x.example/">', "but for an empty path"],
  ['<img src="ä b.jpg">', `<img src="${BASE}%C3%A4%20b.jpg">`, "no blanks or letters that URIs don't know"],
  ['<a href="https://bücher.example/">', '<a href="https://xn--bcher-kva.example/">', "hosts in their ASCII form"],
  [
    '<a href="https://x.example/[a]">',
    '<a href="https://x.example/%5Ba%5D">',
    "brackets, which the W3C validator refuses",
  ],
  ['<a href="http://[::1]:80/[a]">', '<a href="http://[::1]/%5Ba%5D">', "but for those of a host"],
  ['<a href="http://">', "<a>", "nothing can be made of it"],
  ['<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">', "mail"],
  ['<video poster="p.jpg" src="v.mp4">', `<video poster="${BASE}p.jpg" src="${BASE}v.mp4">`, "posters"],
  [
    '<img srcset="a.jpg 1x, b.jpg 2x" src="a.jpg">',
    `<img srcset="${BASE}a.jpg 1x, ${BASE}b.jpg 2x" src="${BASE}a.jpg">`,
    "candidates of a picture",
  ],
  ['<p>href="x" is text</p>', '<p>href="x" is text</p>', "words are no attributes"],
] as const)("%s → %s (%s)", ([html, expected]) => {
  expect(absolutise(html, BASE)).toBe(expected);
});
