import { type Finding, finding } from "../finding.ts";
import type { Declared, Stated } from "./article.ts";
import { fieldOf } from "./keys.ts";
import {
  amount,
  corrections,
  date,
  episodeType,
  type Kind,
  language,
  link,
  list,
  mediaList,
  medium,
  ordinal,
  people,
  words,
  yes,
} from "./kinds.ts";
import type { MatterField } from "./matter.ts";

/** What each field may hold, by its name. */
const KINDS = {
  id: words,
  rssId: words,
  title: words,
  summary: words,
  authors: people,
  contributors: people,
  published: date,
  updated: date,
  section: words,
  tags: list,
  language,
  outlet: words,
  credit: words,
  bio: words,
  copyright: words,
  slug: words,
  link,
  draft: yes,
  image: medium,
  banner: medium,
  audio: medium,
  video: medium,
  attachments: mediaList,
  corrections,
  expires: date,
  comments: amount,
  episode: ordinal,
  season: ordinal,
  episodeType,
  explicit: yes,
  transcripts: mediaList,
  chapters: medium,
  license: words,
  translation: words,
  permits: list,
  prohibits: list,
  status: words,
  publishedFlag: yes,
  categories: list,
} satisfies Readonly<Record<NonNullable<ReturnType<typeof fieldOf>>, Kind<unknown>>>;

const UNPUBLISHED = new Set(["draft", "private", "pending", "unpublished", "hidden"]);

type Collected = { -readonly [Key in keyof typeof KINDS]?: Stated<unknown> };

/** Brings front matter to one set of names; what has the wrong type is a finding, with what would be right. */
export function declare(fields: readonly MatterField[]): { declared: Declared; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const collected: Collected = {};
  for (const field of fields) {
    const name = fieldOf(field.key);
    if (name === undefined) continue;
    // Hexo and Jekyll: `published: false`, where others state the date, and beside it.
    if (name === "published" && isYesOrNo(field)) {
      collected.publishedFlag ??= stated(field, yes.take(field.value));
      continue;
    }
    if (collected[name] !== undefined) continue;
    const kind: Kind<unknown> = KINDS[name];
    // A number counts by its words: 012 is not 12, nor 1.0 just 1.
    const value = kind.take(typeof field.value === "number" ? field.words.trim() : field.value);
    if (value === undefined) findings.push(illTyped(field, kind));
    else if (value !== null) collected[name] = stated(field, value);
  }
  return { declared: settled(collected), findings };
}

/** `false`, and under that very name what other programs write for it. */
function isYesOrNo({ key, value }: MatterField): boolean {
  if (typeof value === "boolean") return true;
  return /^published$/i.test(key) && typeof value === "string" && /^(?:true|false|yes|no|on|off)$/i.test(value);
}

function stated<T>({ key, words: written, place }: MatterField, value: T): Stated<T> {
  return { value, words: written, key, place };
}

function illTyped({ key, value, words: written, place }: MatterField, { expected, isMinor }: Kind<unknown>): Finding {
  const got = Array.isArray(value)
    ? `a list of ${value.length}`
    : isGroup(value)
      ? "a group of fields"
      : short(written);
  const severity = isMinor ? "warning" : "error";
  return finding("matter/ill-typed", place, { field: key, expected, got }, severity);
}

function isGroup(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

/** Enough of the words to be found again. */
function short(written: string): string {
  const words = written.trim();
  return words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN - 1)}…` : words || "nothing";
}

const LONGEST_SHOWN = 80;

/** What follows from several fields together: drafts by status, a section by the first category. */
function settled({ status, publishedFlag, categories, ...rest }: Collected): Declared {
  const declared = rest as { -readonly [Key in keyof Declared]: Declared[Key] };
  const unpublished =
    (status !== undefined && UNPUBLISHED.has(String(status.value).toLowerCase()) && status) ||
    (publishedFlag?.value === false && publishedFlag);
  if (unpublished && declared.draft === undefined) declared.draft = { ...unpublished, value: true };
  const [first, ...others] = (categories?.value ?? []) as readonly string[];
  if (categories !== undefined && first !== undefined) {
    const more = declared.section === undefined ? others : [first, ...others];
    declared.section ??= { ...categories, value: first };
    if (more.length > 0)
      declared.tags = {
        ...(declared.tags ?? categories),
        value: [...new Set([...(declared.tags?.value ?? []), ...more])],
      };
  }
  return declared;
}
