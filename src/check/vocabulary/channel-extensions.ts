import type { Child } from "../element.ts";
import { optional, required } from "../element.ts";
import { plainText } from "../html/plain.ts";
import { instant, w3cDate } from "../values/dates.ts";
import { choice, count, integer, positive, present } from "../values/plain.ts";
import { absoluteUri, anyIri, anyUri, identifier } from "../values/uri.ts";
import type { Value } from "../values/value.ts";
import { all } from "../values/value.ts";
import { LINK } from "./atom-link.ts";
import { CATEGORY, GENERATOR, PERSON } from "./atom-parts.ts";
import { TEXT } from "./atom-text.ts";
import { EVERYWHERE, RESOURCE } from "./everywhere.ts";
import { SHARING } from "./feedsync.ts";
import { ITUNES_CHANNEL } from "./itunes.ts";
import { MEDIA_ELEMENTS } from "./media.ts";
import { DIRECTORY_CHANNEL, PODCAST_CHANNEL, SOURCE_CHANNEL, THREAD } from "./newer.ts";
import { each, empty, leaf, many, OPEN, once } from "./open.ts";

const ROBOTS =
  "all none index index,follow index,nofollow noindex noindex,follow noindex,nofollow follow follow,index follow,noindex nofollow nofollow,index nofollow,noindex";

function anyCase(...words: readonly string[]): Value {
  return (value, tell, setting) => choice(...words)(value.toLowerCase(), tell, setting);
}

/** Atom's elements in an RSS channel. */
const ATOM: Readonly<Record<string, Child>> = {
  ...each("atom:author atom:contributor", many(PERSON)),
  "atom:category": many(CATEGORY),
  "atom:generator": once(GENERATOR),
  "atom:id": once(leaf(identifier)),
  ...each("atom:icon atom:logo", once(leaf(all(present, anyUri)))),
  "atom:link": many(LINK),
  ...each("atom:title atom:subtitle atom:rights", once(TEXT)),
  "atom:updated": once(leaf(instant)),
};

const OPENSEARCH: Readonly<Record<string, Child>> = Object.fromEntries(
  ["opensearch", "opensearch10"].flatMap((prefix) => [
    [`${prefix}:totalResults`, once(leaf(count))],
    [`${prefix}:startIndex`, once(leaf(integer))],
    [`${prefix}:itemsPerPage`, once(leaf(count))],
    [`${prefix}:Query`, many(OPEN)],
  ]),
);

/** Simple List Extensions (Microsoft). */
const LISTS: Readonly<Record<string, Child>> = {
  "cf:treatAs": many(leaf()),
  "cf:listinfo": many({
    children: {
      "cf:sort": many(
        empty({ "data-type": optional(), default: optional(), element: optional(), label: optional(), ns: optional() }),
      ),
      "cf:group": many(empty({ element: optional(), label: optional(), ns: optional() })),
    },
  }),
};

const FEEDBURNER: Readonly<Record<string, Child>> = {
  "feedburner:awareness": once(leaf(absoluteUri)),
  "feedburner:browserFriendly": once(leaf(plainText)),
  "feedburner:emailServiceId": once(leaf()),
  "feedburner:feedburnerHostname": once(leaf(absoluteUri)),
  "feedburner:feedFlare": many(leaf(plainText, { href: required(anyIri), src: required(anyIri) })),
  "feedburner:info": many(empty({ uri: required(anyIri) })),
};

/** Extensions of a channel or a feed as a whole. */
export const CHANNEL_EXTENSIONS: Readonly<Record<string, Child>> = {
  ...EVERYWHERE,
  ...MEDIA_ELEMENTS,
  ...ITUNES_CHANNEL,
  ...PODCAST_CHANNEL,
  ...SOURCE_CHANNEL,
  ...DIRECTORY_CHANNEL,
  ...ATOM,
  ...OPENSEARCH,
  ...LISTS,
  ...FEEDBURNER,
  "thr:in-reply-to": THREAD["thr:in-reply-to"] ?? many(OPEN),
  ...each("dc:creator dc:subject", many(leaf())),
  "dc:date": once(leaf(w3cDate)),
  "sy:updatePeriod": once(leaf(choice("hourly", "daily", "weekly", "monthly", "yearly"))),
  "sy:updateFrequency": once(leaf(all(present, positive))),
  "sy:updateBase": once(leaf(w3cDate)),
  ...each("admin:generatorAgent admin:errorReportsTo", once(RESOURCE)),
  ...each(
    "blogChannel:blogRoll blogChannel:mySubscriptions blogChannel:blink blogChannel:changes",
    once(leaf(absoluteUri)),
  ),
  "creativeCommons:license": many(leaf(absoluteUri)),
  ...each("cc:license foaf:maker taxo:topics l:link xhtml:div", many(OPEN)),
  "cp:server": many(RESOURCE),
  "wiki:interwiki": many(OPEN),
  ...each("fh:archive fh:complete", many(empty())),
  "sx:sharing": many(SHARING),
  "access:restriction": many(empty({ relationship: required(choice("allow", "deny")) })),
  "xhtml:meta": many({
    attributes: { name: required(anyCase("robots")), content: required(anyCase(...ROBOTS.split(" "))) },
  }),
};
