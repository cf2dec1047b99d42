import type { Child } from "../element.ts";
import { htmlContent } from "../html/content.ts";
import { eventDate, instant, pastDate, w3cDate } from "../values/dates.ts";
import { count, numberList, positive, unsigned } from "../values/plain.ts";
import { absoluteUri, identifier, webUrl } from "../values/uri.ts";
import { LINK } from "./atom-link.ts";
import { PERSON } from "./atom-parts.ts";
import { CONTENT, TEXT } from "./atom-text.ts";
import { EVERYWHERE, RESOURCE } from "./everywhere.ts";
import { SYNC } from "./feedsync.ts";
import { GOODS } from "./goods.ts";
import { ITUNES_ITEM } from "./itunes.ts";
import { MEDIA_ELEMENTS, MEDIA_OBJECTS } from "./media.ts";
import { DIRECTORY_ITEM, PODCAST_ITEM, SOURCE_ITEM, THREAD } from "./newer.ts";
import { each, leaf, many, OPEN, once } from "./open.ts";

/** Atom's elements in an RSS item. */
const ATOM: Readonly<Record<string, Child>> = {
  "atom:id": once(leaf(identifier)),
  "atom:link": many(LINK),
  "atom:title": once(CONTENT),
  "atom:summary": once(TEXT),
  "atom:author": once(PERSON),
  "atom:contributor": many(PERSON),
  "atom:content": many(CONTENT),
  ...each("atom:published atom:updated", once(leaf(instant))),
};

/** IT Conversations. */
const CONVERSATIONS: Readonly<Record<string, Child>> = {
  ...each("conversationsNetwork:introMilliseconds conversationsNetwork:ratingCount", once(leaf(count))),
  "conversationsNetwork:image": once(leaf(webUrl)),
  "conversationsNetwork:ratingAverage": once(leaf(unsigned)),
  "conversationsNetwork:ratingIndividual": once(leaf(positive)),
  "conversationsNetwork:ratingTimestamp": once(leaf(pastDate)),
};

/** Extensions of an item or an entry. */
export const ITEM_EXTENSIONS: Readonly<Record<string, Child>> = {
  ...EVERYWHERE,
  ...MEDIA_ELEMENTS,
  ...MEDIA_OBJECTS,
  ...ITUNES_ITEM,
  ...PODCAST_ITEM,
  ...SOURCE_ITEM,
  ...DIRECTORY_ITEM,
  ...THREAD,
  ...GOODS,
  ...ATOM,
  ...CONVERSATIONS,
  ...each("dc:creator dc:subject", many(leaf())),
  "dc:date": many(leaf(w3cDate)),
  "content:encoded": once(leaf(htmlContent)),
  "content:items": once(OPEN),
  "annotate:reference": once(RESOURCE),
  "ag:source": once(leaf()),
  "ag:sourceURL": once(leaf(absoluteUri)),
  "ag:timestamp": once(leaf(pastDate)),
  ...each("ev:startdate ev:enddate", once(leaf(eventDate))),
  "ev:type": once(leaf()),
  ...each(
    "ev:location ev:organizer foaf:maker foaf:primaryTopic taxo:topics cc:license l:link l:permalink xhtml:body",
    many(OPEN),
  ),
  ...each("feedburner:awareness feedburner:origEnclosureLink feedburner:origLink", once(leaf(absoluteUri))),
  "slash:comments": once(leaf(count)),
  ...each("slash:section slash:department", many(leaf())),
  "slash:hit_parade": once(leaf(numberList)),
  ...each("wfw:comment wfw:commentRss wfw:commentRSS", once(leaf(absoluteUri))),
  ...each("wiki:diff wiki:history wiki:importance wiki:status wiki:version", many(leaf())),
  "creativeCommons:license": many(leaf(absoluteUri)),
  "trackback:ping": once(leaf(absoluteUri)),
  "trackback:about": many(leaf(absoluteUri)),
  "sx:sync": SYNC,
};
