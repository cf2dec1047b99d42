import { readBytes } from "../files.ts";
import type { Place } from "../finding.ts";

/** Finds the lines of files that findings point at; each file is read once, and only if it is asked for. */
export function sourceLines(): (place: Place) => Promise<string | undefined> {
  const files = new Map<string, Promise<readonly string[]>>();
  return async ({ file, line }) => {
    if (line === undefined) return undefined;
    const known = files.get(file) ?? linesOf(file);
    files.set(file, known);
    return (await known)[line - 1];
  };
}

/** A file that can't be read has no lines to show: that it can't be read, the findings say. */
async function linesOf(file: string): Promise<readonly string[]> {
  try {
    const { decode } = await import("../read/decode.ts");
    return decode(await readBytes(file)).text.split("\n");
  } catch {
    return [];
  }
}
