import { type Finding, inOrder } from "../finding.ts";
import { type Checked, frontPage, languageTag, permalink, tagDomain, timeZone } from "./checked.ts";
import { PLACEHOLDER, PUBLICATION_FILE } from "./complete.ts";
import { OWN_FIELDS, RSL_FIELDS, WANTED_FIELDS } from "./feed-fields.ts";
import { editionWords, readFeeding } from "./feeds.ts";
import { licence } from "./licence.ts";
import { LIMIT_FIELDS } from "./limit-fields.ts";
import { readLimits } from "./limits.ts";
import { oneLine, person, readPeople, takeAddress, withoutNulls } from "./people.ts";
import { EACH_PODCAST_FIELDS } from "./podcast-fields.ts";
import { readPodcasts } from "./podcasts.ts";
import { illTyped, problems } from "./problems.ts";
import { MODULES_FIELDS, SMARTNEWS_FIELDS, WEBFEEDS_FIELDS } from "./profile-fields.ts";
import { readProfiles } from "./profiles.ts";
import type { EditionWords, KnownPerson, LoadedPublication, Person, Publication } from "./publication.ts";
import { AUTHOR_FIELDS, PUBLICATION_FIELDS, PUBLICATION_SCHEMA, type PublicationFile } from "./schema.ts";
import { readSections } from "./sections.ts";
import { readYaml, type YamlFile } from "./yaml-file.ts";

const DEFAULTS = {
  language: "en",
  timezone: "UTC",
  limit: 50,
  content: "full",
  permalink: "/{year}/{month}/{day}/{slug}/",
  /** Where pages are written: by their own place in the output folder. */
  pagePermalink: "/articles/{slug}/",
} as const;

export { completePublication } from "./complete.ts";

/** A YAML file by name and text. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads `publication.yaml` (where there is one) and the files of `authors/`. Every default is filled in, but for title
 * and url: those `completePublication` settles after the articles have been read. With an error among the findings, the
 * publication is not to be used.
 */
export function readPublication(source: TextFile | undefined, authors: readonly TextFile[]): LoadedPublication {
  const yaml = readYaml(source?.file ?? PUBLICATION_FILE, source?.text ?? "");
  const findings: Finding[] = [...yaml.findings];
  const stated = checkedTypes(yaml, findings);
  const url = stated.url === undefined ? undefined : take(yaml, ["url"], frontPage(stated.url), findings);
  // Where a url is stated but wrong, that is said once, and not again for each address below it.
  const base = url ?? (findings.length > 0 ? PLACEHOLDER : undefined);
  const known = readPeople(authors, base);
  const publication = fromStated(stated, yaml, url, base, known.people, findings);
  return { publication, findings: inOrder([...findings, ...known.findings]) };
}

/** The fields whose types are right; the others become findings. */
function checkedTypes(yaml: YamlFile, findings: Finding[]): PublicationFile {
  if (yaml.findings.length > 0) return {};
  const fields = statedFields(yaml.data ?? {});
  const parsed = PUBLICATION_SCHEMA.safeParse(fields);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  findings.push(...problems(yaml, issues, fieldsAt));
  const bad = new Set(
    issues.flatMap((one) =>
      one.code === "unrecognized_keys" && one.path.length === 0 ? one.keys : one.path.slice(0, 1),
    ),
  );
  const rest = Object.fromEntries(Object.entries(Object(fields)).filter(([field]) => !bad.has(field)));
  return PUBLICATION_SCHEMA.safeParse(rest).data ?? {};
}

/** The fields that may stand somewhere in the file. */
function fieldsAt([group, list]: readonly PropertyKey[]): readonly string[] {
  if (group === undefined) return PUBLICATION_FIELDS;
  if (group === "feeds") return list === "own" ? OWN_FIELDS : WANTED_FIELDS;
  return GROUPS[String(group)] ?? AUTHOR_FIELDS;
}

/** The fields of groups, by the groups' names. */
const GROUPS: Readonly<Partial<Record<string, readonly string[]>>> = {
  podcasts: EACH_PODCAST_FIELDS,
  rsl: RSL_FIELDS,
  limits: LIMIT_FIELDS,
  languages: ["title", "description"],
  webfeeds: WEBFEEDS_FIELDS,
  smartnews: SMARTNEWS_FIELDS,
  modules: MODULES_FIELDS,
};

