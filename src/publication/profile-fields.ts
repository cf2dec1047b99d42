import { z } from "zod";

/** The aggregators for which a publication can be made ready. */
const PROFILES = ["google-news", "apple-news", "smartnews", "flipboard", "feedly", "msn", "newsbreak"] as const;

export type Profile = (typeof PROFILES)[number];

/** The fields of `publication.yaml` that aggregators ask for, as they may be written. */
export interface StatedProfiles {
  readonly profiles?: Profile | readonly Profile[] | undefined;
}

const ERROR = `a list of ${PROFILES.join(", ")}`;

/** Merged into the schema of `publication.yaml`. */
export const PROFILE_FIELDS: { readonly [Key in keyof StatedProfiles]-?: z.ZodType<StatedProfiles[Key]> } = {
  profiles: z
    .union([z.enum(PROFILES), z.array(z.enum(PROFILES), { error: ERROR })], { error: ERROR })
    .optional()
    .describe("The aggregators for which the feeds are made ready."),
};
