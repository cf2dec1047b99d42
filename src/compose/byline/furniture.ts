import type { PlacedLine, Zones } from "../zones.ts";
import type { Byline } from "./byline.ts";
import { LEAD_ALONE } from "./lines.ts";
import { pieceOf } from "./name.ts";

const FURNITURE =
  /^(?:follow|contact|e-?mail|mail|x|twitter|view|see|read|more|bio|about)\b.{0,60}$|^@\w+$|^\S+@\S+\.\w+$|^https?:\/\/\S+$/iu;

/** `Follow Jane Doe on Twitter`, `Email: jane@buna.example`, `Contact the author at …`. */
const CONTACT = /^(?:you can )?(?:follow|contact|reach|e-?mail|mail|tips?)\b.{0,110}$/iu;
const ADDRESS = /@\w|\S@\S+\.\w/u;

/** Lines beside a byline that say nothing else: its lone "By", the role or address below it; at the end, the author's. */
export function bylineFurniture(
  { head, tail }: Zones,
  found: readonly Byline[],
  named: readonly string[],
): readonly PlacedLine[] {
  const contacts = tail.filter(
    ({ line: { text } }) => CONTACT.test(text) && (ADDRESS.test(text) || named.some((name) => text.includes(name))),
  );
  return [...contacts, ...besideByline([head, tail], found)];
}

function besideByline(zones: readonly (readonly PlacedLine[])[], found: readonly Byline[]): PlacedLine[] {
  return zones.flatMap((zone) =>
    zone.filter((line, index) => {
      const before = zone[index - 1];
      const after = zone[index + 1];
      const below = before !== undefined && found.some((byline) => byline.line === before);
      const above = after !== undefined && found.some((byline) => byline.line === after);
      if (above && LEAD_ALONE.test(line.line.text)) return true;
      return below && line.line.text.length < 90 && isBeside(line.line.text);
    }),
  );
}

function isBeside(text: string): boolean {
  if (FURNITURE.test(text)) return true;
  const pieces = text.split(/\s*[,|]\s*/u);
  return (
    pieces.length <= 3 && pieceOf(pieces[0] ?? "") === "role" && !/[.?!]$/u.test(text) && text.split(" ").length <= 7
  );
}
