import type { Rule } from "../rule.ts";
import { textRules } from "../rules/text.ts";
import type { Value } from "../values/value.ts";
import { REMOVED_ELEMENTS, SHOWN_ELEMENTS } from "./tables.ts";

const END_TAG = /<\/(\w+)>/g;
const ENTITY =
  /&(?:#\w+|(?:amp|lt|gt|quot|apos|nbsp|copy|reg|trade|mdash|ndash|hellip|[lr][sd]quo|[a-zA-Z]+(?:acute|grave|uml|circ|tilde|cedil|ring|slash|lig));)/;

function plain(rule: Rule): Value {
  return (value, tell, { format, version, hexadecimal }) => {
    if (!value.includes("<") && !value.includes("&")) return;
    for (const [tag, name = ""] of value.matchAll(END_TAG)) {
      const lower = name.toLowerCase();
      if (SHOWN_ELEMENTS.has(lower) || REMOVED_ELEMENTS.has(lower)) return tell(rule, { value: tag });
    }
    if (hexadecimal) return;
    const entity = ENTITY.exec(value)?.[0];
    if (entity !== undefined) return tell(rule, { value: entity });
    if (format === "rss" && version.startsWith("2.") && /<[/a-zA-Z]/.test(value)) tell(textRules.characterData);
  };
}

/** Text that is no HTML. */
export const plainText: Value = plain(textRules.markup);

/** Text that is no HTML as long as nothing says that it is. */
export const undeclaredText: Value = plain(textRules.undeclaredMarkup);
