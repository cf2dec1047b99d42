import { clean } from "./characters.ts";

const DEEPEST = 32;

/**
 * A value of unknown make as JSON can hold it: strings cleaned, circles and functions gone, dates in RFC 3339, big
 * integers as text. `JSON.stringify` throws at some of these; a feed must not.
 */
export function plainJson(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return clean(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return typeof value === "function" ? undefined : value;
  if (depth > DEEPEST) return undefined;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return value.map((one) => plainJson(one, depth + 1) ?? null);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [clean(key), plainJson(one, depth + 1)]));
}