function fromStated(
  stated: PublicationFile,
  yaml: YamlFile,
  url: string | undefined,
  base: string | undefined,
  people: readonly KnownPerson[],
  findings: Finding[],
): Publication {
  const checked = (field: "language" | "timezone" | "permalink", check: (text: string) => Checked): string => {
    const value = stated[field];
    return (value === undefined ? undefined : take(yaml, [field], check(value), findings)) ?? DEFAULTS[field];
  };
  const addressed = (field: "icon" | "logo" | "hub" | "cloud"): { readonly [Field in typeof field]?: string } => {
    const value = stated[field];
    const absolute = value === undefined ? undefined : takeAddress(yaml, [field], value, base, findings);
    return absolute === undefined ? {} : { [field]: absolute };
  };
  const pictures = { ...addressed("icon"), ...addressed("logo") };
  const pages = stated.pages ?? stated.permalink === undefined;
  const license = stated.license === undefined ? undefined : take(yaml, ["license"], licence(stated.license), findings);
  return {
    title: oneLine(stated.title ?? ""),
    titleStated: stated.title !== undefined,
    url: url ?? PLACEHOLDER,
    urlStated: url !== undefined,
    description: oneLine(stated.description ?? ""),
    language: checked("language", languageTag),
    timezone: checked("timezone", timeZone),
    ...(stated.copyright === undefined ? {} : { copyright: oneLine(stated.copyright) }),
    authors: readAuthors(stated, yaml, base, people, findings),
    ...pictures,
    ...addressed("hub"),
    ...addressed("cloud"),
    limit: stated.limit ?? DEFAULTS.limit,
    content: stated.content ?? DEFAULTS.content,
    permalink: pages && stated.permalink === undefined ? DEFAULTS.pagePermalink : checked("permalink", permalink),
    pages,
    hosting: stated.hosting ?? true,
    sections: readSections(stated.sections ?? {}, yaml, findings),
    ...readFeeding(stated),
    limits: readLimits(stated.limits),
    podcasts: readPodcasts(stated.podcasts, yaml, oneLine(stated.title ?? ""), base, findings),
    ...readProfiles(stated, yaml, base, pictures, findings),
    ...(license === undefined ? {} : { license }),
    languages: readLanguages(stated, yaml, findings),
    tagDomain: domainOf(stated, yaml, url, findings),
    people,
  };
}

/** The words of each language's feeds, by its tag in its usual spelling. */
function readLanguages(
  { languages = {} }: PublicationFile,
  yaml: YamlFile,
  findings: Finding[],
): Publication["languages"] {
  const known = Object.entries(languages).map(([tag, words]): [string, EditionWords] => [
    take(yaml, ["languages", tag], languageTag(tag), findings) ?? tag,
    editionWords(words),
  ]);
  return Object.fromEntries(known);
}

function domainOf(stated: PublicationFile, yaml: YamlFile, url: string | undefined, findings: Finding[]): string {
  if (stated.tagDomain !== undefined) return take(yaml, ["tagDomain"], tagDomain(stated.tagDomain), findings) ?? "";
  const { hostname } = new URL(url ?? PLACEHOLDER);
  if ("value" in tagDomain(hostname)) return hostname;
  const expected = "an address whose domain can stand in ids (letters, digits, hyphens), or a tagDomain beside it";
  findings.push(illTyped(yaml, ["url"], { expected }));
  return "";
}

/** The publication's own authors; what a file of `authors/` says of them is added. */
function readAuthors(
  { authors = [], title }: PublicationFile,
  yaml: YamlFile,
  url: string | undefined,
  people: readonly KnownPerson[],
  findings: Finding[],
): readonly Person[] {
  return authors.map((author, index) => {
    const stated = typeof author === "string" ? { name: author } : author;
    const own = person(stated, yaml, ["authors", index], url, findings);
    const key = own.name.toLowerCase();
    const known = people.find(({ name, spellings }) => [name, ...spellings].some((one) => one.toLowerCase() === key));
    if (known !== undefined) {
      const { spellings: _, ...rest } = known;
      return { ...own, ...rest };
    }
    const itself = stated.kind === undefined && title !== undefined && key === oneLine(title).toLowerCase();
    return itself ? { ...own, kind: "organisation" } : own;
  });
}

function take(yaml: YamlFile, path: readonly string[], checked: Checked, findings: Finding[]): string | undefined {
  if ("value" in checked) return checked.value;
  findings.push(illTyped(yaml, path, checked));
  return undefined;
}

function statedFields(data: unknown): unknown {
  const fields = withoutNulls(data);
  if (typeof fields !== "object" || fields === null || !("authors" in fields) || !Array.isArray(fields.authors))
    return fields;
  return { ...fields, authors: fields.authors.map(withoutNulls) };
}
