import { DomUtils } from "htmlparser2";

/** An element of an XML document. */
export type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** Its own children of a name, as it is written. */
export function children(element: Element, name: string): Element[] {
  return DomUtils.getElementsByTagName(name, element.children, false);
}

/** Their words, where they have any. */
export function texts(element: Element, name: string): string[] {
  return children(element, name).flatMap((one) => DomUtils.textContent(one).trim() || []);
}

/** The words of the first. */
export function text(element: Element, name: string): string | undefined {
  return texts(element, name)[0];
}
