/** Whether tests run by night: longer. */
export const NIGHT = process.env.NIGHT !== undefined;

/** How often a property is tried: 200 times, by night (`npm run test:night`) 10,000 times, with dice of its own. */
export const RUNS: { readonly numRuns: number } = { numRuns: NIGHT ? 10_000 : 200 };

/** How long that may take; milliseconds. */
export const PATIENCE: { readonly timeout: number } = { timeout: NIGHT ? 7_200_000 : 120_000 };
