import type { Example, Rule } from "./rule.ts";

/** The documentation of rules, as Markdown: one section a group, one entry a rule. */
export function documentation(rules: readonly Rule[]): string {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const group = rule.id.split("/")[0] ?? "";
    groups.set(group, [...(groups.get(group) ?? []), rule]);
  }
  const sections = [...groups].map(([group, members]) => `## ${group}\n\n${members.map(entry).join("\n")}`);
  return `${HEAD}\n${sections.join("\n")}`;
}

const HEAD = `# The rules of \`dateline check\`

Each rule has an id, a severity, and two examples that are its tests. **error**: a standard is violated. **warning**:
readers are known to stumble. **advice**: better for readers. \`dateline check --explain RULE\` prints one of them.

This file is written by \`npm run rules\`.
`;

function entry({ id, severity, says, why, mend, reference, good, bad }: Rule): string {
  return `### ${id}

**${severity}.** ${escaped(says)}. ${escaped(why)} ${escaped(mend)} ([standard](${reference}))

${block("Right", good)}
${block("Wrong", bad)}`;
}

const LONGEST = 400;

function block(label: string, { shown }: Example): string {
  const cut = shown.length > LONGEST ? `${shown.slice(0, LONGEST)} …` : shown;
  return `${label}:\n\n\`\`\`\n${cut}\n\`\`\`\n`;
}

/** Markdown takes “<title>” for HTML. */
function escaped(text: string): string {
  return text.replaceAll("<", "\\<").replaceAll("{", "*").replaceAll("}", "*");
}
