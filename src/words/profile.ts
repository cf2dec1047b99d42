import { listed, type WordsOf } from "./say.ts";

/** The words for what aggregators would miss. */
export const PROFILE_WORDS: WordsOf<"profile"> = {
  "profile/no-image": ({ profiles }) => ({
    wrong: `The article has no picture, which ${listed(profiles)} ${ask(profiles)} for.`,
    mend: 'Name one in front matter: "image: quay.jpg".',
  }),
  "profile/small-image": ({ profiles, width, height, wanted }) => ({
    wrong: `The article's picture has ${width} by ${height} pixels: ${listed(profiles)} ${ask(profiles)} for ${listed(wanted)}.`,
    mend: "Put the picture into the data folder in a larger size.",
  }),
  "profile/image-type": ({ profiles, type }) => ({
    wrong: `The article's picture is of the type ${type}, which ${listed(profiles)} ${profiles.length === 1 ? "does" : "do"} not take.`,
    mend: "Give it as JPEG or PNG.",
  }),
  "profile/no-credit": ({ profiles }) => ({
    wrong: `Nothing says who made the article's picture, which ${listed(profiles)} ${ask(profiles)} for.`,
    mend: 'Say it in front matter: "image: { url: quay.jpg, credit: Jane Doe }".',
  }),
  "profile/short-summary": ({ profiles, length, least }) => ({
    wrong: `The summary has ${length} characters: ${listed(profiles)} ${ask(profiles)} for ${least} at least.`,
    mend: 'Give the article more text, and no "summary" of its own: its first sentences stand in then, as many as are asked for.',
  }),
  "profile/title-length": ({ profiles, length, least, most }) => ({
    wrong: `The title has ${length} characters: ${listed(profiles)} ${ask(profiles)} for ${least === undefined ? "at most" : `${least} to`} ${most}.`,
    mend: `Make it ${length > most ? "shorter" : "longer"}.`,
  }),
  "profile/no-author": ({ profiles }) => ({
    wrong: `Nobody signs the article, which ${listed(profiles)} ${ask(profiles)} for.`,
    mend: 'Give it a byline, or set "authors" in publication.yaml.',
  }),
  "profile/other-language": ({ profiles, language }) => ({
    wrong: `The article's language is ${language}, which ${listed(profiles)} ${profiles.length === 1 ? "does" : "do"} not take.`,
    mend: "Give them the feed of a language that they take: see dist/feeds.json.",
  }),
  "profile/several-languages": ({ profiles, languages }) => ({
    wrong: `The main feed is in ${listed(languages)}: ${listed(profiles)} ${profiles.length === 1 ? "takes" : "take"} one language a feed.`,
    mend: "Give them the feed of each language: see dist/feeds.json.",
  }),
  "profile/few-entries": ({ profiles, count, least }) => ({
    wrong: `The main feed has ${count} ${count === 1 ? "entry" : "entries"}: ${listed(profiles)} ${ask(profiles)} for ${least} at least.`,
    mend: 'Wait until there are more, or set a higher "limit" in publication.yaml.',
  }),
  "profile/no-picture": ({ profiles, field }) => ({
    wrong: `The publication has no "${field}", which ${listed(profiles)} would show.`,
    mend: `Set "${field}" in publication.yaml to a picture's address.`,
  }),
  "profile/no-description": ({ profiles }) => ({
    wrong: `The publication has no description, which ${listed(profiles)} ${ask(profiles)} for.`,
    mend: 'Set "description" in publication.yaml.',
  }),
  "profile/long-description": ({ profiles, length, most }) => ({
    wrong: `The publication's description has ${length} characters: ${listed(profiles)} ${ask(profiles)} for at most ${most}.`,
    mend: 'Set a shorter one for it in publication.yaml: "smartnews: { description: … }".',
  }),
  "profile/no-region": ({ profiles, language }) => ({
    wrong: `The publication's language is ${language}: ${listed(profiles)} ${ask(profiles)} for the country, too.`,
    mend: `Set "language" in publication.yaml to a tag with a country, such as en-GB.`,
  }),
  "profile/not-secure": ({ profiles, url }) => ({
    wrong: `The publication's address is ${url}: ${listed(profiles)} ${profiles.length === 1 ? "takes" : "take"} https only.`,
    mend: 'Set "url" in publication.yaml to an https address.',
  }),
  "profile/not-whole": ({ profiles }) => ({
    wrong: `The feeds carry summaries only: ${listed(profiles)} ${ask(profiles)} for whole articles.`,
    mend: 'Set "content: full" in publication.yaml.',
  }),
};

const ask = (profiles: readonly string[]): string => (profiles.length === 1 ? "asks" : "ask");
