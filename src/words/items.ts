import { quoted, type WordsOf } from "./say.ts";

/** The words for articles that come as items of a JSON file. */
export const ITEMS_WORDS: WordsOf<"items"> = {
  "items/syntax": ({ message }) => ({
    wrong: `This is no JSON: ${message}. Nothing was published and nothing withdrawn.`,
    mend: "Mend the line, or fetch the file again: it may have been cut off.",
  }),
  "items/no-list": () => ({
    wrong: "This is neither a list of articles nor a JSON Feed. Nothing was published and nothing withdrawn.",
    mend: 'Give it as a list, [{ "id": …, "title": … }, …], or put the list under "items".',
  }),
  "items/no-article": ({ number }) => ({
    wrong: `Item ${number} of the list is no article.`,
    mend: 'Make it an object such as { "id": "ferry", "title": "…", "date": "2026-05-01", "content_html": "…" }.',
  }),
  "items/no-id": ({ number }) => ({
    wrong: `Item ${number} of the list has no "id", by which readers would know it again.`,
    mend: "Give it one that stays the same for ever, such as its number in the system that it is from.",
  }),
  "items/same-id": ({ id, line }) => ({
    wrong: `The item has the id ${quoted(id)}, which the one in line ${line} has, too.`,
    mend: "Give it an id of its own, or remove it.",
  }),
};
