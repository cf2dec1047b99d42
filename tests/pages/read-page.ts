import { Parser } from "htmlparser2";

/** What the tests look at of a page. */
export interface ReadPage {
  /** Every element with its attributes and the text that stands in it directly or below. */
  readonly elements: readonly ReadElement[];
  readonly all: (name: string) => readonly ReadElement[];
  readonly text: string;
}

interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Reads a page as browsers do. */
export function readPage(html: string): ReadPage {
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: (typeof elements)[number][] = [];
  let text = "";
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element = { name, attributes, text: "" };
        elements.push(element);
        open.push(element);
      },
      ontext: (words) => {
        text += words;
        for (const element of open) element.text += words;
      },
      onclosetag: () => {
        open.pop();
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return { elements, all: (wanted) => elements.filter(({ name }) => name === wanted), text };
}
