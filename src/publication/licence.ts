import type { Checked } from "./checked.ts";

const CREATIVE_COMMONS = /^cc[ -](by(?:-(?:nc|sa|nd|nc-sa|nc-nd))?)[ -](\d\.\d)$/;
const CC_ZERO = /^cc0(?:[ -]1\.0)?$/;

/**
 * A licence's address, as feeds and pages name it: as stated, or that of a Creative Commons licence by its usual name
 * (`CC BY-SA 4.0`, `CC0`).
 */
export function licence(text: string): Checked {
  const given = text.trim();
  if (/^https?:\/\/[^/\s]+\S*$/i.test(given) && URL.canParse(given)) return { value: new URL(given).href };
  const name = given.toLowerCase();
  if (CC_ZERO.test(name)) return { value: "https://creativecommons.org/publicdomain/zero/1.0/" };
  const [, kind, version] = CREATIVE_COMMONS.exec(name) ?? [];
  if (kind !== undefined) return { value: `https://creativecommons.org/licenses/${kind}/${version}/` };
  return { expected: "a licence's whole address, or a Creative Commons name such as CC BY 4.0 or CC0" };
}
