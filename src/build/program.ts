import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { filesFingerprint, folderFingerprint } from "./fingerprint.ts";

const require = createRequire(import.meta.url);
/** This module's folder: `lib/bin` in the command, which is bundled; else `lib/build`, or `src/build` from its sources. */
const HERE = import.meta.dirname;
/** Where the code of this program stands, and nothing that it doesn't run: a look at each module takes a tenth of a no-op. */
const OWN = basename(HERE) === "bin" ? HERE : join(HERE, "..");
const PACKAGE = join(HERE, "../..");

/**
 * What tells two programs apart that may write different bytes for the same articles: our code, the libraries that it
 * stands on, and Node with the Unicode tables that it brings.
 */
export function programFingerprint(): string | undefined {
  looked ??= { fingerprint: lookAt() };
  return looked.fingerprint;
}

/** A process goes on with the program that it has loaded, whatever becomes of its files. */
let looked: { readonly fingerprint: string | undefined } | undefined;

function lookAt(): string | undefined {
  const own = folderFingerprint(OWN)?.digest;
  const { dependencies } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const theirs = filesFingerprint(Object.keys(dependencies).flatMap(manifestOf));
  if (own === undefined || theirs === undefined) return undefined;
  return [own, theirs, process.version, process.versions.icu, process.versions.unicode].join(" ");
}

/** A library's `package.json`, which changes with its version; asked of the disk, since many don't export theirs. */
function manifestOf(name: string): string[] {
  for (const folder of require.resolve.paths(name) ?? []) {
    const path = join(folder, name, "package.json");
    if (filesFingerprint([path]) !== undefined) return [path];
  }
  return [join(PACKAGE, name)];
}
