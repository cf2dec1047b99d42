/** Where a page lies: the same page as people, browsers and the disk know it. */
export interface Place {
  /** Below the publication's URL, percent-encoded: `articles/a-storm/`; empty for the front page. */
  readonly path: string;
  /** From the page to the publication's root: `../../`; `./` where it lies there. */
  readonly up: string;
}

/** Bytes of a name, and of a whole path: disks end at 255 and 4,096, of which the output folder needs some. */
const HIGHEST_NAME = 200;
const LONGEST_PATH = 1_000;
const ESCAPES = /[/\\\0]/;
const HTML_FILE = /\.html?$/;
/** Folders with plain names, as nearly every page has: a preview looks at each of them at every save. */
const PLAIN_FOLDERS = /^(?:[\w-]+\/)+$/;
const encoder = new TextEncoder();

/** The place of a page, whose path is percent-encoded. */
export function placeAt(path: string): Place {
  const depth = path.split("/").length - 1;
  return { path, up: depth === 0 ? "./" : "../".repeat(depth) };
}

/** What is below the publication's URL of an absolute address; nothing for what lies elsewhere or is no page's. */
export function pathBelow(link: string, url: string): string | undefined {
  if (!link.startsWith(url)) return undefined;
  const path = link.slice(url.length);
  return path.includes("?") || path.includes("#") ? undefined : path;
}

/**
 * The file of the page at a path, below the output folder: `a/` is `a/index.html`, `a` is `a.html`, as hosts look for
 * them. Nothing for a path that no file can have: names that leave the folder or that a disk has no room for.
 */
export function fileAt(path: string): string | undefined {
  if (path.length <= HIGHEST_NAME && PLAIN_FOLDERS.test(path)) return `${path}index.html`;
  const names = path.split("/").map(decoded);
  if (!names.every((name, index) => isName(name, index === names.length - 1))) return undefined;
  const file = names.join("/");
  if (encoder.encode(file).length > LONGEST_PATH) return undefined;
  if (file === "" || file.endsWith("/")) return `${file}index.html`;
  return HTML_FILE.test(file) ? file : `${file}.html`;
}

/** A name in an address as people write it; nothing for one that was never encoded rightly. */
export function decoded(name: string): string | undefined {
  if (!name.includes("%")) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}

function isName(name: string | undefined, last: boolean): boolean {
  if (name === undefined || (name === "" && !last) || name === "." || name === "..") return false;
  return !ESCAPES.test(name) && encoder.encode(name).length <= HIGHEST_NAME;
}

/** A path of ours as addresses have it: each name percent-encoded. */
export function encodedPath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** From a page to what lies at a path below the publication's URL (percent-encoded). */
export function hrefTo(path: string, from: Place): string {
  return path === "" ? from.up : from.up === "./" ? `./${path}` : from.up + path;
}

/** An address, relative where it lies below the publication's URL: pages then work wherever they stand. */
export function near(link: string, from: Place, url: string): string {
  return link.startsWith(url) ? hrefTo(link.slice(url.length), from) : link;
}
