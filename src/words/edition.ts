import type { WordsOf } from "./say.ts";

/** The words for what is said of feeds. */
export const EDITION_WORDS: WordsOf<"edition" | "feeds"> = {
  "feeds/no-entries": ({ kind, name }) => ({
    wrong:
      kind === "own"
        ? `No article belongs to the feed "${name}", which publication.yaml defines.`
        : `No article has the ${kind} "${name}", whose feed publication.yaml asks for.`,
    mend: 'Correct the name below "feeds", or publish the first article of it.',
  }),
  "edition/shortened": ({ count, budget }) => ({
    wrong: `The feed would have more than ${budget} bytes, so its ${count === 1 ? "oldest entry has" : `${count} oldest entries have`} a summary in place of the body.`,
    mend: 'Set a lower "limit" or a higher "budget" in publication.yaml; some readers drop feeds of more than a megabyte.',
  }),
};
