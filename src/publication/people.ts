import type { Finding } from "../finding.ts";
import { address } from "./checked.ts";
import { illTyped, problems } from "./problems.ts";
import type { KnownPerson, Person } from "./publication.ts";
import { PERSON_FIELDS, PERSON_SCHEMA, type PersonFile, type StatedAuthor } from "./schema.ts";
import { readYaml, type YamlFile } from "./yaml-file.ts";

/** Text on one line: feeds show names and titles so. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Reads the files of `authors/`; `url` is the front page's address, where it is stated. */
export function readPeople(
  files: readonly { readonly file: string; readonly text: string }[],
  url: string | undefined,
): { readonly people: readonly KnownPerson[]; readonly findings: readonly Finding[] } {
  const people: KnownPerson[] = [];
  const findings: Finding[] = [];
  const taken = new Map<string, string>();
  for (const { file, text } of files) {
    const yaml = readYaml(file, text);
    findings.push(...yaml.findings);
    if (yaml.findings.length > 0) continue;
    const parsed = PERSON_SCHEMA.safeParse(withoutNulls(yaml.data ?? {}));
    if (!parsed.success) {
      findings.push(...problems(yaml, parsed.error.issues, () => PERSON_FIELDS));
      continue;
    }
    const person = knownPerson(parsed.data, yaml, url, findings);
    people.push(person);
    findings.push(...sharedNames(person, yaml, taken));
  }
  return { people, findings };
}

function knownPerson(stated: PersonFile, yaml: YamlFile, url: string | undefined, findings: Finding[]): KnownPerson {
  const spellings = typeof stated.spellings === "string" ? [stated.spellings] : (stated.spellings ?? []);
  const avatar = stated.avatar === undefined ? undefined : takeAddress(yaml, ["avatar"], stated.avatar, url, findings);
  return {
    ...person(stated, yaml, [], url, findings),
    ...(avatar === undefined ? {} : { avatar }),
    ...(stated.bio === undefined ? {} : { bio: oneLine(stated.bio) }),
    spellings: spellings.map(oneLine),
  };
}

/** A name that two people answer to would credit one with the other's work. */
function sharedNames({ name, spellings }: KnownPerson, yaml: YamlFile, taken: Map<string, string>): Finding[] {
  const findings: Finding[] = [];
  for (const [index, spelling] of [name, ...spellings].entries()) {
    const key = spelling.toLowerCase();
    const other = taken.get(key);
    const path = index === 0 ? ["name"] : ["spellings", index - 1];
    if (other !== undefined && other !== yaml.file)
      findings.push(illTyped(yaml, path, { expected: `a name that nobody else has (${other} has it too)` }));
    taken.set(key, yaml.file);
  }
  return findings;
}

/** Somebody as they are stated, with an absolute address. */
export function person(
  { name, email, url, kind }: StatedAuthor,
  yaml: YamlFile,
  path: readonly PropertyKey[],
  base: string | undefined,
  findings: Finding[],
): Person {
  const uri = url === undefined ? undefined : takeAddress(yaml, [...path, "url"], url, base, findings);
  return {
    name: oneLine(name),
    kind: kind ?? "person",
    ...(email === undefined ? {} : { email }),
    ...(uri === undefined ? {} : { uri }),
  };
}

/** An absolute address; where what is stated is none, a finding instead. */
export function takeAddress(
  yaml: YamlFile,
  path: readonly PropertyKey[],
  stated: string,
  base: string | undefined,
  findings: Finding[],
): string | undefined {
  const checked = address(stated, base);
  if ("value" in checked) return checked.value;
  findings.push(illTyped(yaml, path, checked));
  return undefined;
}

/** A field without a value (`description:`) says nothing: templates leave them so. */
export function withoutNulls(data: unknown): unknown {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}
