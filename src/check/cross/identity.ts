import { selfOf } from "../digest/feed-facts.ts";
import { crossRules } from "../rules/cross.ts";
import type { Member } from "./member.ts";
import type { Places } from "./places.ts";
import { readable } from "./places.ts";

/** Self links: each document has its own, and stands where it says. */
export function selvesTold(members: readonly Member[], { base }: Places): void {
  const owners = new Map<string, Member>();
  for (const member of members) {
    const self = selfOf(member.digest);
    if (self === undefined) continue;
    const { href, at } = self;
    const owner = owners.get(href);
    const expected = base === undefined ? href : `${base}${member.path}`;
    if (owner !== undefined) member.reporter.report(crossRules.selfShared, { href, other: owner.path }, at);
    else if (readable(href) !== readable(expected))
      member.reporter.report(crossRules.selfElsewhere, { href, expected }, at);
    owners.set(href, owner ?? member);
  }
}

/** Ids over all feeds: one article each. */
export function identitiesTold(members: readonly Member[]): void {
  const known = new Map<string, { readonly url: string; readonly member: Member }>();
  for (const member of members)
    for (const { id, url, at } of member.digest.items) {
      if (id === "" || url === "") continue;
      const first = known.get(id);
      if (first === undefined) known.set(id, { url, member });
      else if (first.url !== url && first.member !== member)
        member.reporter.report(crossRules.idTwice, { id, url, otherUrl: first.url, other: first.member.path }, at);
    }
}
