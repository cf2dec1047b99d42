import { listed, quoted, type WordsOf } from "./say.ts";

/** The words for what is read out of an article. */
export const STORY_WORDS: WordsOf<"article" | "date" | "headline" | "language"> = {
  "article/empty": () => ({
    wrong: "The article has no words.",
    mend: "Write it, or move it to a folder called _drafts until it is written.",
  }),
  "article/taken-address": ({ address, by }) => ({
    wrong:
      by === "page"
        ? `${address} is the address of another page, so that the article has none of its own.`
        : `${address} is the address of ${by === "feed" ? "a feed" : "another file"} of the publication.`,
    mend: `Give ${by === "page" ? "one of the two" : "it"} another address under "permalink", or leave that out.`,
  }),
  "date/impossible": ({ words }) => ({
    wrong: `${quoted(words)} ${/\d:\d/.test(words) ? "has a day or a time that there is not" : "is no day of the calendar"}.`,
    mend: "Correct the date, such as 2024-02-29.",
  }),
  "date/ambiguous": ({ words, candidates }) => ({
    wrong:
      candidates.length === 0
        ? `${quoted(words)} does not say which year it is of.`
        : `${quoted(words)} fits ${listed(candidates)}.`,
    mend: 'Add the year, or put "date: YYYY-MM-DD" into front matter.',
  }),
  "date/weekday": ({ words, weekday }) => ({
    wrong: `${quoted(words)} was a ${weekday}.`,
    mend: "Correct the weekday or the date, whichever is wrong.",
  }),
  "date/conflict": ({ words, used }) => ({
    wrong: `${quoted(words)} says another date than ${used}, which was used.`,
    mend: 'Correct the wrong one, or put "date: YYYY-MM-DD" into front matter: it is believed first.',
  }),
  "date/numeric-order": ({ words, used }) => ({
    wrong: `${quoted(words)} can be read with the day or the month first; it was taken for ${used}.`,
    mend: "Write the month's name, or the date as YYYY-MM-DD.",
  }),
  "date/only-updated": ({ words }) => ({
    wrong: `${quoted(words)} says only when the article was updated; it is dated so for want of better.`,
    mend: 'Add "Published" and the date below the headline, or "date: YYYY-MM-DD" in front matter.',
  }),
  "date/first-seen": ({ date }) => ({
    wrong: `The article does not say when it was published; it is dated ${date}, when it was first built.`,
    mend: 'Add "Published" and the date below the headline, or "date: YYYY-MM-DD" in front matter.',
  }),
  "date/commit": ({ date }) => ({
    wrong: `The article does not say when it was published; it is dated ${date}, when its file was committed.`,
    mend: 'Add "Published" and the date below the headline, or "date: YYYY-MM-DD" in front matter.',
  }),
  "date/embargo": ({ until }) => ({
    wrong: `The article is held back until ${until}.`,
    mend: "Run the build again after that, or correct its date to publish it now.",
  }),
  "headline/derived": ({ headline }) => ({
    wrong: `The article has no headline; words of its first sentence stand in: ${quoted(headline, 120)}.`,
    mend: 'Put a headline on a line of its own above the text, or "title:" into front matter.',
  }),
  "language/disagrees": ({ declared, detected }) => ({
    wrong: `The article is declared to be in "${declared}", but its words look like "${detected}".`,
    mend: `Put "language: ${detected}" into its front matter if that is right.`,
  }),
};
