/** Whether tests run by night: longer. */
export const NIGHT = process.env.NIGHT !== undefined;

/** How often a property is tried, and with which dice. */
export interface Tries {
  readonly numRuns: number;
  readonly seed?: number;
}

/**
 * So many tries of a property. By day the dice are the same ones each time, so that a change is judged by what it changed;
 * by night (`npm run test:night`) they are new ones. `DICE=NUMBER` throws others by day.
 */
export function tries(byDay: number, byNight: number = byDay): Tries {
  return NIGHT ? { numRuns: byNight } : { numRuns: byDay, seed: Number(process.env.DICE ?? 1) };
}

/** How often a property is tried: 200 times, by night 10,000 times. */
export const RUNS: Tries = tries(200, 10_000);

/** How long that may take; milliseconds. */
export const PATIENCE: { readonly timeout: number } = { timeout: NIGHT ? 7_200_000 : 120_000 };
