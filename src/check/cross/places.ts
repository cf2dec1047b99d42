import { selfOf } from "../digest/feed-facts.ts";
import type { Member } from "./member.ts";

/** Where the folder is on the web, as its documents themselves say. */
export interface Places {
  /** The address of the folder, with its slash. `undefined`: no two documents agree, or none says it. */
  readonly base: string | undefined;
  /** The document at an address of ours, if there is one. */
  at(address: string): Member | undefined;
  /** Whether an address is one of this folder's. */
  isOurs(address: string): boolean;
}

/** An address with its letters as they are read: two that differ in percent-encoding only are one. */
export function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** The address that most documents' self links agree on: each says it, less its own path. */
export function placesOf(members: readonly Member[]): Places {
  const votes = new Map<string, number>();
  for (const { path, digest } of members) {
    const href = readable(selfOf(digest)?.href ?? "");
    const base = href.endsWith(path) ? href.slice(0, -path.length) : undefined;
    if (base?.endsWith("/")) votes.set(base, (votes.get(base) ?? 0) + 1);
  }
  const base = [...votes].sort(([, a], [, b]) => b - a)[0]?.[0];
  const byAddress = new Map<string, Member>();
  for (const member of members) {
    if (base !== undefined) byAddress.set(`${base}${member.path}`, member);
    const self = readable(selfOf(member.digest)?.href ?? "");
    if (self !== "" && !byAddress.has(self)) byAddress.set(self, member);
  }
  return {
    base,
    at: (address) => byAddress.get(readable(address).split("#")[0] ?? ""),
    isOurs: (address) => base !== undefined && readable(address).startsWith(base),
  };
}
