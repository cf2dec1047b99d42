import type { KnownPerson, Publication } from "../../publication/publication.ts";
import type { Article } from "../../read/article.ts";
import type { LineRef } from "../evidence.ts";
import type { PlacedLine, Zones } from "../zones.ts";
import { bareNames } from "./bare.ts";
import { bioIn, type PlacedBio } from "./bios.ts";
import type { Byline } from "./byline.ts";
import { byTrust, type Claim, joined, key, lineClaim, statedClaim, textClaim } from "./claim.ts";
import { creditOf } from "./credit.ts";
import { bylineFurniture } from "./furniture.ts";
import { type Labelled, labelledOutlet, labelledSection } from "./label.ts";
import { bylines } from "./lines.ts";
import { type Report, reportOf } from "./report.ts";
import { type SignOff, signatureOf, signOffOf } from "./sign-off.ts";

/** All that an article's words say of who made it. */
export interface Said {
  /** The surest source first; only those that name somebody. */
  readonly claims: readonly Claim[];
  readonly bylines: readonly Byline[];
  readonly bio: PlacedBio | undefined;
  readonly section: Labelled | undefined;
  readonly outlet: Labelled | undefined;
  readonly signOffs: readonly SignOff[];
  readonly credit: ReturnType<typeof creditOf>;
  readonly spent: readonly LineRef[];
}

export interface Listening {
  readonly publication: Publication;
  readonly language: string;
}

/** Collects what bylines, sign-offs, bio, credit line and metadata say; what they mean together is for `credits`. */
export function listen(article: Article, zones: Zones, { publication, language }: Listening): Said {
  const report = reportOf(zones);
  const meta = statedClaim(article.meta.authors, "meta", "strong", article.meta.outlet?.value);
  const isKnown = knownNames(publication, meta);
  const lines = bylines(zones, { language, isKnown, report, titled: article.matter.title !== undefined });
  const signOffs = zones.tail.flatMap((line) => {
    const read = signOffOf(line.line.text);
    return read === undefined ? [] : [{ ...read, line }];
  });
  const signatures = signaturesIn(zones, language, report);
  const stated = statedClaim(article.matter.authors, "front-matter", "certain");
  const named = [stated, ...lines].flatMap(
    (one) => one?.persons.map((person) => (typeof person === "string" ? person : person.name)) ?? [],
  );
  const bio = bioIn(zones, { bylines: lines.map(({ line }) => line), named, report });
  const claims = [
    stated,
    ...lines.filter(({ by }) => by === "label").map(lineClaim),
    ...joined(lines.filter(({ by }) => by === "byline")),
    ...signOffs.map(({ authors, line }) => textClaim(authors, "sign-off", line)),
    ...signatures.map(({ persons, line }) => textClaim(persons, "sign-off", line)),
    bio === undefined ? undefined : textClaim(bio.names, "bio", bio.lines[0]),
    meta,
  ].filter((claim) => claim !== undefined);
  const section = labelledSection(zones);
  const outlet = labelledOutlet(zones);
  const labels = [section, outlet].flatMap((label) => label?.line ?? []);
  const whole = lines.filter((line) => line.whole);
  return {
    claims: byTrust(claims.filter(({ persons, agencies }) => persons.length + agencies.length > 0)),
    bylines: lines,
    bio,
    section,
    outlet,
    signOffs,
    credit: creditOf(zones),
    spent: [
      ...whole.map(({ line }) => line),
      ...bylineFurniture(zones, whole, named),
      ...signOffs.map(({ line }) => line),
      ...signatures.map(({ line }) => line),
      ...(bio?.lines ?? []),
      ...(bio?.headings ?? []),
      ...labels,
    ].map(({ ref }) => ref),
  };
}

/** Looks names up among the publication's people and those of the document's metadata. */
function knownNames({ people }: Publication, meta: Claim | undefined): (name: string) => boolean {
  if (people.length === 0 && meta === undefined) return () => false;
  let known: ReadonlySet<string> | undefined;
  return (name) => {
    // Few articles have a line of which anybody asks.
    known ??= new Set([...people.flatMap(spellingsOf), ...(meta?.persons ?? []).map((one) => one.name)].map(key));
    return known.has(key(name));
  };
}

function spellingsOf({ name, spellings }: KnownPerson): readonly string[] {
  return [name, ...spellings];
}

/** Lines at the end that are a name and nothing else: behind a dash or in brackets; the very last one, bare. */
function signaturesIn(
  { tail }: Zones,
  language: string,
  report: Report,
): { persons: readonly string[]; line: PlacedLine }[] {
  return tail.flatMap((line, index) => {
    const isLast = index === tail.length - 1;
    if (isQuoted(tail[index - 1]) && !isLast) return [];
    const signed = signatureOf(line.line.text);
    const bare = isLast && signed.length === 0 && index > 0 ? bareNames(line, language, false) : undefined;
    const persons =
      bare?.whole === true && !bare.persons.some((name) => isOfNews(name, report)) ? bare.persons : signed;
    return persons.length === 0 ? [] : [{ persons, line }];
  });
}

/** Words of the report that only look like a name, or somebody of whom it speaks. */
function isOfNews(name: string, report: Report): boolean {
  return report.mentions(name) || name.split(" ").every((word) => report.usesSmall(word));
}

const OPENING = "\"“„«»‘'「『";
const CLOSING = "\"”“»’'」』";

/** A name below a quotation says who said it, unless it is the last word. */
function isQuoted(line: PlacedLine | undefined): boolean {
  if (line === undefined) return false;
  const { text } = line.line;
  return (
    line.block.kind === "quote" || OPENING.includes(text.charAt(0)) || CLOSING.includes(text.charAt(text.length - 1))
  );
}
