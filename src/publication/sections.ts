import type { Finding } from "../finding.ts";
import { oneLine } from "./people.ts";
import { illTyped } from "./problems.ts";
import type { Publication } from "./publication.ts";
import type { PublicationFile } from "./schema.ts";
import type { YamlFile } from "./yaml-file.ts";

/** Sections by name with their other spellings; a spelling that two sections claim is a finding. */
export function readSections(
  stated: NonNullable<PublicationFile["sections"]>,
  yaml: YamlFile,
  findings: Finding[],
): Publication["sections"] {
  const owners = new Map<string, string>();
  const sections = Object.entries(stated).map(([name, value]): [string, string[]] => {
    const section = oneLine(name);
    const spellings = (typeof value === "string" ? [value] : (value ?? [])).map(oneLine);
    for (const spelling of [section, ...spellings]) {
      const other = owners.get(spelling.toLowerCase()) ?? section;
      owners.set(spelling.toLowerCase(), other);
      if (other === section) continue;
      const expected = `spellings that no other section has ("${spelling}" is one of ${other})`;
      findings.push(illTyped(yaml, ["sections", name], { expected }));
    }
    return [section, spellings];
  });
  return Object.fromEntries(sections);
}
