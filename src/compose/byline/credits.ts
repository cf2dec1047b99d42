import type { Finding } from "../../finding.ts";
import type { KnownPerson, Person, Publication } from "../../publication/publication.ts";
import type { Article, Stated, StatedPerson } from "../../read/article.ts";
import { type Confidence, type Evidence, evidence, type LineRef, type Source } from "../evidence.ts";
import type { PlacedLine, Zones } from "../zones.ts";
import { BIO_HEADING, type Bio, bioOf } from "./bio.ts";
import { creditOf } from "./credit.ts";
import { opened } from "./lead-words.ts";
import { type Byline, bylineFurniture, bylines } from "./lines.ts";
import { displayed, pieceOf } from "./name.ts";
import { namesIn } from "./people.ts";
import { folderSection, sectionName } from "./section.ts";
import { type SignOff, signatureOf, signOffOf } from "./sign-off.ts";

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

/** Names as one source gives them. */
interface Claim {
  readonly persons: readonly StatedPerson[];
  readonly agencies: readonly string[];
  readonly from: Source;
  readonly words: string;
  readonly place: { readonly line?: number; readonly column?: number };
  readonly sure: Confidence;
}

/**
 * Reads an article's credits. Authors by the first source that names any: front matter, label, byline, sign-off, bio,
 * the document's metadata, the publication's default. Nobody is made up: where none of them says, there is none.
 */
export function credits(article: Article, zones: Zones, { publication, language = "en" }: CreditsContext): Credits {
  const said = listen(article, zones, language);
  const claim = said.claims[0];
  const second = said.claims.find((other) => other !== claim && agree(claim, other));
  const authors = authorsOf(claim, publication);
  const named = claim === undefined ? [] : peopleEvidence(claim, authors, second);
  const byDefault = authors.length === 0 ? publication.authors : [];
  const source = article.matter.credit;
  const credit = source ?? lineCredit(said.credit) ?? agencyCredit(claim);
  const facts = { outlet: outletFact(article, said), section: sectionFact(article, said, publication), credit };
  return {
    authors: authors.length > 0 ? authors : byDefault,
    contributors: contributorsOf(article, said, authors, publication),
    ...(facts.outlet === undefined ? {} : { outlet: facts.outlet.value }),
    ...(facts.section === undefined ? {} : { section: facts.section.value }),
    ...(said.bioText === undefined ? {} : { bio: said.bioText.value }),
    ...(credit === undefined ? {} : { credit: credit.value }),
    evidence: [
      ...named,
      ...byDefault.map(({ name }) => evidence("authors", name, "publication", "", {}, "weak")),
      ...factEvidence("outlet", facts.outlet),
      ...factEvidence("section", facts.section),
      ...factEvidence("bio", said.bioText),
      ...factEvidence(
        "credit",
        credit === undefined ? undefined : { from: source === credit ? "front-matter" : "text", ...credit },
      ),
    ],
    spent: said.spent,
    findings: [],
  };
}

/** A fact with where it stood. */
interface Told {
  readonly value: string;
  readonly words: string;
  readonly place: { readonly line?: number; readonly column?: number };
  readonly from?: Source;
}

interface Said {
  /** The surest source first; only those that name somebody. */
  readonly claims: readonly Claim[];
  readonly bylines: readonly Byline[];
  readonly bio: (Bio & { readonly line: PlacedLine }) | undefined;
  readonly bioText: Told | undefined;
  readonly signOffs: readonly SignOff[];
  readonly credit: ReturnType<typeof creditOf>;
  readonly spent: readonly LineRef[];
}

function listen(article: Article, zones: Zones, language: string): Said {
  const lines = bylines(zones, language);
  const signOffs = zones.tail.flatMap((line) => {
    const read = signOffOf(line.line.text);
    return read === undefined ? [] : [{ ...read, line }];
  });
  const signatures = zones.tail.flatMap((line) => {
    const persons = signatureOf(line.line.text);
    return persons.length === 0 ? [] : [{ persons, line }];
  });
  const bio = bioIn(zones, lines);
  const claims = [
    statedClaim(article.matter.authors, "front-matter", "certain"),
    ...lines.filter(({ by }) => by === "label").map(lineClaim),
    ...joined(lines.filter(({ by }) => by === "byline")),
    ...signOffs.map(({ authors, line }) => textClaim(authors, "sign-off", line)),
    ...signatures.map(({ persons, line }) => textClaim(persons, "sign-off", line)),
    bio === undefined ? undefined : textClaim(bio.names, "bio", bio.line),
    statedClaim(article.meta.authors, "meta", "strong"),
  ].filter((claim) => claim !== undefined);
  const whole = lines.filter((line) => line.whole);
  return {
    claims: preferPersons(claims.filter(({ persons, agencies }) => persons.length + agencies.length > 0)),
    bylines: lines,
    bio,
    bioText: bioFact(article, bio),
    signOffs,
    credit: creditOf(zones),
    spent: [
      ...whole.map(({ line }) => line),
      ...bylineFurniture(zones, whole),
      ...signOffs.map(({ line }) => line),
      ...signatures.map(({ line }) => line),
      ...bioLines(zones, bio),
    ].map(({ ref }) => ref),
  };
}

