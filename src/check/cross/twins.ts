import type { DigestItem } from "../digest/feed-facts.ts";
import { crossRules } from "../rules/cross.ts";
import type { Member } from "./member.ts";

const FEEDS = new Set(["rss", "atom", "json"]);

/** Feeds of one folder and one title in different formats: they say the same. */
export function twinsTold(members: readonly Member[]): void {
  const families = new Map<string, Member[]>();
  for (const member of members) {
    if (!FEEDS.has(member.digest.kind) || member.digest.isArchive) continue;
    const key = `${member.path.replace(/[^/]*$/, "")}\n${member.digest.title}`;
    families.set(key, [...(families.get(key) ?? []), member]);
  }
  for (const family of families.values()) {
    const [first, ...others] = fullest(family);
    for (const other of others) if (first !== undefined) pairTold(first, other);
  }
}

/** Of each format the feed with most items: others are cut short on purpose, for one directory or another. */
function fullest(family: readonly Member[]): Member[] {
  const byKind = new Map<string, Member>();
  for (const member of family) {
    const known = byKind.get(member.digest.kind);
    if (known === undefined || known.digest.items.length < member.digest.items.length)
      byKind.set(member.digest.kind, member);
  }
  return [...byKind.values()];
}

function pairTold(first: Member, second: Member): void {
  itemsTold(first, second, true);
  itemsTold(second, first, false);
}

function itemsTold(here: Member, there: Member, withFacts: boolean): void {
  const byId = new Map(there.digest.items.map((item) => [item.id, item]));
  const byUrl = new Map(there.digest.items.map((item) => [item.url, item]));
  for (const item of here.digest.items) {
    const twin = byId.get(item.id) ?? byUrl.get(item.url);
    if (twin === undefined)
      here.reporter.report(crossRules.twinItem, { title: item.title || item.id, other: there.path }, item.at);
    else if (withFacts) factsTold(here, item, there, twin);
  }
}

function factsTold(here: Member, item: DigestItem, there: Member, twin: DigestItem): void {
  const facts: readonly (readonly [string, string, string])[] = [
    ["title", item.title, twin.title],
    ["address", item.url, twin.url],
    ["date", dateOf(item), dateOf(twin)],
    ["byline", item.authors.join(", "), twin.authors.join(", ")],
  ];
  for (const [fact, mine, its] of facts)
    if (mine !== its && mine !== "" && its !== "")
      here.reporter.report(
        crossRules.twinFact,
        { fact, title: item.title || item.id, here: mine, there: its, other: there.path },
        item.at,
      );
}

/** To the second, as RSS has it. */
function dateOf({ published }: DigestItem): string {
  return published === undefined ? "" : new Date(Math.floor(published / 1000) * 1000).toISOString();
}
