/**
 * The only place that escapes XML. Plain text is written with hexadecimal references: the RSS Advisory Board's profile
 * found them to be displayed right by the most readers, and the W3C validator asks for them where a title holds a
 * literal `&amp;` or `<b>`. It looks for them on the line on which the element begins; hence the line feeds.
 */

const MARKUP = /[&<>]/;
const TEXT = /[&<>\n]/g;
const QUOTABLE = /[&<>"\t\n]/;
const ATTRIBUTE = /[&<>"\t\n]/g;
const QUOTED = /[&<>"]/g;

/** Plain text as character data. */
export function escapeText(text: string): string {
  return MARKUP.test(text) ? text.replace(TEXT, reference) : text;
}

function reference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}

const escapeAmpersands = (uri: string): string => (uri.includes("&") ? uri.replaceAll("&", "&amp;") : uri);

/** ` name="value"`, or nothing without a value. */
export function attribute(name: string, value: string | number | undefined): string {
  if (value === undefined) return "";
  const text = String(value);
  return ` ${name}="${QUOTABLE.test(text) ? text.replace(ATTRIBUTE, reference) : text}"`;
}

/** The same for a URI, which holds no other mark that needs escaping. */
export function uriAttribute(name: string, uri: string | undefined): string {
  return uri === undefined ? "" : ` ${name}="${escapeAmpersands(uri)}"`;
}

/** An element's marks, on a line of its own: put together once, not for every entry. */
export interface Tag {
  readonly indent: string;
  /** Of its namespace, where the name has one. */
  readonly prefix: string | undefined;
  /** Up to the attributes. */
  readonly start: string;
  /** The start without attributes. */
  readonly open: string;
  readonly end: string;
  /** The end of HTML's CDATA, and the element's. */
  readonly htmlEnd: string;
}

/** The marks of an element, so far indented. `attributes` comes escaped: those that it always has. */
export function tag(indent: string, name: string, attributes = ""): Tag {
  const colon = name.indexOf(":");
  const prefix = colon === -1 ? undefined : name.slice(0, colon);
  const start = `${indent}<${name}${attributes}`;
  const end = `</${name}>\n`;
  return { indent, prefix, start, open: `${start}>`, end, htmlEnd: `]]>${end}` };
}

function element({ start, open, end }: Tag, content: string, attributes: string): string {
  return attributes === "" ? open + content + end : `${start}${attributes}>${content}${end}`;
}

/** An element of plain text, or nothing without a text. `attributes` comes escaped. */
export function textElement(name: Tag, text: string | undefined, attributes = ""): string {
  return text === undefined ? "" : element(name, escapeText(text), attributes);
}

/** An element that holds a URI, or nothing without one. */
export function uriElement(name: Tag, uri: string | undefined, attributes = ""): string {
  return uri === undefined ? "" : element(name, escapeAmpersands(uri), attributes);
}

/** An element that holds HTML as one string. In CDATA, which is fastest to write and to read by eye. */
export function htmlElement(name: Tag, html: string, attributes = ""): string {
  return htmlStart(name, attributes) + htmlRest(name, html);
}

/** The same in two pieces, for those who put the start together with what comes before. */
export function htmlStart({ start }: Tag, attributes = ""): string {
  return `${start}${attributes}><![CDATA[`;
}

export function htmlRest({ htmlEnd }: Tag, html: string): string {
  if (html.length > LONGEST_SECTION) return sections(html).join("]]><![CDATA[") + htmlEnd;
  return asCdata(html) + htmlEnd;
}

/** An element without content. */
export function emptyElement({ start }: Tag, attributes = ""): string {
  return `${start}${attributes}/>\n`;
}

/** An element around others that are written already, or nothing where there are none. */
export function parentElement(name: Tag, children: string, attributes = ""): string {
  return children === "" ? "" : element(name, `\n${children}${name.indent}`, attributes);
}

/** One element after the other. */
export function each<Part>(parts: readonly Part[], write: (part: Part) => string): string {
  let xml = "";
  for (const part of parts) xml += write(part);
  return xml;
}

/** The XML declaration, with a style sheet's instruction where there is one. */
export function declaration(stylesheet: { readonly href: string; readonly type: string } | undefined): string {
  const instruction =
    stylesheet === undefined
      ? ""
      : `<?xml-stylesheet href="${stylesheet.href.replace(QUOTED, reference)}" type="${stylesheet.type}"?>\n`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${instruction}`;
}

/** Parsers have an end of what they take in one piece (libxml2 at ten million characters); two pieces are one text. */
const LONGEST_SECTION = 5_000_000;

function sections(html: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < html.length; ) {
    const end = from + LONGEST_SECTION;
    // The halves of a character stay together.
    const to = /[\udc00-\udfff]/.test(html.charAt(end)) ? end + 1 : end;
    pieces.push(asCdata(html.slice(from, to)));
    from = to;
  }
  return pieces;
}

function asCdata(html: string): string {
  return html.includes("]]>") ? html.replaceAll("]]>", "]]]]><![CDATA[>") : html;
}
