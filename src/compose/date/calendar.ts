/** A day of the Gregorian calendar; month from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const MILLISECONDS_A_DAY = 86_400_000;

/** Whether the calendar has that day: 30 February is none, and is never rolled over to March. */
export function isDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Whether some year has that day: 29 February, but not 30. */
export function isDayOfSomeYear(month: number, day: number): boolean {
  return isDay({ year: 2000, month, day });
}

/** Days since 1 January 1970; days of a calendar compare and subtract as these. */
export function dayNumber({ year, month, day }: Day): number {
  return Math.floor(Date.UTC(year, month - 1, day) / MILLISECONDS_A_DAY);
}

/** 0: Sunday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** YYYY-MM-DD. */
export function dayText({ year, month, day }: Day): string {
  return `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
