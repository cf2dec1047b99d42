/** Numbers and tables as people read them. */

/** @param {number} value */
export function seconds(value) {
  if (value < 0.995) return `${value.toFixed(2)} s`;
  return value < 99.95 ? `${value.toFixed(1)} s` : `${Math.round(value)} s`;
}

/** @param {number | undefined} value in mebibytes; undefined where the system does not tell */
export function megabytes(value) {
  if (value === undefined) return "";
  return value < 1000 ? `${Math.round(value)} MB` : `${(value / 1000).toFixed(1)} GB`;
}

/** @param {number} value */
export function times(value) {
  return `${value < 0.0995 ? value.toFixed(3) : value.toFixed(2)} ×`;
}

/** @param {number} value */
export function count(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/**
 * A table of Markdown whose columns stand below each other.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows) {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => [...row[column]].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  return [line(head), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rows.map(line)].join("\n");
}
