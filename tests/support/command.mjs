import { readFileSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");
const { bin } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

/** The command as it is installed. */
export const COMMAND = join(ROOT, bin.dateline);
