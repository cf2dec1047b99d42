import { quoted, type WordsOf } from "./say.ts";

/** The words for what has been published before. */
export const LEDGER_WORDS: WordsOf<"ledger"> = {
  "ledger/syntax": ({ message }) => ({
    wrong: `The ledger's line cannot be understood: ${message}.`,
    mend: "Take the file from your last commit; where a merge left both sides, keep each entry's line once.",
  }),
  "ledger/duplicate-id": ({ id, other }) => ({
    wrong: `${other} has the id ${quoted(id)} too.`,
    mend: "Give one of the two another id in its front matter: readers would show only one of them.",
  }),
  "ledger/kept": ({ id }) => ({
    wrong: `The article is refused, so its entry (${id}) stays published as it was.`,
    mend: "Mend the article to publish its new words, or delete the file to withdraw the entry.",
  }),
  "ledger/not-kept": ({ id }) => ({
    wrong: `The article is refused, and what its entry (${id}) had published is no longer known: feeds lack it for now.`,
    mend: "Mend the article: the entry comes back under its id and date.",
  }),
  "ledger/withdrawn": ({ title }) => ({
    wrong: `The article is gone, so its entry ${quoted(title)} is withdrawn.`,
    mend: "Put the file back if that was not meant: the entry comes back under its id and date.",
  }),
  "ledger/expired": ({ at }) => ({
    wrong: `The article's time was over at ${at}, so it is no longer published.`,
    mend: 'Take "expires" out of its front matter, or set it later, to publish it again.',
  }),
  "ledger/returned": ({ id }) => ({
    wrong: `The entry is back under the id that it had, ${id}.`,
    mend: "Nothing has to be done.",
  }),
  "ledger/date-stays": ({ stated, published }) => ({
    wrong: `The front matter now says ${stated}, but the entry was published on ${published}, and that stays.`,
    mend: 'Correct the front matter, or, to date the entry anew, take "published" out of its line in ledger.jsonl.',
  }),
};
