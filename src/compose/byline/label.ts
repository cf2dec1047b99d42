import type { PlacedLine, Zones } from "../zones.ts";

/** A fact that a line of its own states: `Section: World`, `Outlet: Buna Times`. */
export interface Labelled {
  readonly value: string;
  readonly line: PlacedLine;
}

const SECTION =
  /^(?:section|category|desk|ressort|rubrik|rubrique|sección|seção|sezione|rubriek|avdelning|sektion|osasto|dział|rubrika|раздел|рубрика|розділ|bölüm|kategori|chuyên mục|κατηγορία|القسم|מדור|栏目|欄目|セクション|섹션)\s?[:：]\s*(\p{L}[\p{L}\p{M} &/'’-]{1,39})$/iu;
const OUTLET =
  /^(?:outlet|publication|newspaper|publisher|zeitung|medium|média|medio|testata|издание|видання)\s?[:：]\s*(\p{Lu}[^:：]{1,59})$/iu;

/** The first line at either end that states a section. */
export function labelledSection(zones: Zones): Labelled | undefined {
  return labelled(zones, SECTION);
}

/** The first line at either end that states an outlet. */
export function labelledOutlet(zones: Zones): Labelled | undefined {
  return labelled(zones, OUTLET);
}

function labelled({ head, tail }: Zones, label: RegExp): Labelled | undefined {
  for (const line of [...head, ...tail]) {
    if (line.block.kind !== "paragraph") continue;
    const value = line.line.text.length > 80 ? undefined : label.exec(line.line.text)?.[1];
    if (value !== undefined) return { value: value.trim(), line };
  }
  return undefined;
}
