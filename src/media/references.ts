/** Where a reference leads when it is published. */
export interface Published {
  readonly address: string;
  /** Pixels. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** Elements of sanitised HTML that show a file in place. Attributes stand in double quotes there. */
const SHOWING = /<(?:img|audio|video|source|track)\b[^>]*>/g;
const ONE = /(\s(?:src|poster)=")([^"]*)(")/g;
const SET = /(\ssrcset=")([^"]*)(")/g;
const SIZED = /\s(?:width|height)="/;

/** The URLs of files that a body shows, as they are written. */
export function bodyReferences(body: string): readonly string[] {
  if (!/<(?:img|audio|video|source|track)\b/.test(body)) return [];
  return [...body.matchAll(SHOWING)].flatMap(([element]) => [
    ...[...element.matchAll(ONE)].map(([, , url = ""]) => plain(url)),
    ...[...element.matchAll(SET)].flatMap(([, , set = ""]) => candidates(set).map(([url]) => url)),
  ]);
}

const NO_LINKS: readonly string[] = [];
const LINK = /<a\b[^>]*?\shref="([^"]*)"/g;

/** The addresses that a body links to, as they are written. */
export function bodyLinks(body: string): readonly string[] {
  if (!body.includes("<a ")) return NO_LINKS;
  return [...body.matchAll(LINK)].map(([, url = ""]) => plain(url));
}

/** The body with links that lead elsewhere than they were written. */
export function withLinks(body: string, led: (url: string) => string | undefined): string {
  return body.replace(LINK, (whole, url: string) => {
    const target = led(plain(url));
    if (target === undefined) return whole;
    const before = whole.slice(0, whole.length - url.length - 1);
    return `${before}${target.replaceAll("&", "&amp;").replaceAll('"', "%22")}"`;
  });
}

/** The body with the files that are published under their addresses, pictures with their size. */
export function withReferences(body: string, published: (url: string) => Published | undefined): string {
  return body.replace(SHOWING, (element) => {
    let size = "";
    const moved = element
      .replace(ONE, (whole, before: string, url: string, after: string) => {
        const target = published(plain(url));
        if (target === undefined) return whole;
        if (before.includes("src") && element.startsWith("<img") && !SIZED.test(element)) size = sizeOf(target);
        return `${before}${target.address}${after}`;
      })
      .replace(SET, (_, before: string, set: string, after: string) => {
        const all = candidates(set).map(([url, rest]) => `${published(url)?.address ?? url}${rest}`);
        return `${before}${all.join(", ").replaceAll("&", "&amp;")}${after}`;
      });
    return size === "" ? moved : moved.replace(/\s?\/?>$/, (end) => `${size}${end}`);
  });
}

const ATTRIBUTE = /\s(src|alt|title|width|height)="([^"]*)"/g;
/** Pictures this small are signs, not illustrations; pixels. */
const SIGN = 64;

/** A picture that a body shows. */
interface BodyPicture {
  readonly url: string;
  readonly alt?: string;
  readonly title?: string;
  readonly width?: number;
  readonly height?: number;
}

/** A sound or film that a body plays. */
interface BodyPlayed {
  readonly url: string;
  readonly type?: string;
}

/** The first picture of a body that is no mere sign. */
export function firstPicture(body: string): BodyPicture | undefined {
  for (const [element] of body.matchAll(/<img\b[^>]*>/g)) {
    const given = Object.fromEntries(
      [...element.matchAll(ATTRIBUTE)].map(([, name = "", value = ""]) => [name, value]),
    );
    const [width, height] = [pixels(given.width), pixels(given.height)];
    if (!leadsSomewhere(given.src) || Math.min(width ?? SIGN, height ?? SIGN) < SIGN) continue;
    return {
      url: plain(given.src),
      ...(given.alt ? { alt: text(given.alt) } : {}),
      ...(given.title ? { title: text(given.title) } : {}),
      ...(width === undefined || height === undefined ? {} : { width, height }),
    };
  }
  return undefined;
}

const SOURCE = /\ssrc="([^"]+)"/;
const TYPE = /\stype="([^"]+)"/;

/** The first sound or film that a body plays: the element's own file, or the first of its sources. */
export function firstPlayed(body: string, name: "audio" | "video"): BodyPlayed | undefined {
  const start = body.indexOf(`<${name}`);
  if (start === -1) return undefined;
  const end = body.indexOf(`</${name}>`, start);
  const element = body.slice(start, end === -1 ? undefined : end);
  const [played] = element.split("<").filter((tag) => SOURCE.test(tag) && !tag.startsWith("track"));
  const url = SOURCE.exec(played ?? "")?.[1];
  const type = TYPE.exec(played ?? "")?.[1];
  return !leadsSomewhere(url) ? undefined : { url: plain(url), ...(type === undefined ? {} : { type: text(type) }) };
}

/** Of some addresses (`http://[`, a port of 99999) no browser makes anything; the body loses them when it is published. */
function leadsSomewhere(written: string | undefined): written is string {
  return written !== undefined && written !== "" && URL.canParse(plain(written), ANYWHERE);
}

const ANYWHERE = "https://a.example/";

function pixels(stated: string | undefined): number | undefined {
  return stated !== undefined && /^\d{1,5}$/.test(stated) && stated !== "0" ? Number(stated) : undefined;
}

/** An attribute's words: sanitised HTML writes no other references in them. */
function text(value: string): string {
  return value.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

function sizeOf({ width, height }: Published): string {
  return width === undefined || height === undefined ? "" : ` width="${width}" height="${height}"`;
}

/** The candidates of a `srcset`: each URL, and what it is for. */
function candidates(set: string): readonly (readonly [url: string, rest: string])[] {
  return plain(set)
    .split(/,\s+/)
    .flatMap((candidate) => {
      const [url = "", ...rest] = candidate.trim().split(/\s+/);
      return url === "" ? [] : [[url, rest.length === 0 ? "" : ` ${rest.join(" ")}`] as const];
    });
}

function plain(url: string): string {
  return url.replaceAll("&amp;", "&").trim();
}
