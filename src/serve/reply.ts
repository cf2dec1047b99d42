import { readFile } from "node:fs/promises";
import type { IncomingHttpHeaders } from "node:http";
import fresh from "fresh";
import { type Encoding, encodingFor, type Press } from "./encoding.ts";
import { type Described, describedAs, type Headers, isSettled, PREFLIGHT, varies } from "./headers.ts";
import { requestPath } from "./request-path.ts";
import { bytesOf, type Found, type Resource, type Shelf } from "./shelf.ts";

/** What is asked for. */
export interface Asked {
  readonly method?: string | undefined;
  /** The request's target, as it came. */
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly isSecondTry?: boolean;
}

/** An answer: with a body, with a file (whole or in parts, as the request's conditions say), or with neither. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes?: Uint8Array;
  readonly file?: Resource;
}

/** What is served, and how. */
export interface Served {
  readonly shelf: Shelf;
  readonly press: Press;
  /** While somebody writes, nothing is cached, and this is done to pages. */
  readonly decorate?: (html: string) => string;
  /** Puts into the folder what a path may mean, before it is looked for. */
  readonly prepare?: (path: string) => void;
}

/**
 * The answer to a request. What is known already is answered at once: a promise for each of many requests would halve
 * the rate. Trouble with the disk is a 500.
 */
export function replyTo(served: Served, asked: Asked): Reply | Promise<Reply> {
  const path = requestPath(asked.url ?? "/");
  if ("refused" in path) return problem(served, path.refused);
  if (asked.method === "OPTIONS") return { status: 204, headers: PREFLIGHT };
  if (asked.method !== "GET" && asked.method !== "HEAD") return problem(served, 405, { Allow: "GET, HEAD, OPTIONS" });
  if (!isPrepared(served, path.path)) return problem(served, 500);
  const found = served.shelf.find(path.path);
  if (!(found instanceof Promise)) return given(served, asked, found, path.path);
  return found.then((one) => given(served, asked, one, path.path)).catch(() => problem(served, 500));
}

function isPrepared({ prepare }: Served, path: string): boolean {
  try {
    prepare?.(path);
    return true;
  } catch {
    return false;
  }
}

function given(served: Served, asked: Asked, found: Found, path: string): Reply | Promise<Reply> {
  if (found === undefined) return missing(served);
  // Not for ever (301), which browsers would remember of the next publication that is shown on this port, too.
  if (found === "folder")
    return { status: 302, headers: { Location: `${path.split("/").map(encodeURIComponent).join("/")}/` } };
  if (served.decorate !== undefined && found.role === "page") return page(served, found, 200);
  const encoding = encodingOf(asked, found);
  const described = describedAs(found, {
    encoding,
    isDraft: served.decorate !== undefined,
    isSettled: isSettled(found, Date.now()),
    isShown: asked.headers["sec-fetch-dest"] === "document",
  });
  if (isFresh(asked, described)) return { status: 304, headers: described.lasting };
  if (isLeftToTheDisk(asked, found)) return { status: 200, headers: described.all, file: found };
  return content(served, asked, found, encoding, described);
}

/** Larger files are read from the disk each time, in bytes. */
const MOST_KEPT = { words: 32 * 1024 * 1024, media: 4 * 1024 * 1024 } as const;

/** Parts of a file, and what depends on its exact bytes, are of the file as it is on the disk. */
function isLeftToTheDisk({ headers }: Asked, { size, isCompressible }: Resource): boolean {
  if (headers.range !== undefined || headers["if-match"] !== undefined) return true;
  if (headers["if-unmodified-since"] !== undefined) return true;
  return size > MOST_KEPT[isCompressible ? "words" : "media"];
}

function encodingOf(asked: Asked, resource: Resource): Encoding {
  if (!varies(resource) || isLeftToTheDisk(asked, resource)) return "identity";
  return encodingFor(asked.headers["accept-encoding"] as string | undefined);
}

/**
 * Whether a 304 will do. `Cache-Control: no-cache` tells caches to ask, and has no say in what an origin answers (RFC 9111,
 * section 5.2.1.4): `fetch` sends it with every condition that a program states, and would never get a 304.
 */
function isFresh({ headers }: Asked, { etag, modified }: Described): boolean {
  const { "if-none-match": noneMatch, "if-modified-since": since } = headers;
  if (noneMatch === undefined && since === undefined) return false;
  if (headers["if-match"] !== undefined || headers["if-unmodified-since"] !== undefined) return false;
  if (noneMatch === etag) return true;
  const { "cache-control": _, ...conditions } = headers;
  return fresh(conditions, { etag, "last-modified": modified });
}

async function content(
  served: Served,
  asked: Asked,
  found: Resource,
  encoding: Encoding,
  { all }: Described,
): Promise<Reply> {
  const bytes = await served.press.press(found.hash, encoding, () => bytesOf(found));
  if (bytes !== undefined) return { status: 200, headers: all, bytes };
  // It was replaced between two looks. One that is replaced faster than it can be read is not to be had now.
  served.shelf.forget();
  return asked.isSecondTry === true
    ? problem(served, 503, { "Retry-After": "1" })
    : replyTo(served, { method: asked.method, url: asked.url, headers: asked.headers, isSecondTry: true });
}

/** A page as it is shown to those who write it. */
async function page(served: Served, { file }: Resource, status: number): Promise<Reply> {
  const html = await readFile(file, "utf8");
  return { status, headers: PAGE, bytes: Buffer.from(served.decorate?.(html) ?? html) };
}

const PAGE: Headers = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
};

/** The publication's own page for what is not there, as hosts of static pages show it. */
async function missing(served: Served): Promise<Reply> {
  try {
    const own = await served.shelf.find("/404.html");
    return own === undefined || own === "folder" ? problem(served, 404) : await page(served, own, 404);
  } catch {
    return problem(served, 500);
  }
}

const SAID: Readonly<Record<number, string>> = {
  400: "This is no address.",
  403: "This is not for everybody.",
  404: "There is nothing here.",
  405: "Only GET and HEAD are understood here.",
  412: "The file is another by now.",
  416: "The file has no such part.",
  503: "The file is just being replaced.",
};
/** A page of ours may run what we put into it, and no more. */
const NOTHING_ELSE = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'";

/** An answer in words. */
export function problem({ decorate }: Pick<Served, "decorate">, status: number, headers: Headers = {}): Reply {
  const words = `${status}. ${SAID[status] ?? "The file cannot be read."}`;
  const html = `<!doctype html>\n<html lang="en"><title>${words}</title><body><p>${words}</p></body></html>\n`;
  return {
    status,
    headers: { ...PAGE, "Content-Security-Policy": NOTHING_ELSE, ...headers },
    bytes: Buffer.from(decorate?.(html) ?? html),
  };
}
