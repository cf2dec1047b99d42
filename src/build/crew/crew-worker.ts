/** What workers can do: each is called by its name. */
export { readBatch } from "./batch.ts";
export { printSheet } from "./sheet.ts";
