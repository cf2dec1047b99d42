/**
 * Instants that have been given away. No two entries share one: readers sort by them, and the W3C validator remarks on
 * two entries with one `updated`.
 */
export interface Instants {
  /** The instant, or the nearest free second: later ones first, earlier ones once `latest` is reached. */
  readonly claim: (at: Date, latest: Date) => Date;
}

/** Says which instants are given away. */
interface Reserve {
  /** An instant (RFC 3339). */
  readonly text: (at: string | undefined) => void;
  /** Milliseconds since 1970. */
  readonly at: (at: number) => void;
}

const SECOND = 1000;

/** A register of instants in whole seconds. `reserved` is asked once somebody claims one: most builds need none. */
export function instants(reserved: (reserve: Reserve) => void = () => undefined): Instants {
  const given = new Set<number>();
  let isAsked = false;
  const reserve: Reserve = {
    text: (at) => {
      if (at !== undefined) reserve.at(Date.parse(at));
    },
    at: (at) => {
      given.add(Math.floor(at / SECOND));
    },
  };
  return {
    claim: (at, latest) => {
      if (!isAsked) reserved(reserve);
      isAsked = true;
      const wanted = Math.floor(at.getTime() / SECOND);
      const last = Math.max(wanted, Math.floor(latest.getTime() / SECOND));
      let second = wanted;
      while (given.has(second) && second <= last) second += 1;
      if (second > last) second = wanted;
      while (given.has(second)) second -= 1;
      given.add(second);
      return new Date(second * SECOND);
    },
  };
}
