import type { AttributeSpec, Child, Element, ElementSpec, Scene } from "../element.ts";
import { attributeOf, optional, required } from "../element.ts";
import { htmlContent } from "../html/content.ts";
import { plainText, undeclaredText } from "../html/plain.ts";
import type { Position } from "../reporter.ts";
import { mediaRules } from "../rules/media.ts";
import {
  choice,
  count,
  country,
  language,
  mediaType,
  numeric,
  playTime,
  positive,
  trueOrFalse,
} from "../values/plain.ts";
import { absoluteUri } from "../values/uri.ts";
import type { Value } from "../values/value.ts";
import { EVERYWHERE } from "./everywhere.ts";
import { EBU_ROLES } from "./media-roles.ts";
import { leaf, many, once } from "./open.ts";

/** An attribute that may be there, and may be empty. */
function filled(value: Value): AttributeSpec {
  return optional((text, tell, setting) => {
    if (text !== "") value(text, tell, setting);
  });
}

const SIZE = { width: filled(positive), height: filled(positive) };

/** Plain text or HTML, as the attribute `type` says. */
const text: Child["spec"] = (attributes) => ({
  value: attributes.get("type")?.value === "html" ? htmlContent : undeclaredText,
  attributes: { type: filled(choice("plain", "html")) },
});

const timedText: Child["spec"] = (attributes) => ({
  value: attributes.get("type")?.value === "html" ? htmlContent : undeclaredText,
  attributes: {
    type: filled(choice("plain", "html")),
    lang: filled(language),
    start: filled(playTime),
    end: filled(playTime),
  },
});

const RATINGS: Readonly<Record<string, RegExp>> = {
  "urn:simple": /^(?:adult|nonadult)$/,
  "urn:mpaa": /^(?:g|m|nc-17|pg|pg-13|r|x)$/,
  "urn:v-chip": /^(?:14\+|18\+|c|c8|g|pg|tv-14|tv-g|tv-ma|tv-pg|tv-y|tv-y7|tv-y7-fv)$/,
  "urn:icra":
    /^r \((?:[nsvlocx]z [01]|(?:n[a-c]|s[a-f]|v[a-j]|l[a-c]|o[a-h]|c[ab]|x[a-e]) 1)(?: (?:[nsvlocx]z [01]|(?:n[a-c]|s[a-f]|v[a-j]|l[a-c]|o[a-h]|c[ab]|x[a-e]) 1))*\)$/,
};

function schemeOf(element: Element, usual: string): string {
  const scheme = attributeOf(element, "scheme") ?? "";
  return scheme === "" ? usual : scheme;
}

function ratingTold(element: Element, scene: Scene): void {
  const scheme = schemeOf(element, "urn:simple");
  const form = RATINGS[scheme];
  const value = element.text.trim();
  if (form === undefined) scene.judge(element, "the attribute “scheme” of <media:rating>", scheme, absoluteUri);
  else if (!form.test(value)) scene.tell(element, mediaRules.rating, { value, scheme });
}

function creditTold(element: Element, scene: Scene): void {
  const scheme = schemeOf(element, "urn:ebu");
  const role = attributeOf(element, "role") ?? "";
  if (role !== "" && (role !== role.toLowerCase() || (scheme === "urn:ebu" && !EBU_ROLES.has(role))))
    scene.tell(element, mediaRules.role, { value: role, scheme });
  if (scheme !== "urn:ebu") scene.judge(element, "the attribute “scheme” of <media:credit>", scheme, absoluteUri);
}

const HASHES: Readonly<Record<string, RegExp>> = { md5: /^[0-9a-z]{32}$/i, "sha-1": /^[0-9a-z]{40}$/i };

function hashTold(element: Element, scene: Scene): void {
  const algorithm = attributeOf(element, "algo") ?? "";
  const form = HASHES[algorithm === "" ? "md5" : algorithm];
  const value = element.text.trim();
  if (form === undefined || !form.test(value))
    scene.tell(element, mediaRules.hash, { value, algorithm: algorithm === "" ? "md5" : algorithm });
}

const countries: Value = (value, tell, setting) => {
  for (const code of value.toUpperCase().split(/\s+/)) country(code, tell, setting);
};

const RESTRICTED: Readonly<Record<string, Value>> = {
  "": (value, tell, setting) => {
    if (value !== "") choice("all", "none")(value, tell, setting);
  },
  country: countries,
  uri: absoluteUri,
  sharing: () => undefined,
};

const RESTRICTION: Child["spec"] = (attributes) => ({
  attributes: {
    relationship: required(choice("allow", "deny")),
    type: filled(choice("country", "uri", "sharing")),
  },
  value: RESTRICTED[attributes.get("type")?.value ?? ""] ?? (() => undefined),
});

const THUMBNAIL: ElementSpec = { attributes: { url: required(absoluteUri), time: filled(playTime), ...SIZE } };

/** What may be said of a piece of media, of an item, or of a channel as a whole (Media RSS, optional elements). */
export const MEDIA_ELEMENTS: Readonly<Record<string, Child>> = {
  "media:adult": once({ ...leaf(trueOrFalse), onOpen: (element, scene) => scene.tell(element, mediaRules.adult) }),
  "media:category": many(leaf(undefined, { label: filled(plainText), scheme: filled(absoluteUri) })),
  "media:copyright": once(leaf(undefined, { url: filled(absoluteUri) })),
  "media:credit": many({ ...leaf(undefined, { role: optional(), scheme: optional() }), onOpen: creditTold }),
  "media:description": once(text),
  "media:hash": many({ ...leaf(undefined, { algo: optional() }), onClose: hashTold }),
  "media:keywords": many(leaf()),
  "media:player": many({ attributes: { url: required(absoluteUri), ...SIZE } }),
  "media:rating": many({ ...leaf(undefined, { scheme: optional() }), onClose: ratingTold }),
  "media:restriction": many(RESTRICTION),
  "media:text": many(timedText),
  "media:thumbnail": many(THUMBNAIL),
  "media:title": once(text),
};

/** Media RSS 1.1.2 and later. */
const LATER: Readonly<Record<string, Child>> = Object.fromEntries(
  "community comments embed responses backLinks status price license subTitle peerLink location rights scenes"
    .split(" ")
    .map((name) => [`media:${name}`, many({ isOpen: true })]),
);

const CONTENT: ElementSpec = {
  attributes: {
    url: filled(absoluteUri),
    type: filled(mediaType),
    fileSize: filled(positive),
    medium: filled(choice("image", "audio", "video", "document", "executable")),
    isDefault: filled(trueOrFalse),
    expression: filled(choice("sample", "full", "nonstop")),
    bitrate: filled(numeric),
    framerate: filled(numeric),
    samplingrate: filled(numeric),
    duration: filled(numeric),
    channels: filled(count),
    lang: filled(language),
    ...SIZE,
  },
  children: { ...EVERYWHERE, ...MEDIA_ELEMENTS, ...LATER },
};

/** What an item may hold besides. */
export const MEDIA_OBJECTS: Readonly<Record<string, Child>> = {
  ...LATER,
  "media:content": many(CONTENT),
  "media:group": many({
    children: { ...EVERYWHERE, ...MEDIA_ELEMENTS, ...LATER, "media:content": many(CONTENT) },
    onClose: (element: Element, scene: Scene, end: Position) => {
      if ((element.counts.get("media:content") ?? 0) < 2) scene.tell(element, mediaRules.group, {}, end);
    },
  }),
};
