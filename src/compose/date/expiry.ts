import type { Finding } from "../../finding.ts";
import type { Publication } from "../../publication/publication.ts";
import type { Article } from "../../read/article.ts";
import { type Evidence, evidence } from "../evidence.ts";
import { matterClaim } from "./claims.ts";

/** When an article is to leave the feeds. */
export interface Expiry {
  readonly expires?: Date;
  readonly evidence: readonly Evidence[];
  readonly findings: readonly Finding[];
}

const NOON = 43_200_000;

/** As front matter states it: an instant, or a day in the publication's zone, which then is the first without it. */
export function expiryOf(article: Article, { timezone }: Publication, language: string): Expiry {
  const { claim, findings } = matterClaim(article.matter.expires, { article, home: timezone, language });
  if (claim === undefined) return { evidence: [], findings };
  const { moment, value, words, place, from } = claim;
  const expires = moment.precision === "day" ? new Date(moment.at.getTime() - NOON) : moment.at;
  return { expires, evidence: [evidence("expires", value, from, words, place, "certain")], findings };
}
