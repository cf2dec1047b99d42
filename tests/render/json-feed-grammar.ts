/** JSON Feed 1.1, read strictly: no key that the version doesn't know, no value of another type, no empty text. */

type Check = (value: unknown) => string[];
type Shape = Readonly<Record<string, Check>>;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8})*$/;
const EXTENSION = /^_[A-Za-z]\w*$/;

const text: Check = (value) => (typeof value === "string" && value.trim() !== "" ? [] : ["is no text"]);
const url: Check = (value) => (typeof value === "string" && URL.canParse(value) ? [] : ["is no absolute URL"]);
const size: Check = (value) => (Number.isSafeInteger(value) && Number(value) >= 0 ? [] : ["is no size"]);
const instant: Check = (value) =>
  typeof value === "string" && INSTANT.test(value) && !Number.isNaN(Date.parse(value)) ? [] : ["is no instant"];
const language: Check = (value) => (typeof value === "string" && LANGUAGE.test(value) ? [] : ["is no language"]);

const author = shape({ name: text, url, avatar: url }, [], ({ name, url, avatar }) =>
  name === undefined && url === undefined && avatar === undefined ? ["names nobody"] : [],
);
const hub = shape({ type: text, url }, ["type", "url"]);
const attachment = shape({ url, mime_type: text, title: text, size_in_bytes: size, duration_in_seconds: size }, [
  "url",
  "mime_type",
]);

const item = shape(
  {
    id: text,
    url,
    external_url: url,
    title: text,
    content_html: text,
    content_text: text,
    summary: text,
    image: url,
    banner_image: url,
    date_published: instant,
    date_modified: instant,
    authors: listOf(author),
    author,
    tags: listOf(text),
    language,
    attachments: listOf(attachment),
  },
  ["id"],
  ({ content_html, content_text }) =>
    (content_html === undefined) === (content_text === undefined) ? ["has not exactly one content"] : [],
);

const feed = shape(
  {
    version: (value) => (value === "https://jsonfeed.org/version/1.1" ? [] : ["is another version"]),
    title: text,
    home_page_url: url,
    feed_url: url,
    description: text,
    user_comment: text,
    next_url: url,
    icon: url,
    favicon: url,
    authors: listOf(author),
    author,
    language,
    expired: (value) => (typeof value === "boolean" ? [] : ["is no boolean"]),
    hubs: listOf(hub),
    items: listOf(item, true),
  },
  ["version", "title", "items"],
  ({ items }) => {
    const ids = Array.isArray(items) ? items.map(({ id }) => id) : [];
    return new Set(ids).size === ids.length ? [] : ["holds two items of one id"];
  },
);

/** Everything that is wrong with a JSON Feed; throws where it is not even JSON. */
export function jsonFeedErrors(source: string): string[] {
  return feed(JSON.parse(source));
}

function shape(
  known: Shape,
  required: readonly string[],
  whole: (value: Readonly<Record<string, unknown>>) => string[] = () => [],
): Check {
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return ["is no object"];
    const record = value as Readonly<Record<string, unknown>>;
    return [
      ...required.filter((key) => !(key in record)).map((key) => `lacks ${key}`),
      ...Object.entries(record).flatMap(([key, one]) => checked(key, one, known)),
      ...whole(record),
    ];
  };
}

function checked(key: string, value: unknown, known: Shape): string[] {
  const check = known[key];
  if (check !== undefined)
    return check(value).map((wrong) => `${key} ${wrong}: ${JSON.stringify(value)?.slice(0, 80)}`);
  return EXTENSION.test(key) ? [] : [`${key} is unknown`];
}

function listOf(check: Check, mayBeEmpty = false): Check {
  return (value) => {
    if (!Array.isArray(value)) return ["is no list"];
    return value.length === 0 && !mayBeEmpty ? ["is empty"] : value.flatMap(check);
  };
}
