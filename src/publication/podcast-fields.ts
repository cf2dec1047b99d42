import { z } from "zod";

/** What makes a section a podcast, as it may be written. */
export interface StatedPodcast {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly image: string;
  readonly author?: string | undefined;
  readonly owner?: { readonly name: string; readonly email: string } | undefined;
  readonly category: string;
  readonly explicit?: boolean | undefined;
  readonly type?: "episodic" | "serial" | undefined;
  readonly locked?: boolean | undefined;
  readonly guid?: string | undefined;
  readonly funding?: { readonly url: string; readonly text: string } | undefined;
}

/** The field of `publication.yaml` that makes sections podcasts, as it may be written. */
export interface StatedPodcasts {
  readonly podcasts?: Readonly<Record<string, StatedPodcast>> | undefined;
}

const text = (expected: string): z.ZodString => z.string({ error: expected }).regex(/\S/, { error: expected });
const flag = z.boolean({ error: "true or false" });

const PODCAST = {
  title: text("a title").optional().describe("The podcast's title; by default the section feed's."),
  description: text("a sentence").optional().describe("What it is about; by default what the publication is about."),
  image: text("an address").describe("Its cover: a square JPEG or PNG picture of 1400 to 3000 pixels."),
  author: text("a name").optional().describe("Who makes it; by default the publication."),
  owner: z
    .strictObject({ name: text("a name"), email: z.email({ error: "an e-mail address" }) }, { error: "name and email" })
    .optional()
    .describe("Whom directories write to."),
  category: text("a category").describe("Its category on Apple's list: News, Daily News, Food …"),
  explicit: flag.optional().describe("Whether it is not for children; by default false."),
  type: z
    .enum(["episodic", "serial"], { error: "episodic or serial" })
    .optional()
    .describe("Whether episodes stand alone (episodic, if nothing is said) or follow one another (serial)."),
  locked: flag.optional().describe("Whether other hosts may take the podcast over (Podcasting 2.0); by default true."),
  guid: z
    .uuid({ error: "a UUID" })
    .optional()
    .describe("Its identity in directories (Podcasting 2.0); by default made of the feed's address."),
  funding: z
    .strictObject({ url: text("an address"), text: text("words") }, { error: "url and text" })
    .optional()
    .describe("Where listeners can support it."),
};

/** Merged into the schema of `publication.yaml`. */
export const PODCAST_FIELDS: { readonly [Key in keyof StatedPodcasts]-?: z.ZodType<StatedPodcasts[Key]> } = {
  podcasts: z
    .record(z.string(), z.strictObject(PODCAST, { error: "image, category and the like" }), {
      error: "podcasts by section, such as Talks: { image: /talks.jpg, category: News }",
    })
    .optional()
    .describe("The sections that are podcasts, by the section's name."),
};

export const EACH_PODCAST_FIELDS: readonly string[] = Object.keys(PODCAST);
