/** A day as it stands in the tokens, before weekday and time are looked for around it. */
export interface Core {
  /** Index of its first token, and of the first after it. */
  readonly first: number;
  readonly end: number;
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  /** Languages in which the month's name is written so; absent for numbers. */
  readonly languages?: ReadonlySet<string>;
  /** `28-30 August`: the days of an event. */
  readonly range?: boolean;
  /** Only two digits of the year are written. */
  readonly shortYear?: boolean;
  /** `4/5/2022`: which of the two is the month. */
  readonly numeric?: "dotted" | "slashed";
  /** The numbers leave no doubt which is the month, or the form doesn't (ISO 8601). */
  readonly ordered?: boolean;
}
