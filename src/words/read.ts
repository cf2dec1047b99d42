import { quoted, type WordsOf } from "./say.ts";

/** The words for files as bytes, and for front matter. */
export const READ_WORDS: WordsOf<"read" | "matter"> = {
  "read/unreadable": ({ reason }) => ({
    wrong: `This cannot be read: ${reason}.`,
    mend: "Make it readable for whoever runs Dateline, or move it out of the data folder.",
  }),
  "read/encoding": ({ encoding }) => ({
    wrong: `The file is not UTF-8; it was read as ${encoding}.`,
    mend: "Check the accents and quotation marks, then save the file as UTF-8.",
  }),
  "read/characters-removed": ({ count }) => ({
    wrong: `${count === 1 ? "One character" : `${count} characters`} that no feed may hold (controls, broken halves of characters) ${count === 1 ? "was" : "were"} left out.`,
    mend: "Check the text for gaps; the characters mostly come from a bad copy and paste.",
  }),
  "read/binary": () => ({
    wrong: "This file is not text.",
    mend: "Save the article as plain text, Markdown or HTML, or move the file out of the data folder.",
  }),
  "matter/unclosed": ({ fence }) => ({
    wrong: `The front matter has a beginning, ${fence}, but no end.`,
    mend: `Write ${fence} on a line of its own where the fields end.`,
  }),
  "matter/syntax": ({ message }) => ({
    wrong: `The front matter cannot be understood: ${message}.`,
    mend: "Mend the line; put a value in quotes if it has a colon, a # or a bracket in it.",
  }),
  "matter/repaired": ({ field }) => ({
    wrong: `The value of "${field}" needs quotation marks; it was read as if it had them.`,
    mend: `Put quotation marks around what follows "${field}:".`,
  }),
  "matter/ill-typed": ({ field, expected, got }) => ({
    wrong: `${quoted(field)} should hold ${expected}; here is ${got}.`,
    mend: `Write ${expected}, or remove the line.`,
  }),
};
