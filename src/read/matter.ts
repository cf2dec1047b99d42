import { finding, type Place } from "../finding.ts";
import type { Fenced } from "./fence.ts";
import { type Matter, refused } from "./matter-fields.ts";
import { readPlainYaml } from "./plain-yaml.ts";

/** More than this is no front matter, and parsers take their time over it. */
const LONGEST_MATTER = 100_000;

/**
 * Reads front matter. Values come out plain: dates as the words written, no tag creates anything, nothing is run. The
 * parsers are loaded only where what stands there is more than plain fields.
 */
export async function readMatter(fenced: Fenced, file: string): Promise<Matter> {
  const place: Place = { file, line: fenced.line - 1 };
  if (fenced.kind === "foreign")
    return refused(place, `front matter in "${fenced.tag}" is not read, only YAML and TOML are`);
  if (!fenced.closed) {
    const fence = fenced.kind === "yaml" ? "---" : "+++";
    return { fields: [], findings: [finding("matter/unclosed", place, { fence }, "error")] };
  }
  if (fenced.text.length > LONGEST_MATTER)
    return refused(place, `the front matter is longer than ${LONGEST_MATTER} characters`);
  if (fenced.kind === "toml") return (await import("./toml.ts")).readToml(fenced, file);
  const fields = readPlainYaml(fenced, file);
  return fields === undefined ? (await import("./yaml.ts")).readYaml(fenced, file) : { fields, findings: [] };
}
