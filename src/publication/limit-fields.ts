import { z } from "zod";
import { LIMITS, type Limits, type StatedLimits } from "./limits.ts";

const whole = (least: number, most: number): z.ZodNumber => {
  const error = `a whole number from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
};

/** Text is one string in memory, and that has an end. */
const LONGEST_ARTICLE = 400_000_000;
/** The parsers go into what they read, and so far do stacks reach. */
const DEEPEST = 2_000;

const FIELDS: { readonly [Key in keyof Limits]: z.ZodType<number | undefined> } = {
  articleSize: whole(1_000, LONGEST_ARTICLE)
    .optional()
    .describe(`How many bytes an article may have; by default ${LIMITS.articleSize}.`),
  mediaSize: whole(0, Number.MAX_SAFE_INTEGER)
    .optional()
    .describe(`How many bytes a picture, a sound or a film may have; by default ${LIMITS.mediaSize}.`),
  depth: whole(10, DEEPEST)
    .optional()
    .describe(`How deep elements, quotes and lists may be nested; by default ${LIMITS.depth}.`),
  entries: whole(1, 100_000_000).optional().describe(`How many articles there may be; by default ${LIMITS.entries}.`),
  seconds: whole(1, 86_400)
    .optional()
    .describe(`How many seconds the reading of an article may take; by default ${LIMITS.seconds}.`),
};

/** The group `limits` of `publication.yaml`. */
export const LIMITS_SCHEMA: z.ZodType<StatedLimits | undefined> = z
  .strictObject(FIELDS, { error: "limits such as articleSize: 20000000" })
  .optional()
  .describe("How much is taken from whoever sends articles; what is beyond is refused.");

export const LIMIT_FIELDS: readonly string[] = Object.keys(FIELDS);
