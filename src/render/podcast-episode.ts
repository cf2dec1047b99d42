import type { Episode } from "../compose/story.ts";
import type { Podcast } from "../publication/publication.ts";
import type { ItemOutline } from "./item.ts";
import type { Prefixes } from "./namespaces.ts";
import { attribute, each, emptyElement, tag, textElement, uriAttribute } from "./xml.ts";

/** What a podcast says of itself beyond Apple's own elements. */
export type ShowOptions = Podcast & { readonly guid: string };

const yes = (value: boolean | undefined): string => (value === true ? "yes" : "no");

/** Podcasting 2.0's elements for a channel, and those of Apple's that a plain `Feed` does not know. */
export function showElements(indent: string, show: ShowOptions | undefined, used: Prefixes): string {
  if (show === undefined) return "";
  used.add("podcast");
  const { type, guid, locked, owner, funding } = show;
  const lock = tag(indent, "podcast:locked");
  return (
    textElement(tag(indent, "itunes:type"), type) +
    textElement(tag(indent, "podcast:guid"), guid) +
    textElement(lock, yes(locked), attribute("owner", owner?.email)) +
    (funding === undefined
      ? ""
      : textElement(tag(indent, "podcast:funding"), funding.text, uriAttribute("url", funding.url)))
  );
}

/** The same for an episode; who speaks in it are the article's authors. */
export function episodeElements(indent: string, item: ItemOutline, used: Prefixes): string {
  used.add("podcast");
  const { episode = NO_EPISODE, authors } = item;
  const number = (name: string, value: number | undefined): string =>
    textElement(tag(indent, name), value === undefined ? undefined : String(value));
  return (
    textElement(tag(indent, "itunes:explicit"), episode.explicit === undefined ? undefined : String(episode.explicit)) +
    number("itunes:season", episode.season) +
    number("itunes:episode", episode.number) +
    textElement(tag(indent, "itunes:episodeType"), episode.type) +
    number("podcast:season", episode.season) +
    number("podcast:episode", episode.number) +
    each(episode.transcripts ?? [], ({ url, type }) =>
      emptyElement(
        tag(indent, "podcast:transcript"),
        uriAttribute("url", url) + attribute("type", type ?? "text/plain"),
      ),
    ) +
    (episode.chapters === undefined
      ? ""
      : emptyElement(
          tag(indent, "podcast:chapters"),
          `${uriAttribute("url", episode.chapters.url)} type="application/json+chapters"`,
        )) +
    each(authors, ({ name, uri, avatar }) =>
      textElement(
        tag(indent, "podcast:person"),
        name,
        ` role="host"${uriAttribute("href", uri)}${uriAttribute("img", avatar)}`,
      ),
    )
  );
}

const NO_EPISODE: Episode = {};
