import type { Rule } from "../rule.ts";
import { textRules } from "../rules/text.ts";
import type { Value } from "../values/value.ts";
import { mild } from "../values/value.ts";
import { REMOVED_ELEMENTS, SHOWN_ELEMENTS } from "./tables.ts";

const END_TAG = /<\/(\w+)>/g;
const ENTITY =
  /&(?:#\w+|(?:amp|lt|gt|quot|apos|nbsp|copy|reg|trade|mdash|ndash|hellip|[lr][sd]quo|[a-zA-Z]+(?:acute|grave|uml|circ|tilde|cedil|ring|slash|lig));)/;

function endTagOf(value: string): string | undefined {
  return [...value.matchAll(END_TAG)].find(([, name = ""]) => isHtml(name.toLowerCase()))?.[0];
}

function isHtml(name: string): boolean {
  return SHOWN_ELEMENTS.has(name) || REMOVED_ELEMENTS.has(name);
}

function plain(rule: Rule): Value {
  return mild((value, tell, { format, version, hexadecimal }) => {
    if (!/[<&]/.test(value)) return;
    const found = endTagOf(value) ?? (hexadecimal ? undefined : ENTITY.exec(value)?.[0]);
    const isDisputed = !hexadecimal && format === "rss" && version.startsWith("2.") && /<[/a-zA-Z]/.test(value);
    if (found !== undefined) tell(rule, { value: found });
    else if (isDisputed) tell(textRules.characterData);
  });
}

/** Text that is no HTML. */
export const plainText: Value = plain(textRules.markup);

/** Text that is no HTML as long as nothing says that it is. */
export const undeclaredText: Value = plain(textRules.undeclaredMarkup);
