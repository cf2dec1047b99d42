import type { Element, Scene } from "./element.ts";
import type { Position } from "./reporter.ts";
import { structureRules } from "./rules/structure.ts";
import { xmlRules } from "./rules/xml.ts";
import { positionIn } from "./xml/lines.ts";

/** What windows-1252 leaves behind if it is read as ISO 8859-1, and UTF-8 if it is read as either. */
const MISREAD = /[\u0080-\u009F\uFFFD]|[\u00C2\u00C3][\u0080-\u00BF]/;

/** Judges a stretch of text by where it stands and by its characters alone. */
export function textTold(element: Element, text: string, at: Position, scene: Scene): void {
  const { spec } = element;
  const isExpected = spec.value !== undefined || spec.onText !== undefined || spec.isOpen === true;
  if (!isExpected && element.textAt === undefined) {
    const first = text.search(/\S/);
    if (first >= 0) element.textAt = at;
    if (first >= 0) scene.tell(element, structureRules.text, { value: text.trim() }, positionIn(text, first, at));
  }
  const misread = scene.errorsOnly ? null : MISREAD.exec(text);
  if (misread !== null)
    scene.tell(element, xmlRules.characters, { character: named(misread[0]) }, positionIn(text, misread.index, at));
}

function named(found: string): string {
  if (found.length > 1) return `“${found}”`;
  return `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
