import type { KnownPerson, Person, Publication } from "../../publication/publication.ts";
import type { Article, StatedPerson } from "../../read/article.ts";
import { type Evidence, evidence } from "../evidence.ts";
import { type Claim, key } from "./claim.ts";
import type { Said } from "./said.ts";

export function authorsOf(claim: Claim | undefined, { people }: Publication): readonly Person[] {
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

export function peopleEvidence(claim: Claim, authors: readonly Person[], second: Claim | undefined): Evidence[] {
  const sure = second === undefined ? claim.sure : "certain";
  const because = second === undefined ? undefined : `the ${second.from} names the same`;
  return authors.map(({ name }) => {
    const at = claim.words.indexOf(name);
    // In a bio the name is what matters; a byline is shown whole.
    const exact = at !== -1 && claim.from === "bio";
    const { column } = claim.place;
    const place = exact && column !== undefined ? { ...claim.place, column: column + at } : claim.place;
    return evidence("authors", name, claim.from, exact ? name : claim.words, place, sure, because);
  });
}

export function contributorsOf(
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
