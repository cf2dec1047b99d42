import { z } from "zod";
import { USAGES } from "./publication.ts";

type StatedWanted = boolean | readonly string[] | undefined;
type Names = string | readonly string[] | undefined;

/** A feed of the publisher's own, as it may be written. */
export interface StatedEdition {
  readonly name: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly limit?: number | undefined;
  readonly complete?: boolean | undefined;
  readonly sections?: Names;
  readonly authors?: Names;
  readonly tags?: Names;
  readonly languages?: Names;
}

/** The fields of `publication.yaml` that say which feeds and pages are written, as they may be written. */
export interface StatedFeeds {
  readonly feeds?:
    | {
        readonly sections?: StatedWanted;
        readonly authors?: StatedWanted;
        readonly tags?: StatedWanted;
        readonly languages?: StatedWanted;
        readonly archives?: "main" | "all" | "none" | undefined;
        readonly archiveSize?: number | undefined;
        readonly complete?: boolean | undefined;
        readonly own?: readonly StatedEdition[] | undefined;
      }
    | undefined;
  readonly pages?: boolean | undefined;
  readonly hosting?: boolean | undefined;
  readonly updates?: "changes" | "declared" | undefined;
  readonly tombstones?: number | undefined;
  readonly budget?: number | undefined;
  readonly license?: string | undefined;
  readonly rsl?:
    | { readonly permits?: Names; readonly prohibits?: Names; readonly server?: string | undefined }
    | undefined;
  readonly languages?:
    | Readonly<Record<string, { readonly title?: string | undefined; readonly description?: string | undefined }>>
    | undefined;
}

const YES_NO = "true or false";
const flag = z.boolean({ error: YES_NO });
const text = (expected: string): z.ZodString => z.string({ error: expected }).regex(/\S/, { error: expected });
const names = z.union([text("a name"), z.array(text("a name"), { error: "a list of names" })], {
  error: "a name, or a list of names",
});
const wanted = (what: string): z.ZodType<StatedWanted> =>
  z.union([z.boolean(), z.array(text("a name"))], { error: `true, false, or a list of ${what}` });
const whole = (least: number, most: number): z.ZodNumber => {
  const error = `a whole number from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
};

const OWN = {
  name: text("a word").describe("The feed's name in its address: editions/NAME/."),
  title: text("a title").optional().describe("The feed's title."),
  description: text("a sentence").optional().describe("What the feed is about, in a sentence."),
  limit: whole(1, 100_000).optional().describe("How many entries it holds; by default as many as the main feeds."),
  complete: flag.optional().describe("Whether it holds all there is: readers then drop what it no longer names."),
  sections: names.optional().describe("Only entries of these sections."),
  authors: names.optional().describe("Only entries of these authors."),
  tags: names.optional().describe("Only entries with one of these tags."),
  languages: names.optional().describe("Only entries in these languages."),
};

const FEEDS = {
  sections: wanted("sections").optional().describe("Feeds of each section; by default true."),
  authors: wanted("authors").optional().describe("Feeds of each author; by default true."),
  tags: wanted("tags").optional().describe("Feeds of each tag; by default false."),
  languages: wanted("language tags")
    .optional()
    .describe("Feeds of each language, where articles are in more than one; by default true."),
  archives: z
    .enum(["main", "all", "none"], { error: "main, all or none" })
    .optional()
    .describe("Which feeds reach back to their first entry through archive documents (RFC 5005); by default main."),
  archiveSize: whole(1, 10_000).optional().describe("How many entries a full archive document holds; by default 100."),
  complete: flag
    .optional()
    .describe("Whether the main feeds hold all there is (then no limit and no archive); by default false."),
  own: z
    .array(z.strictObject(OWN, { error: "name, and which entries it has" }), { error: "a list of feeds" })
    .optional()
    .describe("Feeds by filters of your own."),
};

const USAGE_WORDS = `a list of ${USAGES.join(", ")}`;
const usages = z.union([z.enum(USAGES), z.array(z.enum(USAGES))], { error: USAGE_WORDS });

const RSL = {
  permits: usages.optional().describe("What machines may do with the articles."),
  prohibits: usages.optional().describe("What machines may not do with them."),
  server: text("an address").optional().describe("The address of a licence server."),
};

/** Merged into the schema of `publication.yaml`. */
export const FEED_FIELDS: { readonly [Key in keyof StatedFeeds]-?: z.ZodType<StatedFeeds[Key]> } = {
  feeds: z
    .strictObject(FEEDS, { error: "fields such as tags: true" })
    .optional()
    .describe("Which feeds are written beside the main ones."),
  pages: flag
    .optional()
    .describe(
      "Whether pages of articles, sections and authors are written; by default only where permalink is not set.",
    ),
  hosting: flag
    .optional()
    .describe(
      "Whether sitemap.xml and the files for hosts are written: false where another program makes the site; by default they are.",
    ),
  updates: z
    .enum(["changes", "declared"], { error: "changes or declared" })
    .optional()
    .describe("Whether every change of a body counts as an update, or only declared ones; by default changes."),
  tombstones: whole(0, 36_500)
    .optional()
    .describe("For how many days feeds say that an entry was withdrawn; by default 90."),
  budget: whole(10_000, 1_000_000_000)
    .optional()
    .describe("How many bytes a feed may have: beyond, the oldest bodies give way to summaries; by default 1000000."),
  license: text("a licence's address, or a name such as CC BY 4.0")
    .optional()
    .describe("The licence of all articles: its address, or a Creative Commons name such as CC BY 4.0."),
  rsl: z
    .strictObject(RSL, { error: "permits and prohibits" })
    .optional()
    .describe("Terms for machines (Really Simple Licensing 1.0), written into the RSS feeds."),
  languages: z
    .record(
      z.string(),
      z.strictObject(
        {
          title: text("a title").optional(),
          description: text("a sentence").optional(),
        },
        { error: "title and description" },
      ),
      { error: "languages, such as fr: { title: La Gazette }" },
    )
    .optional()
    .describe("Titles and descriptions of the languages' feeds, by language tag."),
};

export const RSL_FIELDS: readonly string[] = Object.keys(RSL);
export const WANTED_FIELDS: readonly string[] = Object.keys(FEEDS);
export const OWN_FIELDS: readonly string[] = Object.keys(OWN);
