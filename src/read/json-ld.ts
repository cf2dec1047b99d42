import type { StatedPerson } from "./article.ts";
import { folded } from "./inline.ts";

/** What a schema.org article says of itself, as far as it concerns a feed. */
export interface LinkedArticle {
  readonly title?: string;
  readonly summary?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly section?: string;
  readonly language?: string;
  readonly outlet?: string;
  readonly authors: readonly StatedPerson[];
}

const ARTICLE = /(?:^|\/)(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review)$/;
const DEEPEST = 6;

type Thing = Readonly<Record<string, unknown>>;

/** The article in a JSON-LD text; `undefined` where there is none or the text is no JSON. */
export function linkedArticle(json: string): LinkedArticle | undefined {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return undefined;
  }
  const thing = findArticle(data, 0);
  if (thing === undefined) return undefined;
  const publisher = asThing(first(thing.publisher));
  return {
    ...word("title", thing.headline ?? thing.name),
    ...word("summary", thing.description),
    ...word("published", thing.datePublished),
    ...word("updated", thing.dateModified),
    ...word("section", first(thing.articleSection)),
    ...word("language", thing.inLanguage),
    ...word("outlet", publisher?.name),
    authors: list(thing.author).flatMap(person),
  };
}

function findArticle(data: unknown, depth: number): Thing | undefined {
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(data)) {
    for (const one of data) {
      const found = findArticle(one, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const thing = asThing(data);
  if (thing === undefined) return undefined;
  if (list(thing["@type"]).some((type) => typeof type === "string" && ARTICLE.test(type))) return thing;
  return findArticle(thing["@graph"] ?? thing.mainEntity, depth + 1);
}

function asThing(value: unknown): Thing | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Thing) : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function first(value: unknown): unknown {
  return list(value)[0];
}

function word<Key extends string>(key: Key, value: unknown): { readonly [K in Key]?: string } {
  const text = typeof value === "string" ? folded(value) : "";
  return (text === "" ? {} : { [key]: text }) as { readonly [K in Key]?: string };
}

function person(value: unknown): StatedPerson[] {
  const thing = asThing(value);
  const name = folded(String(thing?.name ?? (typeof value === "string" ? value : "")));
  if (name === "" || /^https?:/.test(name)) return [];
  const organisation = list(thing?.["@type"]).some((type) => typeof type === "string" && type.endsWith("Organization"));
  return [{ name, ...word("uri", thing?.url), ...(organisation ? { organisation } : {}) }];
}
