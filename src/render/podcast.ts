import { clean } from "./characters.ts";
import type { ItemOutline } from "./item.ts";
import type { Outline } from "./outline.ts";
import { podcastCategory } from "./podcast-categories.ts";
import { attribute, emptyElement, parentElement, tag, textElement, uriAttribute } from "./xml.ts";

/** Apple's podcast elements for a channel, where `podcast` is set. */
export function podcastChannel(indent: string, { author, logo, podcastCategory: stated, ...feed }: Outline): string {
  if (!feed.podcast) return "";
  const inner = `${indent}  `;
  const category = podcastCategory(stated);
  const owner =
    textElement(tag(inner, "itunes:email"), author?.email) +
    textElement(tag(inner, "itunes:name"), feed.show?.owner?.name ?? author?.name);
  return (
    textElement(tag(indent, "itunes:author"), author && clean(author.name.slice(0, LONGEST))) +
    (author?.email === undefined ? "" : parentElement(tag(indent, "itunes:owner"), owner)) +
    (category === undefined ? "" : categoryElement(indent, category)) +
    // Apple demands the element; nothing in a plain feed says that a podcast is explicit.
    textElement(tag(indent, "itunes:explicit"), String(feed.show?.explicit ?? false)) +
    (logo === undefined ? "" : emptyElement(tag(indent, "itunes:image"), uriAttribute("href", logo)))
  );
}

const LONGEST = 255;

function categoryElement(indent: string, [group, name]: readonly [string, string?]): string {
  const attributes = attribute("text", group);
  if (name === undefined) return emptyElement(tag(indent, "itunes:category"), attributes);
  return parentElement(
    tag(indent, "itunes:category"),
    emptyElement(tag(`${indent}  `, "itunes:category"), attribute("text", name)),
    attributes,
  );
}

/** The same for an item: how long it plays, and its picture. */
export function podcastItem(indent: string, { media }: ItemOutline): string {
  const duration = media.find(({ kind }) => kind === "audio")?.duration;
  const image = media.find(({ kind }) => kind === "image");
  return (
    textElement(tag(indent, "itunes:duration"), duration === undefined ? undefined : clock(duration)) +
    (image === undefined ? "" : emptyElement(tag(indent, "itunes:image"), uriAttribute("href", image.url)))
  );
}

/** `1:02:03` or `02:03`. */
function clock(seconds: number): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
