import { quoted, sized, type WordsOf } from "./say.ts";

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
  "read/too-large": ({ size, most }) => ({
    wrong: `The article has ${sized(size)}; at most ${sized(most)} are read.`,
    mend: 'Divide it, or raise "articleSize" below "limits" in publication.yaml.',
  }),
  "read/too-deep": ({ most }) => ({
    wrong: `Here elements, quotes or lists stand more than ${most} deep in one another.`,
    mend: 'Close what is open, or raise "depth" below "limits" in publication.yaml.',
  }),
  "read/too-slow": ({ seconds }) => ({
    wrong: `Reading the article takes longer than ${seconds} seconds.`,
    mend: 'Divide it, or raise "seconds" below "limits" in publication.yaml.',
  }),
  "read/failed": ({ message }) => ({
    wrong: `Dateline has a defect that this article brings to light: ${message}.`,
    mend: "Please report it, with the article if you may; the others are published.",
  }),
  "read/no-file": ({ kind }) => ({
    wrong: `This has an article's name and is a ${kind}.`,
    mend: "Put a file in its place, or give it another name.",
  }),
  "read/outside": () => ({
    wrong: "This link leads out of the data folder, so it was not followed.",
    mend: "Put the file itself into the data folder: nothing outside of it is published.",
  }),
  "matter/unclosed": ({ fence }) => ({
    wrong: "The front matter that begins here has no end.",
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
