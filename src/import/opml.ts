import { DomUtils, parseDocument } from "htmlparser2";

/** The addresses of the feeds in a subscription list (OPML 2.0), each once; `undefined` where the text is none. */
export function subscriptions(text: string): readonly string[] | undefined {
  const document = parseDocument(text, { xmlMode: true, decodeEntities: true });
  const [root] = DomUtils.getElementsByTagName("opml", document.children, false);
  if (root === undefined) return undefined;
  const outlines = DomUtils.getElementsByTagName("outline", root.children, true);
  return [...new Set(outlines.flatMap(({ attribs }) => attribs.xmlUrl?.trim() || []))];
}

/**
 * Where a copy of a feed may lie beside its list, as paths below the list's folder, the likeliest first: where its
 * address leads on its own site, or simply by its name. An address that is itself a path is that path.
 */
export function copiesOf(address: string): readonly string[] {
  const path = URL.canParse(address) ? pathOf(new URL(address)) : address;
  const parts = path.split("/").filter((part) => part !== "" && part !== "." && part !== "..");
  return [...new Set([parts.join("/"), parts.at(-1) ?? ""])].filter((one) => one !== "");
}

function pathOf({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
