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
