import type { Finding } from "../../finding.ts";
import type { Person, Publication } from "../../publication/publication.ts";
import type { Article } from "../../read/article.ts";
import { type Evidence, evidence, type LineRef } from "../evidence.ts";
import type { Zones } from "../zones.ts";
import { authorsOf, contributorsOf, peopleEvidence } from "./authors.ts";
import { agree } from "./claim.ts";
import { listen } from "./said.ts";
import { bioFact, creditFact, factEvidence, outletFact, sectionFact, type Told } from "./told.ts";

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
  const found: Writable = {
    authors: authors.length > 0 ? authors : byDefault,
    contributors: contributorsOf(article, said, authors, publication),
    evidence: [
      ...(claim === undefined ? [] : peopleEvidence(claim, authors, second)),
      ...byDefault.map(({ name }) => evidence("authors", name, "publication", "", {}, "weak")),
    ],
    spent: said.spent,
    findings: [],
  };
  add("outlet", outletFact(article, said), found);
  add("section", sectionFact(article, said, publication), found);
  add("bio", bioFact(article, said.bio), found);
  add("credit", creditFact(article, said), found);
  return found;
}

type Writable = { -readonly [Key in keyof Credits]: Credits[Key] } & { readonly evidence: Evidence[] };

function add(field: "outlet" | "section" | "bio" | "credit", told: Told | undefined, to: Writable): void {
  if (told === undefined) return;
  to[field] = told.value;
  to.evidence.push(factEvidence(field, told));
}
