import type { Encoding } from "./encoding.ts";
import type { Role } from "./media-type.ts";
import type { Resource } from "./shelf.ts";

/** The headers that go with a file, in an encoding. Names as they are written. */
export type Headers = Readonly<Record<string, string | readonly string[]>>;

/**
 * For how long caches may keep what they have without asking. Feeds for five minutes, as long as a reader waits at
 * least; pages are asked for each time (a 304 costs little, and whoever writes looks at them all the time).
 */
const KEPT: Readonly<Record<Role, string>> = {
  feed: "public, max-age=300",
  page: "no-cache",
  data: "public, max-age=300",
  media: "public, max-age=86400",
};
/** What is named by its content never becomes anything else: browsers need not even ask when the page is reloaded. */
const FOR_EVER = "public, max-age=31536000, immutable";
/** What a feed is sent as to a browser that shows it: Firefox would save one of any other type to the disk. */
const SHOWN = "application/xml; charset=utf-8";
/** Smaller files fit into one packet as they are. */
const WORTH_IT = 860;
/** Larger ones take too long. */
const MOST_PRESSED = 32 * 1024 * 1024;

/** Whether a file has several encodings to choose from, so that caches must tell them apart. */
export function varies({ size, isCompressible }: Resource): boolean {
  return size >= WORTH_IT && size <= MOST_PRESSED && isCompressible;
}

/** Its strong validator (RFC 9110, section 8.8.3): each encoding is a representation of its own. */
function etagOf({ hash }: Resource, encoding: Encoding): string {
  return encoding === "identity" ? `"${hash}"` : `"${hash}.${encoding}"`;
}

/** The headers of a file in an encoding. */
export interface Described {
  readonly etag: string;
  readonly modified: string;
  /** Those of a 304: what may have changed of what caches keep (RFC 9110, section 15.4.5), and who may read it. */
  readonly lasting: Headers;
  /** Those of a 200 or 206. */
  readonly all: Headers;
}

/** What headers depend on besides the file. */
export interface Circumstances {
  readonly encoding: Encoding;
  /** While somebody writes, nothing is kept. */
  readonly isDraft: boolean;
  /** Whether a later version will have a later `Last-Modified`, which counts in seconds. */
  readonly isSettled: boolean;
  /** Whether a browser is going to show it to a person. */
  readonly isShown: boolean;
}

const described = new WeakMap<Resource, Readonly<Record<string, Described>>>();

/** The headers of a file in these circumstances, put together once. */
export function describedAs(resource: Resource, circumstances: Circumstances): Described {
  const { encoding, isDraft, isSettled, isShown } = circumstances;
  const key = `${encoding} ${isDraft} ${isSettled} ${isShown}`;
  const before = described.get(resource);
  const known = before?.[key];
  if (known !== undefined) return known;
  const made = headersOf(resource, circumstances);
  described.set(resource, { ...before, [key]: made });
  return made;
}

/** Milliseconds after which no later change falls into the same second. */
const SETTLED = 2000;

/**
 * Whether a file's time tells it from later versions (RFC 9110, section 8.8.2.2). libcurl, and so newsboat, throws away
 * an answer whose `Last-Modified` is not newer than the one that it has, even if the `ETag` is another.
 */
export function isSettled({ modified }: Resource, now: number): boolean {
  return now - modified.getTime() >= SETTLED;
}

/** Feeds in XML, which the browsers that save them to the disk under their own types show as what they are made of. */
function isForBrowsersToo({ role, type }: Resource): boolean {
  return role === "feed" && type.includes("+xml");
}

/** What an answer depends on besides the path. */
function varyOf(resource: Resource): Headers {
  const names = [
    ...(varies(resource) ? ["Accept-Encoding"] : []),
    ...(isForBrowsersToo(resource) ? ["Sec-Fetch-Dest"] : []),
  ];
  return names.length === 0 ? {} : { Vary: names.join(", ") };
}

function keptFor({ role, isNamedByContent }: Resource): string {
  return isNamedByContent ? FOR_EVER : KEPT[role];
}

function headersOf(resource: Resource, circumstances: Circumstances): Described {
  const { encoding, isDraft, isSettled: isDated, isShown } = circumstances;
  const { role, type, links } = resource;
  // The same bytes under two types may share a strong validator (RFC 9110, section 8.8.1).
  const etag = etagOf(resource, encoding);
  const modified = resource.modified.toUTCString();
  const isOpen = role !== "page";
  const lasting: Headers = {
    ETag: etag,
    "Cache-Control": isDraft ? "no-cache" : keptFor(resource),
    ...varyOf(resource),
    ...(isOpen ? { "Access-Control-Allow-Origin": "*" } : {}),
  };
  const all: Headers = {
    "Content-Type": isShown && isForBrowsersToo(resource) ? SHOWN : type,
    ...(isDated ? { "Last-Modified": modified } : {}),
    ...lasting,
    ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
    ...(links.length === 0 ? {} : { Link: links.join(", ") }),
    ...(isOpen ? { "Access-Control-Expose-Headers": "ETag, Link, Content-Length, Content-Range" } : {}),
    "Accept-Ranges": "bytes",
    "X-Content-Type-Options": "nosniff",
  };
  return { etag, modified, lasting, all };
}

/** The answer to a browser that asks whether a page of another site may fetch (the CORS protocol of the Fetch standard). */
export const PREFLIGHT: Headers = {
  Allow: "GET, HEAD, OPTIONS",
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
  "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since, Range, If-Range",
  "Access-Control-Max-Age": "86400",
};
