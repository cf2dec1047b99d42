import sanitizeHtml from "sanitize-html";
import { ATTRIBUTES, DROPPED, ELEMENTS, SCHEMES } from "./allowed.ts";

/** Where a deeper nesting is an attack on the parser rather than a document. */
const DEEPEST = 60;

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...ELEMENTS],
  allowedAttributes: Object.fromEntries(
    Object.entries(ATTRIBUTES).map(([name, attributes]) => [name, [...attributes]]),
  ),
  allowedSchemes: [...SCHEMES],
  allowedSchemesAppliedToAttributes: ["href", "src", "cite", "poster"],
  allowProtocolRelative: true,
  nonTextTags: [...DROPPED],
  nestingLimit: DEEPEST,
  disallowedTagsMode: "discard",
  enforceHtmlBoundary: false,
  parser: { decodeEntities: true, lowerCaseAttributeNames: true },
};

/** Only these can begin anything but text. */
const MARKUP = /[<>&"]/;

/** HTML with nothing but what `allowed.ts` lists: the last gate, whatever came before. */
export function sanitise(html: string): string {
  if (!MARKUP.test(html)) return html;
  return sanitizeHtml(html, OPTIONS);
}
