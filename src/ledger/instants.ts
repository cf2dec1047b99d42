import { firstWhere } from "./halves.ts";
import { type Ledger, settledLines } from "./ledger.ts";
import { once } from "./once.ts";

/**
 * Instants that have been given away. No two entries share one: readers sort by them, and the W3C validator remarks on
 * two entries with one `updated`.
 */
export interface Instants {
  /** The instant, or the nearest free second: later ones first, earlier ones once `latest` is reached. */
  readonly claim: (at: Date, latest: Date) => Date;
}

const SECOND = 1000;

/** A register of instants in whole seconds. What the ledger has is looked up once somebody claims one: most builds need none. */
export function instants(ledger: Ledger): Instants {
  const given = new Set<number>();
  const before = once(() => secondsIn(ledger));
  const isGiven = (second: number): boolean => given.has(second) || before()(second);
  return {
    claim: (at, latest) => {
      const wanted = secondOf(at.getTime());
      const last = Math.max(wanted, secondOf(latest.getTime()));
      let second = wanted;
      while (isGiven(second) && second <= last) second += 1;
      if (second > last) second = wanted;
      while (isGiven(second)) second -= 1;
      given.add(second);
      return new Date(second * SECOND);
    },
  };
}

function secondOf(milliseconds: number): number {
  return Math.floor(milliseconds / SECOND);
}

/**
 * Whether an entry of the ledger was published or changed in a second. Settled ones are sorted by their publication, and
 * few have changed since: only of these a list is made.
 */
function secondsIn(ledger: Ledger): (second: number) => boolean {
  const listed = new Set<number>();
  for (const { published, updated } of ledger.lines.values()) {
    if (published !== undefined) listed.add(secondOf(Date.parse(published)));
    listed.add(secondOf(Date.parse(updated)));
  }
  const settled = settledLines(ledger);
  for (const { head } of settled) {
    const { updatedAt } = head;
    if (updatedAt !== head.publishedAt) listed.add(secondOf(updatedAt));
  }
  const publishedAt = (place: number): number => secondOf(settled[place]?.head.publishedAt ?? Number.NaN);
  return (second) =>
    listed.has(second) || publishedAt(firstWhere(settled.length, (place) => publishedAt(place) <= second)) === second;
}
