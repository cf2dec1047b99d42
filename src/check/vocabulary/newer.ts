import type { Child, Element, Scene } from "../element.ts";
import { attributeOf, optional, required } from "../element.ts";
import { mediaRules } from "../rules/media.ts";
import { threadRules } from "../rules/thread.ts";
import { instant } from "../values/dates.ts";
import { choice, count, language, positive } from "../values/plain.ts";
import { absoluteUri, anyIri, webUrl } from "../values/uri.ts";
import { matching } from "../values/value.ts";
import { LINK } from "./atom-link.ts";
import { PERSON } from "./atom-parts.ts";
import { TEXT } from "./atom-text.ts";
import { each, leaf, many, OPEN, once } from "./open.ts";

/** Extensions of the last years, checked where their documents are plain about a value. */

const number = matching(/^\d+(?:\.\d+)?$/, mediaRules.extensionText);

const PODCAST_SHARED: Readonly<Record<string, Child>> = {
  "podcast:license": once(leaf(undefined, { url: optional(webUrl) })),
  "podcast:location": many(leaf(undefined, { geo: optional(), osm: optional(), country: optional(), rel: optional() })),
  "podcast:person": many(
    leaf(undefined, { role: optional(), group: optional(), img: optional(webUrl), href: optional(webUrl) }),
  ),
  ...each("podcast:value podcast:txt podcast:images podcast:image podcast:chat podcast:contentLink", many(OPEN)),
  "podcast:socialInteract": many(OPEN),
};

export const PODCAST_CHANNEL: Readonly<Record<string, Child>> = {
  ...PODCAST_SHARED,
  "podcast:guid": once(leaf()),
  "podcast:locked": once(leaf(choice("yes", "no"), { owner: optional() })),
  "podcast:funding": many(leaf(undefined, { url: required(webUrl) })),
  "podcast:medium": once(leaf()),
  ...each(
    "podcast:trailer podcast:block podcast:liveItem podcast:remoteItem podcast:podroll podcast:updateFrequency podcast:podping podcast:publisher",
    many(OPEN),
  ),
};

export const PODCAST_ITEM: Readonly<Record<string, Child>> = {
  ...PODCAST_SHARED,
  "podcast:transcript": many(
    leaf(undefined, { url: required(webUrl), type: required(), language: optional(language), rel: optional() }),
  ),
  "podcast:chapters": once(leaf(undefined, { url: required(webUrl), type: required() })),
  "podcast:soundbite": many(leaf(undefined, { startTime: required(), duration: required() })),
  "podcast:season": once(leaf(number, { name: optional() })),
  "podcast:episode": once(leaf(number, { display: optional() })),
  "podcast:alternateEnclosure": many(OPEN),
};

/** The source namespace (Dave Winer). */
export const SOURCE_CHANNEL: Readonly<Record<string, Child>> = {
  "source:account": many(leaf(undefined, { service: required() })),
  "source:localTime": once(leaf()),
  "source:cloud": many(leaf(webUrl)),
  "source:blogroll": once(leaf(webUrl)),
  "source:self": once(leaf(webUrl)),
  "source:likes": many(OPEN),
};
export const SOURCE_ITEM: Readonly<Record<string, Child>> = {
  "source:markdown": once(leaf()),
  "source:outline": many(OPEN),
  "source:linkShort": once(leaf(webUrl)),
  "source:inReplyTo": once(OPEN),
  "source:account": many(OPEN),
};

/** Feedly's, SmartNews' and Google's. */
export const DIRECTORY_CHANNEL: Readonly<Record<string, Child>> = {
  "webfeeds:cover": many({ attributes: { image: required(webUrl) } }),
  "webfeeds:icon": once(leaf(webUrl)),
  "webfeeds:logo": once(leaf(webUrl)),
  "webfeeds:accentColor": once(leaf()),
  "webfeeds:related": many(OPEN),
  "webfeeds:analytics": many(OPEN),
  "snf:logo": once({ children: { url: once(leaf(webUrl)) } }),
  "snf:darkModeLogo": once({ children: { url: once(leaf(webUrl)) } }),
  ...each("googleplay:author googleplay:description googleplay:email googleplay:owner", once(leaf())),
  "googleplay:image": once({ attributes: { href: required(webUrl) } }),
  "googleplay:category": many({ attributes: { text: required() }, isOpen: true }),
  ...each("googleplay:explicit googleplay:block googleplay:new-feed-url", once(leaf())),
};
export const DIRECTORY_ITEM: Readonly<Record<string, Child>> = {
  ...each("snf:analytics snf:advertisement snf:video snf:relatedLink", many(OPEN)),
  "webfeeds:featuredImage": many({
    attributes: { url: required(webUrl), type: optional(), height: optional(positive), width: optional(positive) },
  }),
  ...each("googleplay:author googleplay:description googleplay:explicit googleplay:block", once(leaf())),
  "googleplay:image": once({ attributes: { href: required(webUrl) } }),
};

function deletedTold(element: Element, scene: Scene): void {
  for (const attribute of ["ref", "when"])
    if (attributeOf(element, attribute) === undefined) scene.tell(element, threadRules.deletedRef, { attribute });
}

/** RFC 6721: what is left of an entry that was withdrawn. */
export const DELETED_ENTRY: Readonly<Record<string, Child>> = {
  "at:deleted-entry": many({
    attributes: { ref: optional(anyIri), when: optional(instant) },
    onOpen: deletedTold,
    children: {
      "at:by": once(PERSON),
      "at:comment": once(TEXT),
      link: many(LINK),
      ...each("source id title updated author atom:link", many(OPEN)),
    },
  }),
};

/** RFC 4685. */
export const THREAD: Readonly<Record<string, Child>> = {
  "thr:in-reply-to": many({
    attributes: { ref: optional(absoluteUri), href: optional(anyIri), source: optional(anyIri), type: optional() },
    isOpen: true,
  }),
  "thr:total": once(leaf(count)),
};
