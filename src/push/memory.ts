import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { putInPlace } from "../files/in-place.ts";
import { isCode, readTextIfThere } from "../files.ts";
import type { Pushed } from "./plan.ts";

/** The folder in the data folder for what is no part of the publication; it ignores itself in git. */
const PRIVATE = ".dateline";
const FILE = "pushed.json";

/** What hubs were told; nothing where there is no such file, or one that nobody understands: they are told again. */
export async function readPushed(data: string): Promise<Pushed> {
  const text = await readTextIfThere(join(data, PRIVATE, FILE));
  if (text === undefined) return {};
  try {
    const read: unknown = JSON.parse(text);
    return isPushed(read) ? read : {};
  } catch {
    return {};
  }
}

function isPushed(read: unknown): read is Pushed {
  const isRecord = (value: unknown): value is object => typeof value === "object" && value !== null;
  return (
    isRecord(read) &&
    Object.values(read).every(
      (feeds) => isRecord(feeds) && Object.values(feeds).every((one) => typeof one === "string"),
    )
  );
}

/** Remembers what hubs were told. Throws what the disk says. */
export function writePushed(data: string, pushed: Pushed): void {
  const folder = join(data, PRIVATE);
  statSync(data);
  try {
    mkdirSync(folder);
    putInPlace([[join(folder, ".gitignore"), "*\n"]]);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  }
  putInPlace([[join(folder, FILE), `${JSON.stringify(pushed, null, 2)}\n`]]);
}
