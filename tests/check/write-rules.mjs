// Writes docs/rules.md from the rules themselves.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { documentation } from "../../lib/check/document-rules.js";
import { RULES, SURROUNDING_RULES } from "../../lib/check/rulebook.js";

const folder = join(import.meta.dirname, "../../docs");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "rules.md"), documentation([...RULES, ...SURROUNDING_RULES]));
