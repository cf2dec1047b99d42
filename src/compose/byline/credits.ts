import type { Finding } from "../../finding.ts";
import type { Person, Publication } from "../../publication/publication.ts";
import type { Article } from "../../read/article.ts";
import { type Evidence, evidence, type LineRef } from "../evidence.ts";
import type { Zones } from "../zones.ts";
import { authorsOf, contributorsOf, peopleEvidence } from "./authors.ts";
import { agree } from "./claim.ts";
import { listen } from "./said.ts";
import { bioFact, creditFact, factEvidence, outletFact, sectionFact } from "./told.ts";

/** Who made an article, for whom, and from what. */
export interface Credits {
  readonly authors: readonly Person[];
  readonly contributors: readonly Person[];
  readonly outlet?: string;
  readonly section?: string;
  readonly bio?: string;
  readonly credit?: string;
  readonly evidence: readonly Evidence[];
  readonly spent: readonly LineRef[];
  readonly findings: readonly Finding[];
}

export interface CreditsContext {
  readonly publication: Publication;
  readonly language?: string | undefined;
}

/**
 * Reads an article's credits. Authors by the first source that names any: front matter, label, byline, sign-off, bio,
 * the document's metadata, the publication's default. Nobody is made up: where none of them says, there is none.
 */
export function credits(article: Article, zones: Zones, { publication, language = "en" }: CreditsContext): Credits {
  const said = listen(article, zones, { publication, language });
  const claim = said.claims[0];
  const second = said.claims.find((other) => other !== claim && agree(claim, other));
  const authors = authorsOf(claim, publication);
  const byDefault = authors.length === 0 ? publication.authors : [];
  const facts = {
    outlet: outletFact(article, said),
    section: sectionFact(article, said, publication),
    bio: bioFact(article, said.bio),
    credit: creditFact(article, said),
  };
  const fields = ["outlet", "section", "bio", "credit"] as const;
  return {
    authors: authors.length > 0 ? authors : byDefault,
    contributors: contributorsOf(article, said, authors, publication),
    ...Object.fromEntries(fields.flatMap((field) => (facts[field] === undefined ? [] : [[field, facts[field].value]]))),
    evidence: [
      ...(claim === undefined ? [] : peopleEvidence(claim, authors, second)),
      ...byDefault.map(({ name }) => evidence("authors", name, "publication", "", {}, "weak")),
      ...fields.flatMap((field) => factEvidence(field, facts[field])),
    ],
    spent: said.spent,
    findings: [],
  };
}
