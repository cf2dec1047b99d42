import { z } from "zod";
import { FEED_FIELDS, type StatedFeeds } from "./feed-fields.ts";
import { LIMITS_SCHEMA } from "./limit-fields.ts";
import type { StatedLimits } from "./limits.ts";
import { PODCAST_FIELDS, type StatedPodcasts } from "./podcast-fields.ts";
import { PROFILE_FIELDS, type StatedProfiles } from "./profile-fields.ts";

/** Somebody in `publication.yaml`'s list of authors. */
export interface StatedAuthor {
  readonly name: string;
  readonly email?: string | undefined;
  readonly url?: string | undefined;
  readonly kind?: "person" | "organisation" | undefined;
}

/** `publication.yaml`, as it may be written. */
export interface PublicationFile extends StatedFeeds, StatedProfiles, StatedPodcasts {
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly description?: string | undefined;
  readonly language?: string | undefined;
  readonly timezone?: string | undefined;
  readonly copyright?: string | undefined;
  readonly authors?: readonly (string | StatedAuthor)[] | undefined;
  readonly icon?: string | undefined;
  readonly logo?: string | undefined;
  readonly hub?: string | undefined;
  readonly cloud?: string | undefined;
  readonly limit?: number | undefined;
  readonly content?: "full" | "summary" | undefined;
  readonly permalink?: string | undefined;
  readonly sections?: Readonly<Record<string, string | readonly string[] | null>> | undefined;
  readonly tagDomain?: string | undefined;
  readonly limits?: StatedLimits | undefined;
}

/** A file of `authors/`, as it may be written. */
export interface PersonFile {
  readonly name: string;
  readonly kind?: "person" | "organisation" | undefined;
  readonly url?: string | undefined;
  readonly email?: string | undefined;
  readonly avatar?: string | undefined;
  readonly bio?: string | undefined;
  readonly spellings?: string | readonly string[] | undefined;
}

/** The entries that a main feed may hold at most: beyond it, no reader and no server is glad. */
const MOST_ENTRIES = 100_000;

const words = (expected: string): z.ZodString => z.string({ error: expected }).regex(/\S/, { error: expected });
const URL_WORDS = "an address such as https://gazette.example/";
const LINK_WORDS = "an address such as https://gazette.example/icon.png, or /icon.png below the publication's url";
const EMAIL_WORDS = "an e-mail address such as desk@gazette.example";
const KIND_WORDS = "person or organisation";
const email = z.email({ error: EMAIL_WORDS });
const kind = z.enum(["person", "organisation"], { error: KIND_WORDS });

const AUTHOR = {
  name: words("a name").describe("The name as readers see it."),
  email: email.optional().describe("Shown in feeds: leave it out if it is not meant for the public."),
  url: words(LINK_WORDS).optional().describe("A page about them; absolute, or below the publication's url."),
  kind: kind.optional().describe("person (if nothing is said) or organisation: an agency, a staff desk."),
};

const spellings = z.union([words("a spelling"), z.array(words("a spelling"), { error: "a list of spellings" })], {
  error: "a spelling, or a list of spellings such as [Intl, Foreign]",
});

const PUBLICATION = {
  title: words("the publication's name").optional().describe("The publication's name, as readers show it."),
  url: z.string({ error: URL_WORDS }).optional().describe("The front page's address: absolute, https or http."),
  description: z
    .string({ error: "a sentence about the publication" })
    .optional()
    .describe("What the publication is about, in a sentence."),
  language: z
    .string({ error: "a language tag such as en, pt-BR or zh-Hant" })
    .optional()
    .describe("The language that most articles are in, as a tag (BCP 47): pt-BR, zh-Hant; by default en."),
  timezone: z
    .string({ error: "a time zone such as Europe/Berlin or UTC" })
    .optional()
    .describe("The time zone (IANA name) of dates that state none: Europe/Berlin; by default UTC."),
  copyright: words("a line of text").optional().describe("The rights line that feeds carry."),
  authors: z
    .array(
      z.union([words("a name"), z.strictObject(AUTHOR, { error: "a name, or name, email and url" })], {
        error: "a name, or name, email and url",
      }),
      { error: "a list of names" },
    )
    .optional()
    .describe("Whom an article without a byline is credited to: names, or name with email and url."),
  icon: words(LINK_WORDS).optional().describe("A square picture: a file of the data folder, or an address."),
  logo: words(LINK_WORDS).optional().describe("A wide picture: a file of the data folder, or an address."),
  hub: words("a WebSub hub's address").optional().describe("The WebSub hub that pushes new entries to readers."),
  cloud: words("an rssCloud server's address, such as http://rpc.rsscloud.io:5337/pleaseNotify")
    .optional()
    .describe("The rssCloud server that tells readers of rss.xml of new entries: where they register."),
  limit: z
    .int({ error: "a whole number from 1 to 100000" })
    .min(1, { error: "a whole number from 1 to 100000" })
    .max(MOST_ENTRIES, { error: "a whole number from 1 to 100000" })
    .optional()
    .describe("How many entries the main feeds hold, from 1 to 100000; by default 50."),
  content: z
    .enum(["full", "summary"], { error: "full or summary" })
    .optional()
    .describe("Whether feeds carry whole articles (full) or only their summaries (summary); by default full."),
  permalink: words("a pattern such as /{year}/{month}/{slug}/")
    .optional()
    .describe(
      "The pattern of an article's address below url, of {year} {month} {day} {slug} {section}; by default /{year}/{month}/{day}/{slug}/.",
    ),
  sections: z
    .record(z.string(), z.union([spellings, z.null()], { error: "a spelling, or a list of spellings" }), {
      error: "sections with their spellings, such as World: [Intl, Foreign]",
    })
    .optional()
    .describe("Sections by the name that feeds show, each with the other spellings that articles use."),
  tagDomain: z
    .string({ error: "a domain such as gazette.example" })
    .optional()
    .describe("The domain in entries' ids. Stays what it is even if url changes; by default the domain of url."),
  limits: LIMITS_SCHEMA,
  ...FEED_FIELDS,
  ...PROFILE_FIELDS,
  ...PODCAST_FIELDS,
};

const PERSON = {
  name: words("a name").describe("The name as readers see it."),
  kind: AUTHOR.kind,
  url: AUTHOR.url,
  email: AUTHOR.email,
  avatar: words(LINK_WORDS).optional().describe("A square picture of them: a file of the data folder, or an address."),
  bio: words("a few sentences").optional().describe("A few sentences about them."),
  spellings: spellings.optional().describe("The other spellings by which bylines call them."),
};

/** Checks the types of `publication.yaml`; a message says what should stand there. */
export const PUBLICATION_SCHEMA: z.ZodType<PublicationFile> = z.strictObject(PUBLICATION, {
  error: "fields, one a line, such as title: The Gazette",
});

/** Checks the types of a file of `authors/`. */
export const PERSON_SCHEMA: z.ZodType<PersonFile> = z.strictObject(PERSON, {
  error: "fields, one a line, such as name: Jane Doe",
});

export const PUBLICATION_FIELDS: readonly string[] = Object.keys(PUBLICATION);
export const AUTHOR_FIELDS: readonly string[] = Object.keys(AUTHOR);
export const PERSON_FIELDS: readonly string[] = Object.keys(PERSON);
