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
};
