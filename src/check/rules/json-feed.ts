import type { Rule } from "../rule.ts";
import { inJson, inJsonItem, whole } from "./examples.ts";

const SPEC = "https://www.jsonfeed.org/version/1.1/";
const TOP = `${SPEC}#top-level-a-name-top-level-a`;
const ITEMS = `${SPEC}#items-a-name-items-a`;

function feed(members: string): ReturnType<typeof whole> {
  return whole(`{ ${members} }`);
}

const VERSION = '"version": "https://jsonfeed.org/version/1.1"';
const GOOD = feed(`${VERSION}, "title": "The Courier", "items": []`);
const ITEM = '"id": "https://courier.example/1", "content_text": "Open."';

function items(...members: readonly string[]): ReturnType<typeof whole> {
  return feed(`${VERSION}, "title": "The Courier", "items": [{ ${members.join(" }, { ")} }]`);
}

type JsonFeedRule =
  | "notJson"
  | "repeatedName"
  | "version"
  | "oldVersion"
  | "missing"
  | "type"
  | "idNumber"
  | "idRepeated"
  | "content"
  | "bothContents"
  | "date"
  | "url"
  | "author"
  | "authorAlone"
  | "language"
  | "mediaType"
  | "unknownName"
  | "nextSame"
  | "noAddress";

