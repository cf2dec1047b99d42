import { quoted, sized, type WordsOf } from "./say.ts";

/** The words for pictures, sound and film, and for files that articles link to. */
export const MEDIA_WORDS: WordsOf<"link" | "media"> = {
  "media/missing": ({ url, path }) => ({
    wrong: `${quoted(url)} is not there: no file ${quoted(path)} stands in the data folder.`,
    mend: "Put the file there, or correct its name; upper and lower case count.",
  }),
  "media/outside": ({ url }) => ({
    wrong: `${quoted(url)} leads out of the data folder.`,
    mend: "Put the file into the data folder: nothing outside of it is published.",
  }),
  "media/too-large": ({ url, size, most }) => ({
    wrong: `${quoted(url)} has ${sized(size)}; at most ${sized(most)} are published.`,
    mend: 'Make the file smaller, or raise "mediaSize" below "limits" in publication.yaml.',
  }),
  "media/unreadable": ({ url, reason }) => ({
    wrong: `${quoted(url)} cannot be read: ${reason}.`,
    mend: "Mend that, then build again.",
  }),
  "link/unpublished": ({ url, path }) => ({
    wrong: `The link to ${quoted(url)} leads nowhere: ${quoted(path)} is not published.`,
    mend: "Publish that article as well, or take the link out until then.",
  }),
};
