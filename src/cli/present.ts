import type { Io } from "./io.ts";

/** The present as a build has it: `SOURCE_DATE_EPOCH` (reproducible-builds.org), else the clock. */
export function present({ env }: Io): Date {
  const epoch = env.SOURCE_DATE_EPOCH;
  return epoch !== undefined && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
}