/** A byline that names only an agency gives way to a person named elsewhere in the text. */
function preferPersons(claims: readonly Claim[]): readonly Claim[] {
  const [first] = claims;
  if (first === undefined || first.persons.length > 0 || first.from === "front-matter") return claims;
  const person = claims.find(({ persons, from }) => persons.length > 0 && from !== "meta");
  return person === undefined ? claims : [person, ...claims.filter((claim) => claim !== person)];
}

function lineClaim({ persons, agencies, line, by, opened: led }: Byline): Claim {
  const { text, place } = line.line;
  const sure = led ? "certain" : "strong";
  return { persons: persons.map((name) => ({ name })), agencies, from: by, words: text, place, sure };
}

/** Bylines on lines of their own below one another are one byline; one at the bottom repeats the one at the top. */
function joined(lines: readonly Byline[]): Claim[] {
  const [first, ...rest] = lines;
  if (first === undefined) return [];
  let last = first;
  const together = [first];
  for (const line of rest) {
    if (!isBelow(last, line)) break;
    together.push(line);
    last = line;
  }
  const names = [...new Set(together.flatMap(({ persons }) => persons))];
  const agencies = [...new Set(together.flatMap((one) => one.agencies))];
  return [{ ...lineClaim(first), persons: names.map((name) => ({ name })), agencies }, ...rest.map(lineClaim)];
}

function isBelow(upper: Byline, lower: Byline): boolean {
  const apart = (lower.line.line.place.line ?? 0) - (upper.line.line.place.line ?? 0);
  return apart <= 3 && lower.line.ref.block - upper.line.ref.block <= 2;
}

function textClaim(names: readonly string[], from: Source, { line }: PlacedLine): Claim {
  return {
    persons: names.map((name) => ({ name })),
    agencies: [],
    from,
    words: line.text,
    place: line.place,
    sure: "strong",
  };
}

/** Front matter and metadata may give a whole byline where a name belongs: `By A and B, Buna Times`. */
function statedClaim(
  stated: Stated<readonly StatedPerson[]> | undefined,
  from: Source,
  sure: Confidence,
): Claim | undefined {
  if (stated === undefined) return undefined;
  const persons: StatedPerson[] = [];
  const agencies: string[] = [];
  for (const person of stated.value) {
    if (person.organisation === true) agencies.push(person.name);
    else if (person.email !== undefined || person.uri !== undefined)
      persons.push({ ...person, name: displayed(person.name) });
    else takeStated(person, persons, agencies, from);
  }
  return { persons, agencies, from, words: stated.words, place: stated.place, sure };
}

const WITH_MAIL = /^(.*?)\s*[<(]([\w.+-]+@[\w-]+(?:\.[\w-]+)+)[>)]$/u;

function takeStated(person: StatedPerson, persons: StatedPerson[], agencies: string[], from: Source): void {
  const mail = WITH_MAIL.exec(person.name);
  const written = mail?.[1] || person.name;
  const rest = opened(written)?.rest ?? written;
  const read = namesIn(rest, [], true);
  if (read.persons.length + read.agencies.length > 0 && (read.whole || from === "meta")) {
    persons.push(...read.persons.map((name) => ({ name, ...(mail?.[2] === undefined ? {} : { email: mail[2] }) })));
    agencies.push(...read.agencies);
  } else if (from === "front-matter") {
    // The writer says so, whatever it looks like: a pen name, one word, lower case.
    const kind = pieceOf(rest, true);
    if (kind === "agency" || kind === "outlet") agencies.push(rest);
    else persons.push({ name: displayed(rest), ...(mail?.[2] === undefined ? {} : { email: mail[2] }) });
  }
}

function agree(a: Claim | undefined, b: Claim): boolean {
  const names = new Set(a?.persons.map(({ name }) => key(name)));
  return b.persons.some(({ name }) => names.has(key(name)));
}

/** A name as it is compared: without case, marks and dots. */
function key(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\p{M}.\s'’-]/gu, "")
    .toLowerCase();
}

function authorsOf(claim: Claim | undefined, { people }: Publication): readonly Person[] {
  if (claim === undefined) return [];
  const persons = claim.persons.map((person) => known(person, people));
  if (persons.length > 0) return uniqueByName(persons);
  return uniqueByName(claim.agencies.map((name): Person => ({ name, kind: "organisation" })));
}

function uniqueByName(people: readonly Person[]): readonly Person[] {
  return [...new Map(people.toReversed().map((person) => [key(person.name), person])).values()].reverse();
}

function known({ name, email, uri }: StatedPerson, people: readonly KnownPerson[]): Person {
  const found = people.find((person) =>
    [person.name, ...person.spellings].some((spelling) => key(spelling) === key(name)),
  );
  if (found === undefined)
    return { name, kind: "person", ...(email === undefined ? {} : { email }), ...(uri === undefined ? {} : { uri }) };
  const { spellings: _, ...person } = found;
  return { ...person, ...(email === undefined ? {} : { email }), ...(uri === undefined ? {} : { uri }) };
}

