import { describe, expect, test } from "vitest";
import { article, LIFE, openGazette } from "./gazette.ts";
import { isThere, ran } from "./support.ts";

/** Polls an address and says what it got; the second line holds what it remembers for the next time. */
const POLL = `
import feedparser, json, sys
address, memory = sys.argv[1], json.loads(sys.argv[2])
got = feedparser.parse(address, etag=memory.get("etag"), modified=memory.get("modified"))
print(json.dumps({
  "status": got.status, "bozo": bool(got.bozo), "etag": got.get("etag"), "modified": got.get("modified"),
  "title": got.feed.get("title"),
  "entries": [{"id": e.id, "title": e.title, "updated": e.get("updated"), "published": e.published} for e in got.entries],
}))
`;
/** Follows RFC 5005's links from a feed to its first archive. */
const FOLLOW = `
import feedparser, json, sys
address, seen = sys.argv[1], []
while address:
  got = feedparser.parse(address)
  assert got.status == 200 and not got.bozo, address
  seen += [e.id for e in got.entries]
  before = [l.href for l in got.feed.links if l.rel == "prev-archive"]
  address = before[0] if before else None
print(json.dumps(seen))
`;
const PYTHON = "/usr/bin/python3";

interface Polled {
  readonly status: number;
  readonly bozo: boolean;
  readonly etag: string;
  readonly modified: string;
  readonly entries: readonly { readonly id: string; readonly title: string; readonly updated: string }[];
}

describe.runIf(isThere(PYTHON, "-c", "import feedparser"))("Python's feedparser", () => {
  test.for(["rss.xml", "atom.xml"])("%s: the same ids for ever, each once", async (feed) => {
    const { place, url, publish } = await openGazette();
    const poll = async (memory: object = {}): Promise<Polled> =>
      JSON.parse(await ran(PYTHON, ["-c", POLL, `${url}${feed}`, JSON.stringify(memory)], place.folder));
    let last = await poll();
    expect(last).toMatchObject({ status: 200, bozo: false, title: "Gazette" });
    const known = new Map(last.entries.map(({ id, title }) => [title, id]));
    for (const [index, { what, change, appear, stand }] of LIFE.entries()) {
      change(place);
      await publish(index + 2);
      const { etag, modified } = last;
      const got = await poll({ etag, modified });
      if (what === "nothing") {
        expect(got).toMatchObject({ status: 304, entries: [] });
        continue;
      }
      // Moving a file changes no byte of the feed.
      if (what.includes("renamed")) {
        expect([what, got.status]).toEqual([what, 304]);
        continue;
      }
      last = got;
      expect([what, got.status, got.bozo]).toEqual([what, 200, false]);
      expect(got.entries.map(({ title }) => title)).toEqual(stand.map((name) => `The ${name} story`));
      for (const { id, title } of got.entries) {
        if (!appear.some((name) => title.includes(name))) expect([what, known.get(title)]).toEqual([what, id]);
        known.set(title, id);
      }
    }
  });

  test("a correction shows as an update of the entry", async () => {
    const { place, url, publish } = await openGazette();
    const updated = async (): Promise<Record<string, string>> => {
      const { entries }: Polled = JSON.parse(await ran(PYTHON, ["-c", POLL, `${url}atom.xml`, "{}"], place.folder));
      return Object.fromEntries(entries.map((entry) => [entry.title, entry.updated]));
    };
    const before = await updated();
    place.put({ "data/ferry.md": article("ferry", "01", " It sails on Tuesday.") });
    await publish(2);
    expect(await updated()).toEqual({ ...before, "The ferry story": "2026-06-02T00:00:00Z" });
  });

  test.for(["rss.xml", "atom.xml"])("%s: who follows the archives finds every entry, each once", async (feed) => {
    const { place, url, publish } = await openGazette("limit: 5\nfeeds: { archives: main, archiveSize: 10 }\n");
    const days = Array.from({ length: 28 }, (_, index) => String(index + 1).padStart(2, "0"));
    place.put(Object.fromEntries(days.map((day) => [`data/${day}.md`, article(`day${day}`, day)])));
    await publish(20);
    const seen: string[] = JSON.parse(await ran(PYTHON, ["-c", FOLLOW, `${url}${feed}`], place.folder));
    expect(new Set(seen).size).toBe(30);
    // The newest stand in the feed to subscribe to, and again in an archive once it is full (RFC 5005, section 4).
    expect(seen.length).toBeLessThan(30 + 10 + 5);
  });
});
