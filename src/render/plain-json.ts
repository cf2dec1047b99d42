import { clean } from "./characters.ts";

/**
 * A value of unknown make as JSON can hold it: strings cleaned, circles and functions gone, dates in ISO 8601, big
 * integers as text. `JSON.stringify` throws at some of these; a feed must not.
 */
export function plainJson(value: unknown, within: readonly object[] = []): unknown {
  if (typeof value === "string") return clean(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return typeof value === "function" ? undefined : value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (within.includes(value)) return undefined;
  const inside = [...within, value];
  if (Array.isArray(value)) return Array.from(value, (one) => plainJson(one, inside) ?? null);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [clean(key), plainJson(one, inside)]));
}
