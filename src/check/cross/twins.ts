import { shown } from "../digest/facts.ts";
import type { DigestItem } from "../digest/feed-facts.ts";
import { crossRules } from "../rules/cross.ts";
import type { Member } from "./member.ts";

const FEEDS = new Set(["rss", "atom", "json"]);

/**
 * Feeds of one folder and one title in different formats: they say the same. Where a format has several of them (one is
 * made for an aggregator, say), the one that is nearest to the other format is meant.
 */
export function twinsTold(members: readonly Member[]): void {
  const families = new Map<string, Member[]>();
  for (const member of members) {
    if (!FEEDS.has(member.digest.kind) || member.digest.isArchive) continue;
    const key = `${member.path.replace(/[^/]*$/, "")}\n${member.digest.title}`;
    families.set(key, [...(families.get(key) ?? []), member]);
  }
  for (const family of families.values()) {
    const kinds = [...new Set(family.map(({ digest }) => digest.kind))];
    const [first = [], ...others] = kinds.map((kind) => family.filter(({ digest }) => digest.kind === kind));
    for (const other of others) {
      const [pair] = first
        .flatMap((mine) => other.map((its) => ({ mine, its, apart: itemsApart(mine, its) })))
        .sort((a, b) => a.apart - b.apart);
      if (pair !== undefined) pairTold(pair.mine, pair.its);
    }
  }
}

/** How many items two feeds have that the other has not. */
function itemsApart(one: Member, other: Member): number {
  const [ours, theirs] = [one, other].map(({ digest }) => new Set(digest.items.map(({ id, url }) => url || id)));
  if (ours === undefined || theirs === undefined) return 0;
  const shared = [...ours].filter((name) => theirs.has(name)).length;
  return ours.size + theirs.size - 2 * shared;
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
    if (mine !== its && mine !== "" && its !== "" && !(fact === "title" && sameShown(mine, its)))
      here.reporter.report(
        crossRules.twinFact,
        { fact, title: item.title || item.id, here: mine, there: its, other: there.path },
        item.at,
      );
}

/** Titles of RSS, and of Atom where they say so, are HTML: what counts is what a reader shows. */
function sameShown(mine: string, its: string): boolean {
  return shown(mine) === its || mine === shown(its);
}

/** To the second, as RSS has it. */
function dateOf({ published }: DigestItem): string {
  return published === undefined ? "" : new Date(Math.floor(published / 1000) * 1000).toISOString();
}
