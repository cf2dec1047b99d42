import type { Modules, WebFeeds } from "../publication/publication.ts";
import { clean } from "./characters.ts";
import { rfc3339 } from "./dates.ts";
import type { ItemOutline } from "./item.ts";
import type { Prefixes } from "./namespaces.ts";
import type { Outline } from "./outline.ts";
import {
  attribute,
  each,
  emptyElement,
  htmlElement,
  type Tag,
  tag,
  textElement,
  uriAttribute,
  uriElement,
} from "./xml.ts";

/**
 * Elements that only some readers know, written where a publication asks for them. The W3C validator knows the
 * namespaces of Dublin Core, `sy` and `slash`, and remarks on those of `webfeeds` and `source`.
 */

const MODIFIED = tag("      ", "dcterms:modified");
const SECTION = tag("      ", "slash:section");
const COMMENTS = tag("      ", "slash:comments");
const MARKDOWN = tag("      ", "source:markdown");

/** How Feedly shows a feed, in RSS and Atom alike (Feedly's blog, "10 ways to optimize your feed for feedly"). */
export function webFeedElements(indent: string, webfeeds: WebFeeds | undefined, used: Prefixes): string {
  if (webfeeds === undefined) return "";
  const { cover, icon, logo, accentColor, related, analytics } = webfeeds;
  const counted = attribute("id", analytics) + attribute("engine", "GoogleAnalytics");
  const elements =
    (cover === undefined ? "" : emptyElement(tag(indent, "webfeeds:cover"), uriAttribute("image", cover))) +
    uriElement(tag(indent, "webfeeds:icon"), icon) +
    uriElement(tag(indent, "webfeeds:logo"), logo) +
    textElement(tag(indent, "webfeeds:accentColor"), accentColor) +
    (related ? emptyElement(tag(indent, "webfeeds:related"), ' layout="card" target="browser"') : "") +
    (analytics === undefined ? "" : emptyElement(tag(indent, "webfeeds:analytics"), counted));
  if (elements !== "") used.add("webfeeds");
  return elements;
}

/** What an RSS channel says by modules: how often it changes, and whose it is elsewhere. */
export function channelModules(indent: string, { modules }: Outline, used: Prefixes): string {
  if (modules === undefined) return "";
  const { accounts, schedule } = modules;
  if (accounts.length > 0) used.add("source");
  return (
    scheduleElements(indent, schedule, used) +
    each(accounts, ({ service, name }) =>
      textElement(tag(indent, "source:account"), name, attribute("service", service)),
    )
  );
}

/** RSS 1.0's syndication module. */
function scheduleElements(indent: string, schedule: Modules["schedule"], used: Prefixes): string {
  if (schedule === undefined) return "";
  used.add("sy");
  return (
    textElement(tag(indent, "sy:updatePeriod"), schedule.period) +
    textElement(tag(indent, "sy:updateFrequency"), String(schedule.frequency))
  );
}

/**
 * What an RSS item says by modules: when it changed, where it belongs, how many comments it has (not in archives, which
 * keep their bytes), and its text as its writer typed it.
 */
export function itemModules(item: ItemOutline, { paging }: Outline, modules: Modules, used: Prefixes): string {
  const { published, updated, entry } = item;
  const written = (
    name: Tag,
    text: string | undefined,
    write: (name: Tag, text: string) => string = textElement,
  ): string => {
    const known = text === undefined ? "" : clean(text);
    if (known === "") return "";
    used.add(name.prefix ?? "");
    return write(name, known);
  };
  const changed = updated !== undefined && published !== undefined && updated > published ? updated : undefined;
  return (
    (modules.modified ? written(MODIFIED, changed && rfc3339(changed)) : "") +
    (modules.slash ? written(SECTION, entry?.section) : "") +
    (modules.slash && !paging.archive ? written(COMMENTS, entry?.comments?.toString()) : "") +
    (modules.markdown ? written(MARKDOWN, entry?.markdown, htmlElement) : "")
  );
}
