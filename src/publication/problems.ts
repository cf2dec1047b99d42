import type { z } from "zod";
import { type Finding, finding } from "../finding.ts";
import type { Wrong } from "./checked.ts";
import { nearest } from "./nearest.ts";
import type { DataPath, YamlFile } from "./yaml-file.ts";

type Issue = z.core.$ZodIssue;

/** What people call a field who know it from elsewhere: site generators, RSS, Atom. */
const CALLED_ELSEWHERE: Readonly<Record<string, string>> = {
  name: "title",
  site: "url",
  site_url: "url",
  link: "url",
  uri: "url",
  base_url: "url",
  baseurl: "url",
  homepage: "url",
  subtitle: "description",
  tagline: "description",
  summary: "description",
  lang: "language",
  locale: "language",
  tz: "timezone",
  time_zone: "timezone",
  rights: "copyright",
  author: "authors",
  byline: "authors",
  favicon: "icon",
  image: "logo",
  websub: "hub",
  items: "limit",
  permalinks: "permalink",
  categories: "sections",
  domain: "tagDomain",
  mail: "email",
  picture: "avatar",
  photo: "avatar",
  about: "bio",
  alias: "spellings",
  aliases: "spellings",
};

/** Who has mended so many will run the build again. */
const MOST_PROBLEMS = 50;

/** Without all but the first of thousands of unknown fields: each is compared with those that there are. */
function firstOf(issue: Issue): Issue {
  return issue.code === "unrecognized_keys" ? { ...issue, keys: issue.keys.slice(0, MOST_PROBLEMS) } : issue;
}

/** Findings of what a schema found wrong in a file; `fieldsAt` knows the fields that there are at a path. */
export function problems(
  yaml: YamlFile,
  issues: readonly Issue[],
  fieldsAt: (path: DataPath) => readonly string[],
): Finding[] {
  const all = issues.flatMap((issue) => meant(issue, yaml));
  return all.flatMap((issue) => asFindings(yaml, firstOf(issue), fieldsAt)).slice(0, MOST_PROBLEMS);
}

/** Of the kinds that a field may have, takes the complaints about the kind that was tried. */
function meant(issue: Issue, yaml: YamlFile): readonly Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const branch = issue.errors.find(
    (errors) => !errors.some(({ code, path }) => code === "invalid_type" && path.length === 0),
  );
  if (branch === undefined) return [issue];
  return branch.flatMap((inner) => meant({ ...inner, path: [...issue.path, ...inner.path] } as Issue, yaml));
}

function asFindings(yaml: YamlFile, issue: Issue, fieldsAt: (path: DataPath) => readonly string[]): readonly Finding[] {
  if (issue.code !== "unrecognized_keys") return [illTyped(yaml, issue.path, wrongOf(yaml, issue))];
  const known = fieldsAt(issue.path);
  return issue.keys.map((key) => {
    const path = [...issue.path, key];
    const called = CALLED_ELSEWHERE[key.toLowerCase().replaceAll("-", "_")];
    const like = called !== undefined && known.includes(called) ? called : nearest(key, known);
    const facts = { field: fieldName(path) };
    return finding(
      "publication/unknown-field",
      yaml.keyAt(path),
      like === undefined ? facts : { ...facts, nearest: like },
    );
  });
}

function wrongOf(yaml: YamlFile, issue: Issue): Wrong {
  // What the schema has no words of its own for.
  const expected =
    issue.code === "invalid_value" && /^Invalid /.test(issue.message)
      ? `one of ${issue.values.join(", ")}`
      : issue.message;
  const source = yaml.sourceAt(issue.path);
  if (source === undefined || source.trim() === "") return { expected };
  if (issue.code === "invalid_type" && issue.expected === "string")
    return { expected, nearest: JSON.stringify(source) };
  const bare = source.replace(/^(["'])(.*)\1$/, "$2");
  if (issue.code === "invalid_type" && /^\d{1,5}$/.test(bare)) return { expected, nearest: bare };
  if (issue.code !== "invalid_value") return { expected };
  const like = nearest(bare, issue.values.map(String));
  return like === undefined ? { expected } : { expected, nearest: like };
}

/** A value that is not what it should be. */
export function illTyped(yaml: YamlFile, path: DataPath, wrong: Wrong): Finding {
  return finding("publication/ill-typed", yaml.valueAt(path), {
    field: fieldName(path),
    got: got(yaml, path),
    ...wrong,
  });
}

function got(yaml: YamlFile, path: DataPath): string {
  const source = yaml.sourceAt(path);
  if (source !== undefined && source.trim() !== "") return source.length > 80 ? `${source.slice(0, 79)}…` : source;
  const value = path.reduce<unknown>(
    (data, step) => (data as Record<PropertyKey, unknown> | undefined)?.[step],
    yaml.data,
  );
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "a group of fields" : "nothing";
}

/** `authors.name`: positions in lists are left out, since the place says which. */
function fieldName(path: DataPath): string {
  return path.filter((step) => typeof step !== "number").join(".");
}
