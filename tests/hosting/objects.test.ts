import { readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isThere, ran } from "../readers/support.ts";
import { ROOT, type Site, site } from "../support/site.ts";
import { type Storage, storage } from "./objects.ts";

const guide = readFileSync(join(ROOT, "docs/hosting.md"), "utf8");

const CREDENTIALS = { AWS_ACCESS_KEY_ID: "key", AWS_SECRET_ACCESS_KEY: "secret", AWS_DEFAULT_REGION: "us-east-1" };

/** Clients that bring a folder into a bucket: how they are told of the storage, and whether they are there. */
const CLIENTS = [
  [
    "aws",
    () => ({
      ...CREDENTIALS,
      AWS_REQUEST_CHECKSUM_CALCULATION: "when_required",
      AWS_EC2_METADATA_DISABLED: "true",
    }),
    ["--version"],
  ],
  [
    "rclone",
    (url: string) => ({
      // It would not speak plain http with one.
      AWS_CA_BUNDLE: "",
      RCLONE_CONFIG_REMOTE_TYPE: "s3",
      RCLONE_CONFIG_REMOTE_PROVIDER: "Other",
      RCLONE_CONFIG_REMOTE_ENDPOINT: url,
      RCLONE_CONFIG_REMOTE_ACCESS_KEY_ID: "key",
      RCLONE_CONFIG_REMOTE_SECRET_ACCESS_KEY: "secret",
    }),
    ["version"],
  ],
] as const;

const IMAGE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';

async function publication(): Promise<Site> {
  const place = site({
    "data/publication.yaml":
      "title: G\nurl: https://gazette.example/\nhub: https://hub.example/\nfeeds: { archiveSize: 1 }\nlimit: 1\nprofiles: [smartnews, google-news]\npodcasts:\n  Talks: { category: Daily News, image: /talks.jpg, owner: { name: A, email: a@gazette.example } }\n",
    "data/quay.svg": IMAGE,
    "data/talk.mp3": Buffer.from("ID3"),
  });
  for (const day of [1, 2, 3])
    place.put({
      [`data/a${day}.md`]: `---\ntitle: Article ${day}\ndate: 2026-05-0${day}\nauthor: Jane Doe\nsection: ${day === 1 ? "Across" : "Talks"}\nimage: quay.svg\naudio: talk.mp3\n---\nWords of day ${day}.\n`,
    });
  await place.build({ now: new Date("2026-05-04T00:00:00Z") });
  return place;
}

const HIDDEN = /^(?:_headers$|_redirects$|hosting\/)/;

/** What each file should come as. */
function wanted(path: string): readonly [type: unknown, caching: string] {
  const feed = "public, max-age=300";
  if (path.startsWith("media/")) return [expect.any(String), "public, max-age=31536000, immutable"];
  if (/(?:^|\/)(?:rss(?:-\d+)?|podcast|smartnews)\.xml$/.test(path))
    return ["application/rss+xml; charset=utf-8", feed];
  if (/(?:^|\/)atom(?:-\d+)?\.xml$/.test(path)) return ["application/atom+xml; charset=utf-8", feed];
  if (/(?:^|\/)feed(?:-\d+)?\.json$/.test(path)) return ["application/feed+json; charset=utf-8", feed];
  if (path.endsWith(".opml") || path === ".well-known/feeds") return ["text/x-opml; charset=utf-8", "no-cache"];
  if (path.endsWith(".html")) return [expect.stringMatching(/^text\/html/), "no-cache"];
  return [expect.not.stringMatching(/octet-stream|rss|atom|feed/), "no-cache"];
}

describe.for(CLIENTS)("S3 by %s, with the documented commands", ([client, environment, flag]) => {
  /** Runs the commands in the publication's folder. */
  const upload = async (place: Site, { url }: Storage): Promise<void> => {
    const [, commands = "exit 9"] = new RegExp(`<!-- ${client} -->\n\`\`\`sh\n(.*?)^\`\`\``, "ms").exec(guide) ?? [];
    const exports = Object.entries(environment(url)).map(([name, value]) => `export ${name}='${value}'\n`);
    await ran(
      "sh",
      ["-ec", exports.join("") + commands.replaceAll("aws s3", `aws --endpoint-url ${url} s3`)],
      place.folder,
    );
  };

  test.runIf(isThere(client, ...flag))("each file comes with its type and caching", { timeout: 120_000 }, async () => {
    const place = await publication();
    const files = place.list("dist").filter((path) => !HIDDEN.test(path));
    expect(files).toEqual(
      expect.arrayContaining(["sections/talks/podcast.xml", "archives/rss-1.xml", "feeds.json", "smartnews.xml"]),
    );
    const bucket = await storage();
    await upload(place, bucket);
    const stored = [...bucket.objects].map(([key, { type, caching }]) => [key, [type, caching]]);
    expect(Object.fromEntries(stored)).toEqual(Object.fromEntries(files.map((path) => [path, wanted(path)])));
    for (const [key, { bytes }] of bucket.objects)
      expect([key, bytes.toString()]).toEqual([key, place.text(`dist/${key}`)]);
    const order = bucket.log();
    const last = (kind: RegExp): number => order.findLastIndex((key) => kind.test(key));
    const first = (kind: RegExp): number => order.findIndex((key) => kind.test(key));
    expect(last(/^media\//)).toBeLessThan(first(/\.html$/));
    expect(last(/\.html$/)).toBeLessThan(first(/(?:rss|atom)\.xml$|feed\.json$/));

    // The next day: an article comes, and another is withdrawn with its section.
    place.remove("data/a1.md");
    place.put({ "data/a4.md": "---\ntitle: Article 4\ndate: 2026-05-04\nauthor: Jane Doe\n---\nWords of day 4.\n" });
    await place.build({ now: new Date("2026-05-05T00:00:00Z") });
    const later = new Date(Date.now() + 5000);
    for (const feed of ["rss.xml", "atom.xml", "feed.json"]) utimesSync(join(place.folder, "dist", feed), later, later);
    await upload(place, bucket);
    const changes = bucket.log();
    expect(changes.filter((key) => key.startsWith("-")).every((key) => key.startsWith("-sections/across/"))).toBe(true);
    expect(changes.findIndex((key) => key.startsWith("-"))).toBeGreaterThan(changes.indexOf("feed.json"));
    expect([...bucket.objects.keys()].sort()).toEqual(place.list("dist").filter((path) => !HIDDEN.test(path)));
    for (const key of ["rss.xml", "atom.xml", "feed.json"]) {
      const { type, caching, bytes } = bucket.objects.get(key) ?? {};
      expect([type, caching, bytes?.toString()]).toEqual([...wanted(key), place.text(`dist/${key}`)]);
    }
  });
});
