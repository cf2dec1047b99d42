import { z } from "zod";

/** The aggregators for which a publication can be made ready. */
const PROFILES = ["google-news", "apple-news", "smartnews", "flipboard", "feedly", "msn", "newsbreak"] as const;

export type Profile = (typeof PROFILES)[number];

/** How often a feed changes, in the words of RSS's syndication module. */
const PERIODS = ["hourly", "daily", "weekly", "monthly", "yearly"] as const;

/** The fields of `publication.yaml` that aggregators ask for, as they may be written. */
export interface StatedProfiles {
  readonly profiles?: Profile | readonly Profile[] | undefined;
  readonly webfeeds?:
    | {
        readonly cover?: string | undefined;
        readonly icon?: string | undefined;
        readonly logo?: string | undefined;
        readonly accentColor?: string | undefined;
        readonly related?: boolean | undefined;
        readonly analytics?: string | undefined;
      }
    | undefined;
  readonly smartnews?:
    | {
        readonly description?: string | undefined;
        readonly logo?: string | undefined;
        readonly darkModeLogo?: string | undefined;
        readonly analytics?: string | undefined;
        readonly sponsored?: readonly StatedSponsor[] | undefined;
        readonly advertisement?: string | undefined;
        readonly limit?: number | undefined;
      }
    | undefined;
  readonly modules?:
    | {
        readonly modified?: boolean | undefined;
        readonly markdown?: boolean | undefined;
        readonly slash?: boolean | undefined;
        readonly accounts?: Readonly<Record<string, string>> | undefined;
        readonly updatePeriod?: (typeof PERIODS)[number] | undefined;
        readonly updateFrequency?: number | undefined;
      }
    | undefined;
}

/** A link to an advertisement, as it may be written. */
export interface StatedSponsor {
  readonly link: string;
  readonly advertiser: string;
  readonly title?: string | undefined;
  readonly thumbnail?: string | undefined;
}

const PROFILES_ERROR = `a list of ${PROFILES.join(", ")}`;
const COLOUR = 'a colour of six hexadecimal digits in quotation marks, such as "0B6E4F"';
const ENTRIES = "a whole number from 1 to 1000";
const TIMES = "a whole number from 1 to 1000";
const text = (expected: string): z.ZodString => z.string({ error: expected }).regex(/\S/, { error: expected });
const picture = (what: string): z.ZodOptional<z.ZodString> =>
  text("a picture's address, such as /picture.png").optional().describe(`${what}; absolute, or below url.`);
const flag = z.boolean({ error: "true or false" });

const WEBFEEDS = {
  cover: picture("A large picture for the feed's page"),
  icon: picture("A square picture, SVG or PNG; by default icon"),
  logo: picture("The name as a picture some 30 pixels high, SVG or PNG; by default logo"),
  accentColor: z
    .string({ error: COLOUR })
    .regex(/^\s*#?[0-9A-Fa-f]{6}\s*$/, { error: COLOUR })
    .optional()
    .describe("The colour of links: six hexadecimal digits."),
  related: flag.optional().describe("Whether articles may be shown to readers of like ones; by default true."),
  analytics: text("a Google Analytics id").optional().describe("The id by which Google Analytics counts readers."),
};

const SPONSORS = "at most two links, each with link and advertiser";

const SPONSOR = z.strictObject({
  link: text("an address").describe("Its page, on the publication's own domain."),
  advertiser: text("a name").describe("Whose it is, in at most 35 characters."),
  title: text("words").optional().describe("What it says, in at most 45 characters."),
  thumbnail: picture("A picture, 320 x 240 pixels"),
});

const SMARTNEWS = {
  description: text("a few words").optional().describe("What the publication is about, in at most 30 characters."),
  logo: picture("The name as a picture, at most 700 x 100 pixels; by default logo"),
  darkModeLogo: picture("The same for dark backgrounds"),
  analytics: text("a script element").optional().describe("HTML that counts readers: a script element."),
  sponsored: z
    .array(SPONSOR, { error: SPONSORS })
    .max(2, { error: SPONSORS })
    .optional()
    .describe("Links to advertisements below each article."),
  advertisement: text("a script element").optional().describe("HTML of an advertisement in each article."),
  limit: z
    .int({ error: ENTRIES })
    .min(1, { error: ENTRIES })
    .max(1000, { error: ENTRIES })
    .optional()
    .describe("How many entries smartnews.xml holds; by default 20."),
};

const MODULES = {
  modified: flag.optional().describe("Whether RSS says when an entry changed as dcterms:modified, too."),
  markdown: flag.optional().describe("Whether RSS carries the Markdown of articles written in it (source:markdown)."),
  slash: flag.optional().describe("Whether RSS names an entry's section as slash:section, too."),
  accounts: z
    .record(text("a service"), text("an account's name"), { error: "services and names, such as mastodon: harbour" })
    .optional()
    .describe("The publication's accounts by service (source:account)."),
  updatePeriod: z
    .enum(PERIODS, { error: PERIODS.join(", ") })
    .optional()
    .describe("How often the feeds change (sy:updatePeriod): hourly, daily, weekly, monthly or yearly."),
  updateFrequency: z
    .int({ error: TIMES })
    .min(1, { error: TIMES })
    .max(1000, { error: TIMES })
    .optional()
    .describe("How many times in that period; by default once."),
};

/** Merged into the schema of `publication.yaml`. */
export const PROFILE_FIELDS: { readonly [Key in keyof StatedProfiles]-?: z.ZodType<StatedProfiles[Key]> } = {
  profiles: z
    .union([z.array(z.enum(PROFILES, { error: PROFILES_ERROR }), { error: PROFILES_ERROR }), z.enum(PROFILES)], {
      error: PROFILES_ERROR,
    })
    .optional()
    .describe("The aggregators for which the feeds are made ready."),
  webfeeds: z
    .strictObject(WEBFEEDS, { error: "fields such as cover: /cover.png" })
    .optional()
    .describe("How Feedly shows the feeds (webfeeds elements)."),
  smartnews: z
    .strictObject(SMARTNEWS, { error: "fields such as logo: /logo.png" })
    .optional()
    .describe("What SmartNews is told in smartnews.xml."),
  modules: z
    .strictObject(MODULES, { error: "fields such as modified: true" })
    .optional()
    .describe("Elements that only some readers of RSS know."),
};

export const WEBFEEDS_FIELDS: readonly string[] = Object.keys(WEBFEEDS);
export const SMARTNEWS_FIELDS: readonly string[] = Object.keys(SMARTNEWS);
export const MODULES_FIELDS: readonly string[] = Object.keys(MODULES);
