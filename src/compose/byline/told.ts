import type { Place } from "../../finding.ts";
import type { Publication } from "../../publication/publication.ts";
import type { Article } from "../../read/article.ts";
import { type Evidence, evidence, type Source } from "../evidence.ts";
import type { PlacedLine } from "../zones.ts";
import type { PlacedBio } from "./bios.ts";
import type { Claim } from "./claim.ts";
import type { Said } from "./said.ts";
import { folderSection, sectionName } from "./section.ts";

/** A fact with where it stood. */
export interface Told {
  readonly value: string;
  readonly words: string;
  readonly place: Pick<Place, "line" | "column">;
  readonly from?: Source;
}

export function bioFact(article: Article, bio: Said["bio"]): Told | undefined {
  const { matter } = article;
  if (matter.bio !== undefined)
    return { value: matter.bio.value, words: matter.bio.words, place: matter.bio.place, from: "front-matter" };
  if (bio === undefined) return undefined;
  const text = bio.lines.map(({ line }) => line.text).join("\n");
  return { value: text, words: text, place: bio.lines[0].line.place, from: "bio" };
}

/** Where an article comes from: as stated, as a line of its own says, or the agency beside the persons of its byline. */
export function creditFact({ matter }: Article, { credit, claims }: Said): Told | undefined {
  if (matter.credit !== undefined) return { ...matter.credit, from: "front-matter" };
  const own = credit && { value: credit.value, words: credit.words, place: credit.line.line.place, from: credit.from };
  // A line that says "Source" is meant; a dateline's agency may only have sent a part.
  return credit?.from === "dateline" ? (agencyCredit(claims[0]) ?? own) : (own ?? agencyCredit(claims[0]));
}

/** An agency beside persons in a byline is where the report came from. */
function agencyCredit(claim: Claim | undefined): Told | undefined {
  const [agency] = claim?.agencies ?? [];
  if (claim === undefined || agency === undefined || claim.persons.length === 0) return undefined;
  return { value: agency, words: claim.words, place: claim.place, from: claim.from };
}

export function outletFact({ matter, meta }: Article, said: Said): Told | undefined {
  if (matter.outlet !== undefined) return { ...matter.outlet, from: "front-matter" };
  if (said.outlet !== undefined) return within(said.outlet.line, said.outlet.value, "label");
  const byline = said.bylines.find(({ outlet }) => outlet !== undefined);
  if (byline?.outlet !== undefined) return within(byline.line, byline.outlet, "byline");
  if (said.bio?.outlet !== undefined) return within(lineOf(said.bio, said.bio.outlet), said.bio.outlet, "bio");
  return meta.outlet && { ...meta.outlet, from: "meta" };
}

export function sectionFact({ matter, meta, file }: Article, said: Said, publication: Publication): Told | undefined {
  const told = (value: string, words: string, place: Told["place"], from: Source): Told => ({
    value: sectionName(value, publication),
    words,
    place,
    from,
  });
  if (matter.section !== undefined)
    return told(matter.section.value, matter.section.words, matter.section.place, "front-matter");
  const { bio, section } = said;
  if (section !== undefined) {
    const { words, place } = within(section.line, section.value, "label");
    return told(section.value, words, place, "label");
  }
  if (bio?.section !== undefined) {
    const { words, place } = within(lineOf(bio, bio.section), bio.section, "bio");
    return told(bio.section, words, place, "bio");
  }
  const folder = folderSection(file);
  if (folder !== undefined) return told(folder, folder, {}, "folder");
  return meta.section && told(meta.section.value, meta.section.words, meta.section.place, "meta");
}

export function factEvidence(field: "outlet" | "section" | "bio" | "credit", told: Told): Evidence {
  const { value, words, place, from = "text" } = told;
  return evidence(field, value, from, words, place, from === "front-matter" ? "certain" : "strong");
}

/** A value at the very words that gave it, not the whole paragraph around them. */
function within({ line }: PlacedLine, value: string, from: Source): Told {
  const at = line.text.indexOf(value);
  const { column } = line.place;
  if (at === -1) return { value, words: line.text, place: line.place, from };
  return {
    value,
    words: value,
    place: { ...line.place, ...(column === undefined ? {} : { column: column + at }) },
    from,
  };
}

function lineOf({ lines }: PlacedBio, words: string): PlacedLine {
  return lines.find(({ line }) => line.text.includes(words)) ?? lines[0];
}
