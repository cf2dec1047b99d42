import type { Element, ElementSpec, Scene } from "../element.ts";
import { attributeOf, optional } from "../element.ts";
import { plainText } from "../html/plain.ts";
import type { Position } from "../reporter.ts";
import { atomRules } from "../rules/atom.ts";
import { threadRules } from "../rules/thread.ts";
import { instant } from "../values/dates.ts";
import { count, isMediaType, language, mediaType } from "../values/plain.ts";
import { anyIri, isAbsolute } from "../values/uri.ts";
import { OPEN } from "./open.ts";

const IANA = "http://www.iana.org/assignments/relation/";
/** Registered with IANA, as far as feeds use them. */
const REGISTERED = new Set(
  "about alternate appendix archives author canonical collection copyright current describedby edit edit-media enclosure first help hub icon item last latest-version license me monetization next next-archive payment prev prev-archive preview previous privacy-policy related replies search section self service start stylesheet tag terms-of-service up version-history via webmention".split(
    " ",
  ),
);
/** The relations of RFC 5005. */
export const HISTORY: ReadonlySet<string> = new Set(
  "current first last next next-archive prev-archive previous".split(" "),
);

const FEED_TYPES = new Set(["application/atom+xml", "application/rss+xml", "application/rdf+xml"]);

/** The relation of a link; without a word it is the page itself. */
export function relOf(link: Element): string {
  const rel = attributeOf(link, "rel") ?? "alternate";
  return rel.startsWith(IANA) ? rel.slice(IANA.length) : rel;
}

export const LINK: ElementSpec = {
  attributes: {
    rel: optional(),
    href: optional(anyIri),
    type: optional(mediaType),
    hreflang: optional(language),
    title: optional(plainText),
    length: optional(count),
    "rdf:type": optional(),
    "rdf:resource": optional(),
    "thr:count": optional(count),
    "thr:when": optional(),
    "thr:updated": optional(instant),
  },
  onOpen: linkTold,
  onText: textTold,
  unlisted: () => OPEN,
};

function textTold(element: Element, text: string, at: Position, scene: Scene): void {
  if (text.trim() !== "") scene.tell(element, atomRules.linkText, { value: text.trim() }, at);
}

function linkTold(element: Element, scene: Scene): void {
  const rel = relOf(element);
  const href = attributeOf(element, "href");
  if (href === undefined) scene.tell(element, atomRules.href);
  for (const attribute of ["rel", "title"])
    if (attributeOf(element, attribute) === "") scene.tell(element, atomRules.typeBlank, { attribute });
  if (rel !== "" && !REGISTERED.has(rel) && !isAbsolute(rel)) scene.tell(element, atomRules.rel, { value: rel });
  if (HISTORY.has(rel) && element.parent?.name === "entry") scene.tell(element, atomRules.relHistory, { value: rel });
  threadsTold(element, rel, scene);
  if (rel === "self") selfTold(element, href ?? "", scene);
}

function threadsTold(element: Element, rel: string, scene: Scene): void {
  if (attributeOf(element, "thr:when") !== undefined) scene.tell(element, threadRules.when);
  for (const attribute of ["thr:count", "thr:updated"])
    if (rel !== "replies" && attributeOf(element, attribute) !== undefined)
      scene.tell(element, threadRules.notReplies, { attribute, rel });
}

function selfTold(element: Element, href: string, scene: Scene): void {
  const type = attributeOf(element, "type");
  if (type !== undefined && isMediaType(type) && !FEED_TYPES.has(type.split(";")[0]?.trim() ?? ""))
    scene.tell(element, atomRules.selfType, { value: type });
  if (element.parent?.name !== "feed" && element.parent?.name !== "channel") return;
  const base = baseOf(element);
  const full = resolved(href, base);
  if (full === undefined) scene.tell(element, atomRules.selfRelative, { href });
  const [found] = scene.addresses;
  const whole = full ?? resolved(href, found ?? "");
  if (found !== undefined && whole !== undefined && !scene.addresses.some((address) => isSame(address, whole)))
    scene.tell(element, atomRules.selfElsewhere, { href, found });
}

function baseOf(element: Element): string {
  for (let at: Element | undefined = element; at !== undefined; at = at.parent) {
    const base = attributeOf(at, "xml:base");
    if (base !== undefined && URL.canParse(base)) return base;
  }
  return "";
}

function resolved(href: string, base: string): string | undefined {
  if (URL.canParse(href)) return href;
  return base !== "" && URL.canParse(href, base) ? new URL(href, base).href : undefined;
}

function isSame(a: string, b: string): boolean {
  return (
    a === b || (URL.canParse(a) && URL.canParse(b) && new URL(a).href.split("#")[0] === new URL(b).href.split("#")[0])
  );
}
