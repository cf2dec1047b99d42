import type { Declared, Stated, StatedPerson } from "./article.ts";
import { type Element, find, isElement, type Node, textOf, wordsOf } from "./dom.ts";
import type { Locate } from "./html.ts";
import { folded } from "./inline.ts";
import { type LinkedArticle, linkedArticle } from "./json-ld.ts";
import { MOST_WORDS } from "./kinds.ts";

/** The names under which pages state each fact, the surest first. */
const META = {
  title: ["og:title", "twitter:title", "dc.title", "citation_title", "parsely-title", "sailthru.title"],
  summary: ["description", "og:description", "twitter:description", "dc.description"],
  authors: ["author", "article:author", "citation_author", "dc.creator", "parsely-author", "sailthru.author", "byl"],
  published: [
    "article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.created",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publish-date",
    "publish_date",
    "date",
    "dc.date",
    "dcterms.date",
  ],
  updated: ["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified"],
  section: ["article:section", "parsely-section"],
  language: ["content-language", "dc.language"],
  outlet: ["og:site_name", "application-name", "citation_journal_title"],
  copyright: ["copyright", "dc.rights"],
  keywords: ["keywords", "news_keywords"],
} as const;

type Known = Partial<Record<string, { readonly content: string; readonly key: string; readonly element: Element }>>;

/** What an HTML document says of itself: JSON-LD first (it is made for machines), then meta elements, then the rest. */
export function readMeta(nodes: readonly Node[], file: string, locate: Locate): Declared {
  const metas = known(nodes);
  const linked = linkedData(nodes);
  const at = (element: Element) => ({ file, ...locate(element.startIndex ?? 0) });
  const state = <T>(value: T, words: string, key: string, element: Element): Stated<T> => ({
    value,
    words,
    key,
    place: at(element),
  });
  const word = (field: Exclude<keyof typeof META, "keywords" | "authors">): Stated<string> | undefined => {
    const stated = linked?.article[field as keyof LinkedArticle];
    if (linked !== undefined && typeof stated === "string")
      return state(stated, stated, `JSON-LD ${field}`, linked.element);
    const name = META[field].find((one) => metas[one] !== undefined);
    const meta = name === undefined ? undefined : metas[name];
    return meta && state(meta.content, meta.content, meta.key, meta.element);
  };
  const [html] = find(nodes, ({ name }) => name === "html");
  const lang = html?.attribs.lang?.trim();
  const canonical = find(nodes, ({ name, attribs }) => name === "link" && attribs.rel === "canonical")[0];
  const href = canonical?.attribs.href;
  return strip({
    title: word("title") ?? titleElement(nodes, state),
    summary: word("summary"),
    authors: authors(nodes, linked, state),
    published: word("published"),
    updated: word("updated"),
    section: word("section"),
    language: lang && html ? state(lang, lang, "html[lang]", html) : word("language"),
    outlet: word("outlet"),
    copyright: word("copyright"),
    tags: keywords(metas, state),
    link: canonical && href && /^https?:/.test(href) ? state(href, href, "link[rel=canonical]", canonical) : undefined,
  });
}

type State = <T>(value: T, words: string, key: string, element: Element) => Stated<T>;

/** Drops what is absent: `exactOptionalPropertyTypes` tells absent from undefined, and so do our readers. */
function strip(all: { readonly [Key in keyof Declared]: Declared[Key] | undefined }): Declared {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Declared;
}

/** The first meta element of each name. */
function known(nodes: readonly Node[]): Known {
  const metas: Known = Object.create(null) as Known;
  for (const element of find(nodes, ({ name }) => name === "meta")) {
    const { attribs } = element;
    const key = attribs.property ?? attribs.name ?? attribs.itemprop ?? attribs["http-equiv"];
    const content = folded(attribs.content ?? "");
    if (key !== undefined && content !== "") metas[key.toLowerCase()] ??= { content, key, element };
  }
  return metas;
}

function linkedData(
  nodes: readonly Node[],
): { readonly article: LinkedArticle; readonly element: Element } | undefined {
  for (const element of find(
    nodes,
    ({ name, attribs }) => name === "script" && attribs.type === "application/ld+json",
  )) {
    const article = linkedArticle(element.children.map((child) => textOf(child) ?? "").join(""));
    if (article !== undefined) return { article, element };
  }
  return undefined;
}

function titleElement(nodes: readonly Node[], state: State): Stated<string> | undefined {
  const [element] = find(
    nodes,
    (one) => one.name === "title" && (one.parent === null || !isElement(one.parent) || one.parent.name !== "svg"),
  );
  const text = element && folded(element.children.map((child) => textOf(child) ?? wordsOf([child])).join(""));
  return element && text ? state(text, text, "title", element) : undefined;
}

function authors(
  nodes: readonly Node[],
  linked: { readonly article: LinkedArticle; readonly element: Element } | undefined,
  state: State,
): Stated<readonly StatedPerson[]> | undefined {
  if (linked !== undefined && linked.article.authors.length > 0) {
    const people = linked.article.authors.slice(0, MOST_WORDS);
    const names = people.map(({ name }) => name).join(", ");
    return state(people, names, "JSON-LD author", linked.element);
  }
  for (const name of META.authors) {
    const elements = find(
      nodes,
      (one) => one.name === "meta" && (one.attribs.name ?? one.attribs.property)?.toLowerCase() === name,
    );
    // Facebook's and X's addresses stand here too; they name no one.
    const names = elements
      .map(({ attribs }) => folded(attribs.content ?? ""))
      .filter((one) => one !== "" && !/^(?:https?:|@)/.test(one))
      .slice(0, MOST_WORDS);
    const [first] = elements;
    if (first !== undefined && names.length > 0)
      return state(
        names.map((one) => ({ name: one })),
        names.join(", "),
        name,
        first,
      );
  }
  return undefined;
}

function keywords(metas: Known, state: State): Stated<readonly string[]> | undefined {
  const name = META.keywords.find((one) => metas[one] !== undefined);
  const meta = name === undefined ? undefined : metas[name];
  if (meta === undefined) return undefined;
  const tags = meta.content
    .split(/[,;]/)
    .map(folded)
    .filter((tag) => tag !== "")
    .slice(0, MOST_WORDS);
  return tags.length === 0 ? undefined : state([...new Set(tags)], meta.content, meta.key, meta.element);
}
