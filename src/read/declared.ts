import { type Finding, finding } from "../finding.ts";
import type { Declared, Stated, StatedPerson } from "./article.ts";
import { dateRank, type Field, fieldOf, isHolder } from "./keys.ts";
import { date, isThing, type Kind, list, mediaList, medium, name, people, section, words, yes } from "./kinds.ts";
import type { MatterField } from "./matter-fields.ts";

/** An error where what would be published without it could be false or meet the wrong people; else it is left out. */
const KINDS = {
  id: words("error"),
  title: words("error"),
  summary: words("warning"),
  authors: people("error"),
  coauthors: people("error"),
  contributors: people("warning"),
  published: date,
  updated: date,
  section,
  tags: list,
  language: words("warning"),
  outlet: name,
  credit: name,
  bio: words("warning"),
  copyright: name,
  slug: words("error"),
  link: words("error"),
  draft: yes,
  image: medium,
  audio: medium,
  video: medium,
  attachments: mediaList,
  status: words("error"),
  publishedFlag: yes,
  categories: list,
} satisfies Readonly<Record<Field, Kind<unknown>>>;

const UNPUBLISHED = new Set(["draft", "private", "pending", "unpublished", "hidden"]);

type Collected = { -readonly [Key in Field]?: Stated<unknown> };

/** Brings front matter to one set of names; what has the wrong type is a finding, with what would be right. */
export function declare(fields: readonly MatterField[]): { declared: Declared; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const collected: Collected = {};
  const held = fields.filter(({ key, value }) => isHolder(key) && isThing(value)).flatMap(fieldsIn);
  for (const field of held.length === 0 ? fields : [...fields, ...held]) {
    const given = namedField(field);
    if (given === undefined || !isWanted(field, given, collected)) continue;
    const kind: Kind<unknown> = KINDS[given];
    // A number counts by its words: 012 is not 12, nor 1.0 just 1.
    const { value, wrong } = kind.take(typeof field.value === "number" ? field.words.trim() : field.value);
    if (wrong) findings.push(illTyped(field, kind));
    if (value !== null) collected[given] = { value, words: field.words, key: field.key, place: field.place };
  }
  return { declared: settled(collected), findings };
}

/** Hexo and Jekyll write `published: false` where others state the date. */
function namedField({ key, value }: MatterField): Field | undefined {
  const given = fieldOf(key);
  return given === "published" && typeof value === "boolean" ? "publishedFlag" : given;
}

/** The first key for a fact counts, but for dates the one that says most plainly which date it is. */
function isWanted({ key, value }: MatterField, given: Field, collected: Collected): boolean {
  const before = collected[given];
  if (before === undefined) return true;
  return given === "published" && typeof value === "string" && dateRank(key) > dateRank(before.key);
}

/** The fields below a key such as Hugo's `params`, each on the line where it stands. */
function fieldsIn({ key: holder, value, words: written, place }: MatterField): MatterField[] {
  const rows = written.split("\n");
  return Object.entries(isThing(value) ? value : {})
    .map(([key, inner]) => {
      const row = rows.findIndex((line) => line.trimStart().startsWith(key));
      const said = typeof inner === "string" || typeof inner === "number" ? String(inner) : (rows[row] ?? "").trim();
      const line = (place.line ?? 1) + Math.max(row, 0);
      return { key: `${holder}.${key}`, value: inner, words: said, place: { file: place.file, line } };
    })
    .map((field) => ({ ...field, key: field.key.slice(holder.length + 1) }));
}

function illTyped({ key, value, place }: MatterField, { expected, severity }: Kind<unknown>): Finding {
  return finding("matter/ill-typed", place, { field: key, expected, got: gotten(value) }, severity);
}

function gotten(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (isThing(value)) return "an object";
  return typeof value === "string" ? `"${value.slice(0, 60)}"` : String(value);
}

/** What follows from several fields together: drafts by status, a section by the first category. */
function settled({ status, publishedFlag, categories, coauthors, section: sections, ...rest }: Collected): Declared {
  const declared = rest as { -readonly [Key in keyof Declared]: Declared[Key] };
  const unpublished = [status, publishedFlag].find((one) => one !== undefined && isUnpublished(one.value));
  if (unpublished !== undefined && declared.draft?.value !== true) declared.draft = { ...unpublished, value: true };
  if (coauthors !== undefined) declared.authors = together(declared.authors, coauthors as PeopleStated);
  const named = [sections, categories].flatMap((one) => (one === undefined ? [] : [one as Stated<readonly string[]>]));
  const [holder] = named;
  const [first, ...others] = named.flatMap(({ value }) => value);
  if (holder !== undefined && first !== undefined) {
    declared.section = { ...holder, value: first };
    const more = others.filter((tag) => tag !== first);
    if (more.length > 0) {
      const tags = declared.tags ?? named.at(-1) ?? holder;
      declared.tags = { ...tags, value: [...new Set([...(declared.tags?.value ?? []), ...more])] };
    }
  }
  return declared;
}

type PeopleStated = Stated<readonly StatedPerson[]>;

function isUnpublished(value: unknown): boolean {
  return value === false || (typeof value === "string" && UNPUBLISHED.has(value.toLowerCase()));
}

/** WordPress keeps the others of a byline apart (`coauthors`). */
function together(authors: PeopleStated | undefined, others: PeopleStated): PeopleStated {
  if (authors === undefined) return others;
  const names = new Set(authors.value.map((author) => author.name));
  return { ...authors, value: [...authors.value, ...others.value.filter((other) => !names.has(other.name))] };
}