function peopleEvidence(claim: Claim, authors: readonly Person[], second: Claim | undefined): Evidence[] {
  const sure = second === undefined ? claim.sure : "certain";
  const because = second === undefined ? undefined : `the ${second.from} names the same`;
  return authors.map(({ name }) => evidence("authors", name, claim.from, claim.words, claim.place, sure, because));
}

function contributorsOf(
  { matter }: Article,
  { signOffs, claims }: Said,
  authors: readonly Person[],
  { people }: Publication,
): readonly Person[] {
  const helped = signOffs.flatMap(({ authors: reporting, contributors }) =>
    claims[0]?.from === "sign-off" ? contributors : [...reporting, ...contributors],
  );
  const all = [...(matter.contributors?.value ?? []), ...helped.map((name) => ({ name }))];
  const taken = new Set(authors.map(({ name }) => key(name)));
  return uniqueByName(all.map((person) => known(person, people))).filter(({ name }) => !taken.has(key(name)));
}

/** The author's own paragraph: among the last blocks, or in the head; never a quotation. */
function bioIn({ head, tail, body }: Zones, lines: readonly Byline[]): Said["bio"] {
  const names = new Set(lines.flatMap(({ persons }) => persons.map(key)));
  const underHeading = tail.some(({ line }) => BIO_HEADING.test(line.text));
  const places = [...tail.toReversed(), ...(body.length === 0 ? [] : head)];
  for (const line of places) {
    if (line.block.kind === "quote" || line.block.kind === "heading") continue;
    const bio = bioOf(line.line.text);
    if (bio === undefined) continue;
    const last = line.ref.block >= (tail.at(-1)?.ref.block ?? 0) - 2;
    const sameName = bio.names.some((name) => names.has(key(name)));
    if (sameName || underHeading || last) return { ...bio, line };
  }
  return undefined;
}

function bioFact(article: Article, bio: Said["bio"]): Told | undefined {
  const { matter } = article;
  if (matter.bio !== undefined)
    return { value: matter.bio.value, words: matter.bio.words, place: matter.bio.place, from: "front-matter" };
  return bio && { value: bio.line.line.text, words: bio.line.line.text, place: bio.line.line.place, from: "bio" };
}

/** The bio, its heading, and the paragraph in which a first-person bio goes on. */
function bioLines({ tail, head }: Zones, bio: Said["bio"]): PlacedLine[] {
  if (bio === undefined) return [];
  const heading = [...head, ...tail].filter(
    ({ line, ref }) => BIO_HEADING.test(line.text) && ref.block <= bio.line.ref.block,
  );
  return [bio.line, ...heading];
}

function lineCredit(credit: Said["credit"]): Told | undefined {
  return credit && { value: credit.value, words: credit.words, place: credit.line.line.place };
}

/** An agency beside persons in a byline is where the report came from. */
function agencyCredit(claim: Claim | undefined): Told | undefined {
  const [agency] = claim?.agencies ?? [];
  if (claim === undefined || agency === undefined || claim.persons.length === 0) return undefined;
  return { value: agency, words: claim.words, place: claim.place, from: claim.from };
}

function outletFact({ matter, meta }: Article, said: Said): Told | undefined {
  if (matter.outlet !== undefined) return { ...matter.outlet, from: "front-matter" };
  const byline = said.bylines.find(({ outlet }) => outlet !== undefined);
  if (byline?.outlet !== undefined)
    return { value: byline.outlet, words: byline.line.line.text, place: byline.line.line.place, from: "byline" };
  if (said.bio?.outlet !== undefined)
    return { value: said.bio.outlet, words: said.bio.line.line.text, place: said.bio.line.line.place, from: "bio" };
  return meta.outlet && { ...meta.outlet, from: "meta" };
}

function sectionFact({ matter, meta, file }: Article, said: Said, publication: Publication): Told | undefined {
  const told = (value: string, words: string, place: Told["place"], from: Source): Told => ({
    value: sectionName(value, publication),
    words,
    place,
    from,
  });
  if (matter.section !== undefined)
    return told(matter.section.value, matter.section.words, matter.section.place, "front-matter");
  const { bio } = said;
  if (bio?.section !== undefined) return told(bio.section, bio.line.line.text, bio.line.line.place, "bio");
  const folder = folderSection(file);
  if (folder !== undefined) return told(folder, folder, {}, "folder");
  return meta.section && told(meta.section.value, meta.section.words, meta.section.place, "meta");
}

function factEvidence(field: "outlet" | "section" | "bio" | "credit", told: Told | undefined): Evidence[] {
  if (told === undefined) return [];
  const { value, words, place, from = "text" } = told;
  return [evidence(field, value, from, words, place, from === "front-matter" ? "certain" : "strong")];
}
