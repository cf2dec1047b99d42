/**
 * Instants that have been given away. No two entries share one: readers sort by them, and the W3C validator remarks on
 * two entries with one `updated`.
 */
export interface Instants {
  /** The instant, or the nearest free second: later ones first, earlier ones once `latest` is reached. */
  readonly claim: (at: Date, latest: Date) => Date;
  /** Marks an instant (RFC 3339) as given away. */
  readonly reserve: (at: string | undefined) => void;
}

const SECOND = 1000;

/** A register of instants in whole seconds. */
export function instants(): Instants {
  const given = new Set<number>();
  return {
    claim: (at, latest) => {
      const wanted = Math.floor(at.getTime() / SECOND);
      const last = Math.max(wanted, Math.floor(latest.getTime() / SECOND));
      let second = wanted;
      while (given.has(second) && second <= last) second += 1;
      if (second > last) second = wanted;
      while (given.has(second)) second -= 1;
      given.add(second);
      return new Date(second * SECOND);
    },
    reserve: (at) => {
      if (at !== undefined) given.add(Math.floor(Date.parse(at) / SECOND));
    },
  };
}
