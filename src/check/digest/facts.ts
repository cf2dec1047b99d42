const IMAGE = /<img\b[^>]*?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/** The pictures of a piece of HTML. */
export function imagesIn(html: string): string[] {
  return [...html.matchAll(IMAGE)].map(([, double, single]) => double ?? single ?? "");
}

/** A date of RFC 822 or RFC 3339 in ms since 1970. */
export function timeOf(words: string): number | undefined {
  const time = Date.parse(words);
  return Number.isNaN(time) ? undefined : time;
}

/** The words of HTML without its tags. */
export function withoutTags(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };
const REFERENCE = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos|nbsp));/gi;

/** HTML without tags as a reader shows it. */
export function shown(html: string): string {
  return html.replace(REFERENCE, (written, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? written;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : written;
  });
}
