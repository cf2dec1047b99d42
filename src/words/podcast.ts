import { quoted, type WordsOf } from "./say.ts";

/** The words for podcasts. */
export const PODCAST_WORDS: WordsOf<"podcast"> = {
  "podcast/no-section": ({ section }) => ({
    wrong: `No article is of the section ${quoted(section)}, which is to be a podcast.`,
    mend: "Correct the section's name below podcasts, or publish the first episode.",
  }),
  "podcast/no-owner": ({ section }) => ({
    wrong: `The podcast ${quoted(section)} names no owner: directories write to nobody else.`,
    mend: "Add owner with name and email; the address is shown to everybody.",
  }),
  "podcast/no-episode": ({ section }) => ({
    wrong: `The podcast ${quoted(section)} has no episode: none of its articles has a sound or a film.`,
    mend: 'Put "audio: FILE" into the front matter of its articles.',
  }),
  "podcast/cover": ({ section, type, width, height }) => ({
    wrong: `The cover of the podcast ${quoted(section)} is ${width === undefined || height === undefined ? "" : `${width} × ${height} pixels, `}${type}: Apple Podcasts refuses it.`,
    mend: "Take a square picture of 1400 to 3000 pixels, as JPEG or PNG.",
  }),
  "podcast/type": ({ section, type }) => ({
    wrong: `The episode of the podcast ${quoted(section)} is ${type}, which Apple Podcasts does not play.`,
    mend: "Publish it as MP3 or M4A, or as MP4, M4V or MOV if it is a film.",
  }),
};
