import type { Announcement } from "../published/announcement.ts";
import type { StandingFeed } from "./feeds.ts";

/** What a hub was last told of each feed: hub's address → feed's address → hash. */
export type Pushed = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** One request: a hub is told of one feed. */
export interface Ping {
  readonly protocol: "WebSub" | "rssCloud";
  /** Where it is sent. */
  readonly hub: string;
  /** The feed's own address. */
  readonly feed: string;
  readonly hash: string;
}

/** What is to be told, and what was told before. */
export interface PushPlan {
  readonly pings: readonly Ping[];
  /** Those that know it already. */
  readonly known: readonly Ping[];
  /** Feeds that would be told of, but do not say their own address. */
  readonly nameless: readonly string[];
}

/** Whom to tell of which feeds: all that changed since they were told, or (`all`) every one. */
export function planPush(feeds: readonly StandingFeed[], pushed: Pushed, all: boolean): PushPlan {
  const wanted = feeds.filter(({ said }) => said.hubs.length > 0 || said.cloud !== undefined);
  const pings = wanted.flatMap(pingsFor);
  const isKnown = ({ hub, feed, hash }: Ping): boolean => !all && pushed[hub]?.[feed] === hash;
  return {
    pings: pings.filter((ping) => !isKnown(ping)),
    known: pings.filter(isKnown),
    nameless: wanted.filter(({ said }) => said.self === undefined).map(({ file }) => file),
  };
}

function pingsFor({ said, hash }: StandingFeed): Ping[] {
  const { self: feed, hubs } = said;
  if (feed === undefined) return [];
  const cloud = cloudPing(said);
  return [
    ...hubs.map((hub): Ping => ({ protocol: "WebSub", hub, feed, hash })),
    ...(cloud === undefined ? [] : [{ protocol: "rssCloud" as const, hub: cloud, feed, hash }]),
  ];
}

/** Publishers ping `/ping` of the server that readers register with; `<cloud>` has no scheme, and port 443 means TLS. */
function cloudPing({ cloud }: Announcement): string | undefined {
  if (cloud === undefined) return undefined;
  const { domain, port } = cloud;
  const address = port === 443 ? `https://${domain}/ping` : `http://${domain}:${port}/ping`;
  return URL.canParse(address) ? new URL(address).href : undefined;
}

/** What hubs know after these were told. Feeds that are gone are forgotten. */
export function remembered(plan: PushPlan, told: readonly Ping[]): Pushed {
  const hubs: Record<string, Record<string, string>> = {};
  for (const { hub, feed, hash } of [...plan.known, ...told]) {
    hubs[hub] ??= {};
    hubs[hub][feed] = hash;
  }
  return hubs;
}
