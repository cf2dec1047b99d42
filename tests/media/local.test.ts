import { expect, test } from "vitest";
import { localFile } from "../../src/media/local.ts";

test.for<readonly [string, string, ReturnType<typeof localFile>, string]>([
  ["quay.jpg", "news/ferry.md", { path: "news/quay.jpg", rooted: false }, "beside the article"],
  ["./img/quay.jpg", "ferry.md", { path: "img/quay.jpg", rooted: false }, "in a folder below"],
  ["../quay.jpg", "news/ferry.md", { path: "quay.jpg", rooted: false }, "in the folder above"],
  [
    "my%20quay.jpg?w=3#top",
    "ferry.md",
    { path: "my quay.jpg", rooted: false },
    "a name with a blank, and what servers add",
  ],
  ["/images/quay.jpg", "news/ferry.md", { path: "images/quay.jpg", rooted: true }, "from the root"],
  ["../../quay.jpg", "news/ferry.md", "outside", "above the data folder"],
  ["a/../../quay.jpg", "ferry.md", "outside", "by a detour"],
  ["%2e%2e/quay.jpg", "ferry.md", "outside", "in disguise"],
  ["/../quay.jpg", "ferry.md", undefined, "a server's root has nothing above it"],
  ["https://a.example/quay.jpg", "ferry.md", undefined, "another host"],
  ["//cdn.example/quay.jpg", "ferry.md", undefined, "another host, without scheme"],
  ["data:image/png;base64,AA", "ferry.md", undefined, "the picture itself"],
  ["#quay", "ferry.md", undefined, "a place in the page"],
  ["?page=2", "ferry.md", undefined, "the page with a question"],
  ["", "ferry.md", undefined, "nothing"],
  ["img/", "ferry.md", undefined, "a folder"],
  ["%zz.jpg", "ferry.md", undefined, "no encoding"],
  ["a%00b.jpg", "ferry.md", undefined, "a character that no file's name has"],
])("%s of %s", ([url, article, expected]) => {
  expect(localFile(url, article)).toEqual(expected);
});