export const jsonFeedRules: Readonly<Record<JsonFeedRule, Rule>> = {
  notJson: {
    id: "json-feed/not-json",
    severity: "error",
    says: "not JSON: {detail}",
    why: "A JSON reader must stop here: nothing of the feed is shown to anybody.",
    mend: "Write the file with a JSON library.",
    reference: "https://www.rfc-editor.org/rfc/rfc8259",
    good: GOOD,
    bad: whole(`{ ${VERSION}, "title": "The Courier", "items": [], }`),
  },
  repeatedName: {
    id: "json-feed/repeated-name",
    severity: "warning",
    says: "“{name}” is given twice",
    why: "Readers differ in which of them they take.",
    mend: "Keep one.",
    reference: "https://www.rfc-editor.org/rfc/rfc8259#section-4",
    good: GOOD,
    bad: feed(`${VERSION}, "title": "The Courier", "title": "Courier", "items": []`),
  },
  version: {
    id: "json-feed/version",
    severity: "error",
    says: "“version” has to be https://jsonfeed.org/version/1.1 (or 1)",
    why: "Readers know a JSON Feed by it, and some compare it letter by letter.",
    mend: `Write ${VERSION}, first of all.`,
    reference: TOP,
    good: GOOD,
    bad: feed('"version": "1.1", "title": "The Courier", "items": []'),
  },
  oldVersion: {
    id: "json-feed/old-version",
    severity: "advice",
    says: "this is JSON Feed 1.0; the current version is 1.1",
    why: "Version 1.0 knows one author only, and no language.",
    mend: `Write ${VERSION}, and “authors” in place of “author”.`,
    reference: `${SPEC}#changes-a-name-changes-a`,
    good: GOOD,
    bad: feed('"version": "https://jsonfeed.org/version/1", "title": "The Courier", "items": []'),
  },
  missing: {
    id: "json-feed/missing",
    severity: "error",
    says: "{where} has no “{name}”",
    why: "The standard asks for it: readers discard what has none.",
    mend: "Add it.",
    reference: TOP,
    good: GOOD,
    bad: feed(`${VERSION}, "items": []`),
  },
  type: {
    id: "json-feed/type",
    severity: "error",
    says: "“{name}” has to be {wanted}",
    why: "Readers that expect one type break on another, or ignore it.",
    mend: "Write the type that the standard names.",
    reference: TOP,
    good: inJson('"description": "News"'),
    bad: inJson('"description": ["News"]'),
  },
  idNumber: {
    id: "json-feed/id-number",
    severity: "warning",
    says: "“id” is a number; it has to be a string",
    why: "Readers turn it into one, each in its own way.",
    mend: "Put it in quotes.",
    reference: ITEMS,
    good: items(ITEM),
    bad: items('"id": 17, "content_text": "Open."'),
  },
  idRepeated: {
    id: "json-feed/id-repeated",
    severity: "error",
    says: "two items have the id “{value}”",
    why: "Readers show one of them only.",
    mend: "Give each item an id of its own.",
    reference: ITEMS,
    good: items(ITEM),
    bad: items(ITEM, ITEM),
  },
  content: {
    id: "json-feed/content",
    severity: "error",
    says: "an item has neither “content_html” nor “content_text”",
    why: "There is nothing to read.",
    mend: "Add one of the two, or both.",
    reference: ITEMS,
    good: items(ITEM),
    bad: items('"id": "https://courier.example/1", "title": "Bridge opens"'),
  },
  bothContents: {
    id: "json-feed/both-contents",
    severity: "advice",
    says: "an item has both “content_html” and “content_text”",
    why: "Some readers prefer the plain text, and show the article without links and pictures.",
    mend: "Keep “content_html”.",
    reference: ITEMS,
    good: items(ITEM),
    bad: items(`${ITEM}, "content_html": "<p>Open.</p>"`),
  },
  date: {
    id: "json-feed/date",
    severity: "error",
    says: "“{name}” is no RFC 3339 date: “{value}”",
    why: "Readers date the article by the moment they first see it.",
    mend: "Write it like “2026-01-02T03:04:05Z”.",
    reference: ITEMS,
    good: inJsonItem('"date_published": "2026-01-02T03:04:05Z"'),
    bad: inJsonItem('"date_published": "2 January 2026"'),
  },
  url: {
    id: "json-feed/url",
    severity: "error",
    says: "“{name}” has to be an absolute URL, not “{value}”",
    why: "A feed is read far from its site: nobody can tell what a relative address is relative to.",
    mend: "Write the whole address, with https:// and the host.",
    reference: TOP,
    good: inJson('"home_page_url": "https://courier.example/"'),
    bad: inJson('"home_page_url": "/"'),
  },
  author: {
    id: "json-feed/author",
    severity: "error",
    says: "an author has neither “name” nor “url” nor “avatar”",
    why: "Nobody is named by it.",
    mend: "Give the author a name, or leave the object out.",
    reference: TOP,
    good: inJson('"authors": [{ "name": "Ada Moss" }]'),
    bad: inJson('"authors": [{}]'),
  },
  authorAlone: {
    id: "json-feed/author-deprecated",
    severity: "advice",
    says: "“author” was replaced by “authors”",
    why: "Readers of version 1.1 look for the list.",
    mend: "Write “authors” too; “author” may stay for old readers.",
    reference: TOP,
    good: inJson('"authors": [{ "name": "Ada Moss" }], "author": { "name": "Ada Moss" }'),
    bad: inJson('"author": { "name": "Ada Moss" }'),
  },
  language: {
    id: "json-feed/language",
    severity: "error",
    says: "“language” names no language: “{value}”",
    why: "Readers choose fonts, voices and translations by it.",
    mend: "Write a tag such as en, en-GB or zh-Hans.",
    reference: TOP,
    good: inJson('"language": "en-GB"'),
    bad: inJson('"language": "english"'),
  },
  mediaType: {
    id: "json-feed/mime-type",
    severity: "error",
    says: "“mime_type” is no media type: “{value}”",
    why: "Readers decide by it whether they can play the file.",
    mend: "Write type/subtype, for instance audio/mpeg.",
    reference: `${SPEC}#attachments-a-name-attachments-a`,
    good: inJsonItem('"attachments": [{ "url": "https://courier.example/a.mp3", "mime_type": "audio/mpeg" }]'),
    bad: inJsonItem('"attachments": [{ "url": "https://courier.example/a.mp3", "mime_type": "mp3" }]'),
  },
  unknownName: {
    id: "json-feed/unknown-name",
    severity: "warning",
    says: "{where} has no “{name}” in the standard",
    why: "Readers ignore it; a later version may mean something else by it.",
    mend: "Compare the name with the standard; names of extensions begin with an underscore.",
    reference: `${SPEC}#extensions-a-name-extensions-a`,
    good: inJson('"_courier": { "edition": 3 }'),
    bad: inJson('"edition": 3'),
  },
  nextSame: {
    id: "json-feed/next-url",
    severity: "error",
    says: "“next_url” is the feed itself",
    why: "Readers that follow it walk in circles.",
    mend: "Leave it out on the last page.",
    reference: TOP,
    good: inJson('"feed_url": "https://courier.example/feed.json", "next_url": "https://courier.example/2.json"'),
    bad: inJson('"feed_url": "https://courier.example/feed.json", "next_url": "https://courier.example/feed.json"'),
  },
  noAddress: {
    id: "json-feed/recommended",
    severity: "advice",
    says: "the feed has no “{name}”",
    why: "Readers send people to the site by the one, and know the feed by the other.",
    mend: "Add it.",
    reference: TOP,
    good: inJson('"home_page_url": "https://courier.example/", "feed_url": "https://courier.example/feed.json"'),
    bad: inJson('"feed_url": "https://courier.example/feed.json"'),
  },
};
