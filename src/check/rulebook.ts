import type { Rule } from "./rule.ts";
import { atomRules } from "./rules/atom.ts";
import { contentRules } from "./rules/content.ts";
import { crossRules } from "./rules/cross.ts";
import { dateRules } from "./rules/dates.ts";
import { encodingRules } from "./rules/encoding.ts";
import { historyRules } from "./rules/history.ts";
import { httpRules } from "./rules/http.ts";
import { jsonFeedRules } from "./rules/json-feed.ts";
import { mailRules } from "./rules/mail.ts";
import { mediaRules } from "./rules/media.ts";
import { opmlRules } from "./rules/opml.ts";
import { rssRules } from "./rules/rss.ts";
import { structureRules } from "./rules/structure.ts";
import { textRules } from "./rules/text.ts";
import { threadRules } from "./rules/thread.ts";
import { uriRules } from "./rules/uri.ts";
import { xmlRules } from "./rules/xml.ts";

/** All rules by which a document is checked, in the order of their groups. */
export const RULES: readonly Rule[] = [
  xmlRules,
  encodingRules,
  structureRules,
  rssRules,
  atomRules,
  jsonFeedRules,
  opmlRules,
  historyRules,
  threadRules,
  mediaRules,
  contentRules,
  textRules,
  uriRules,
  dateRules,
  mailRules,
].flatMap((rules) => Object.values<Rule>(rules));

/** Rules about what is around a document: the server that sends it, and the documents next to it. */
export const SURROUNDING_RULES: readonly Rule[] = [httpRules, crossRules].flatMap((rules) =>
  Object.values<Rule>(rules),
);

/** The rule of an id. */
export function ruleOf(id: string): Rule | undefined {
  return [...RULES, ...SURROUNDING_RULES].find((rule) => rule.id === id);
}
