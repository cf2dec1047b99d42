import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openPreview } from "../../src/serve/preview.ts";
import { site } from "../support/site.ts";
import { get, serving } from "./http.ts";

async function previewed() {
  const place = site({ "data/boat.jpg": "a picture", "preview/.keep": "" });
  const preview = openPreview(join(place.folder, "preview"), join(place.folder, "data"));
  const { url } = await serving(join(place.folder, "preview"), { prepare: preview.prepare });
  return { place, preview, ask: async (path: string) => get(url, path) };
}

describe("a preview", () => {
  test("makes of a build only what is asked for", async () => {
    const { place, preview, ask } = await previewed();
    const made: string[] = [];
    const page = (path: string) => ({
      path,
      get content() {
        made.push(path);
        return `<p>${path}</p>`;
      },
    });
    preview.take(["index.html", "a/index.html", "b.html", "404.html"].map(page));
    for (const [path, file] of [
      ["/", "index.html"],
      ["/a/", "a/index.html"],
      ["/b", "b.html"],
    ] as const)
      expect((await ask(path)).body).toBe(`<p>${file}</p>`);
    expect(made).toEqual(["index.html", "a/index.html", "b.html"]);
    expect(await ask("/nothing")).toMatchObject({ status: 404, body: "<p>404.html</p>" });
    expect((await ask("/a")).status).toBe(302);
    expect(place.list("preview")).toEqual([".keep", "404.html", "a/index.html", "b.html", "index.html"]);
  });

  test("shows of the next build what that has, and nothing that it has no more", async () => {
    const { preview, ask } = await previewed();
    preview.take([
      { path: "rss.xml", content: "one" },
      { path: "gone.xml", content: "gone" },
      { path: "media/boat.jpg", content: { copyOf: "boat.jpg" } },
    ]);
    expect([(await ask("/rss.xml")).body, (await ask("/gone.xml")).body]).toEqual(["one", "gone"]);
    expect((await ask("/media/boat.jpg")).body).toBe("a picture");
    preview.take([{ path: "rss.xml", content: Buffer.from("two") }]);
    expect((await ask("/rss.xml")).body).toBe("two");
    expect([(await ask("/gone.xml")).status, (await ask("/media/boat.jpg")).status]).toEqual([404, 404]);
  });

  test("a file that can't be had is a 500, and the next is answered", async () => {
    const { preview, ask } = await previewed();
    preview.take([
      { path: "a.jpg", content: { copyOf: "nowhere.jpg" } },
      { path: "rss.xml", content: "one" },
    ]);
    for (const _ of [1, 2]) expect((await ask("/a.jpg")).status).toBe(500);
    expect((await ask("/rss.xml")).body).toBe("one");
  });
});
