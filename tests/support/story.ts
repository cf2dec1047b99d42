import { createHash } from "node:crypto";
import { evidence } from "../../src/compose/evidence.ts";
import type { Story } from "../../src/compose/story.ts";
import { LIMITS } from "../../src/publication/limits.ts";
import type { Publication } from "../../src/publication/publication.ts";

export const PUBLICATION: Publication = {
  title: "The Harbour Gazette",
  titleStated: true,
  url: "https://gazette.example/",
  urlStated: true,
  description: "News of the harbour",
  language: "en",
  timezone: "UTC",
  authors: [],
  limit: 50,
  content: "full",
  permalink: "/{year}/{month}/{day}/{slug}/",
  sections: {},
  tagDomain: "gazette.example",
  people: [],
  feeds: {
    sections: true,
    authors: true,
    tags: false,
    languages: true,
    archives: "main",
    archiveSize: 100,
    complete: false,
    own: [],
  },
  pages: false,
  hosting: true,
  updates: "changes",
  tombstones: 90,
  budget: 1_000_000,
  limits: LIMITS,
  languages: {},
  profiles: [],
  podcasts: {},
};

/** Fields of `publication.yaml` by which the main feeds are all that is written. */
export const MAIN_FEEDS_ONLY = "feeds: { sections: false, authors: false, languages: false }\npages: false\n";

/** All that stands in the output folder then. */
export const MAIN_FILES: readonly string[] = [
  ...[".well-known/feeds", "_headers", "_redirects", "atom.xml", "feed.css", "feed.json", "feeds.json", "feeds.opml"],
  ...["hosting/caddy.conf", "hosting/cloudflare/_routes.json", "hosting/cloudflare/_worker.js"],
  ...["hosting/nginx-gone.map", "hosting/nginx-moved.map", "rss.xml", "sitemap.xml"],
];

/** What a publication is that says nothing of its feeds and pages, but has a permalink. */
export const DEFAULTS = {
  limits: LIMITS,
  feeds: PUBLICATION.feeds,
  pages: false,
  hosting: true,
  updates: "changes",
  tombstones: 90,
  budget: 1_000_000,
  languages: {},
  profiles: [],
  podcasts: {},
} as const;

const WORDS =
  "harbour council ferry storm quay pilot tide crane captain freight lantern mooring anchor customs sailor signal".split(
    " ",
  );

/** Some eighty words that are the same for the same seed, and share next to nothing with those of another. */
export function prose(seed: string): string {
  return Array.from({ length: 80 }, (_, index) => {
    const digest = createHash("sha256").update(`${seed} ${index}`).digest();
    return `${WORDS[(digest[0] ?? 0) % WORDS.length]}${digest.toString("hex").slice(0, 4)}`;
  }).join(" ");
}

/** A story dated by its front matter, unless told otherwise. */
export function story(file: string, given: Partial<Story> & { readonly date?: string | undefined } = {}): Story {
  const { date = "2026-05-01T12:00:00Z", ...rest } = { ...given };
  const undated = "date" in given && given.date === undefined;
  const at = new Date(date);
  return {
    file,
    format: "text",
    title: `Title of ${file}`,
    titleDerived: false,
    body: `<p>${prose(file)}</p>`,
    authors: [{ name: "Jane Doe", kind: "person" }],
    contributors: [],
    tags: [],
    attachments: [],
    draft: false,
    findings: [],
    ...(undated
      ? { evidence: [] }
      : {
          published: { at, precision: "second", from: "front-matter" },
          evidence: [evidence("published", date, "front-matter", date, { line: 2, column: 7 }, "certain")],
        }),
    ...rest,
  };
}
