import type { Edition } from "../edition/edition.ts";
import { FORMATS, type FormatName } from "../render/formats.ts";
import { html, type Markup } from "./markup.ts";

/** The formats in the order in which readers should find them, by the names that people know. */
export const FORMAT_NAMES: readonly (readonly [FormatName, string])[] = [
  ["rss", "RSS"],
  ["atom", "Atom"],
  ["json", "JSON Feed"],
];

/**
 * Links by which browsers and readers find an edition's feeds. Absolute, since simple readers don't resolve them.
 * Where several editions are linked, the first is what a reader takes that asks nobody.
 */
export function autodiscovery({ title, feed }: Edition): Markup {
  const { feedLinks = {} } = feed.options;
  const links = FORMAT_NAMES.map(
    ([format, name]) =>
      html`<link rel="alternate" type="${FORMATS[format].mediaType}" title="${title} (${name})" href="${feedLinks[format]}">\n`,
  );
  return html`${links}`;
}
