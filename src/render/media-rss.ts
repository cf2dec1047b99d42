import type { Medium } from "./media.ts";
import type { Prefixes } from "./namespaces.ts";
import { attribute, emptyElement, parentElement, tag, textElement, uriAttribute } from "./xml.ts";

/**
 * A file as Media RSS 1.5.1 describes it, in RSS and Atom alike: where it is, what it is, its sizes, and for a picture a
 * thumbnail, which many aggregators look for first. Titles and descriptions are plain text.
 */
export function mediaElement(
  indent: string,
  medium: Medium,
  used: Prefixes,
  written: (text: string) => string,
): string {
  const { url, kind, type, length, duration, width, height, title, alt, caption, credit } = medium;
  used.add("media");
  const attributes =
    uriAttribute("url", url) +
    attribute("fileSize", length) +
    attribute("type", type) +
    attribute("medium", kind ?? kindOf(type)) +
    attribute("duration", duration) +
    attribute("height", height) +
    attribute("width", width);
  const inner = `${indent}  `;
  const plain = (name: string, text: string | undefined, more = ""): string =>
    text === undefined ? "" : textElement(tag(inner, name), written(text), ` type="plain"${more}`);
  const children =
    plain("media:title", title ?? caption) +
    plain("media:description", alt ?? caption) +
    (credit === undefined ? "" : textElement(tag(inner, "media:credit"), written(credit))) +
    (isPicture(medium) ? emptyElement(tag(inner, "media:thumbnail"), thumbnail(medium)) : "");
  const name = tag(indent, "media:content");
  return children === "" ? emptyElement(name, attributes) : parentElement(name, children, attributes);
}

function thumbnail({ url, width, height }: Medium): string {
  return uriAttribute("url", url) + attribute("height", height) + attribute("width", width);
}

function kindOf(type: string | undefined): string | undefined {
  return /^(image|audio|video)\//.exec(type ?? "")?.[1];
}

/** Whether more is known of a file than links and enclosures can say: they have room for a type and a size. */
export function isDescribed({ width, alt, caption, credit }: Medium): boolean {
  return [width, alt, caption, credit].some((one) => one !== undefined);
}

/** Pictures are always told of: many aggregators look for a thumbnail, and for nothing else. */
export function isPicture({ kind, type }: Medium): boolean {
  return kind === "image" || type?.startsWith("image/") === true;
}

/** Sound before film, both before other files, pictures last. */
const RANKS = [/^audio\//, /^video\//, /^(?!image\/)/] as const;

/** The one file that RSS takes as an enclosure: that which players play, and none that only illustrates the body. */
export function enclosureOf(media: readonly Medium[], allowed: (medium: Medium) => boolean): Medium | undefined {
  const rank = ({ type = "", kind }: Medium): number => {
    const found = RANKS.findIndex((pattern) => pattern.test(type === "" ? `${kind ?? ""}/` : type));
    return found < 0 ? RANKS.length : found;
  };
  return media
    .filter((medium) => !medium.inBody && allowed(medium))
    .reduce<Medium | undefined>(
      (best, medium) => (best === undefined || rank(medium) < rank(best) ? medium : best),
      undefined,
    );
}
