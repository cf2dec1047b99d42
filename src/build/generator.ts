import { createRequire } from "node:module";

const made = createRequire(import.meta.url)("../../package.json") as { readonly version: string };

/** What feeds say made them. */
export const GENERATOR = {
  name: "Dateline",
  uri: "https://www.npmjs.com/package/dateline-feeds",
  version: made.version as string,
} as const;
