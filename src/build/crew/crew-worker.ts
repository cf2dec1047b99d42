import { type Batch, type BatchAnswer, readBatch as read } from "./batch.ts";

/** What workers can do: each is called by its name. */
export { printSheet } from "./sheet.ts";

let last: Promise<unknown> = Promise.resolve();

/** Reads a batch when the one before is done: of two that were read by turns both would come late. */
export function readBatch(batch: Batch): Promise<BatchAnswer> {
  const answer = last.then(() => read(batch));
  last = answer.catch(() => undefined);
  return answer;
}
