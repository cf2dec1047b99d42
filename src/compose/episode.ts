import type { Article } from "../read/article.ts";
import type { Episode } from "./story.ts";

/** What front matter says of an episode; nothing where it says nothing. */
export function episodeOf({ matter }: Article): Episode | undefined {
  const { episode, season, episodeType, explicit, transcripts, chapters } = matter;
  const stated = [
    ["number", episode?.value],
    ["season", season?.value],
    ["type", episodeType?.value],
    ["explicit", explicit?.value],
    ["transcripts", transcripts?.value],
    ["chapters", chapters?.value],
  ].filter(([, value]) => value !== undefined);
  return stated.length === 0 ? undefined : (Object.fromEntries(stated) as Episode);
}
