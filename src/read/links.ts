/** Attributes that hold one URL, as the sanitiser writes them: in double quotes. */
const ADDRESSES = /(\s(?:href|src|poster|cite)=")([^"]*)(")/g;
const SETS = /(\ssrcset=")([^"]*)(")/g;
const UNSAFE_CHARACTERS = /[\s"<>\\^`{|}\u0080-\uffff]|\[|\]/u;

/**
 * Makes every URL in sanitised HTML absolute, against the article's own address: xml:base is not honoured by mail
 * services nor by miniflux. What no URL can be made of loses its attribute. Addresses come out as URIs (RFC 3986): hosts
 * in punycode, other characters in percent form, which is what the W3C validator and older readers want.
 */
export function absolutise(html: string, base: string): string {
  if (!html.includes('="')) return html;
  return html
    .replace(ADDRESSES, (_, before: string, url: string, after: string) => {
      const absolute = address(url, base);
      return absolute === undefined ? "" : `${before}${absolute}${after}`;
    })
    .replace(SETS, (_, before: string, set: string, after: string) => {
      const candidates = sources(set, base);
      return candidates === "" ? "" : `${before}${candidates}${after}`;
    });
}

/** Far beyond what any browser opens. */
export const LONGEST_ADDRESS = 100_000;

/** One URL of an attribute, `&amp;` and all. */
function address(written: string, base: string): string | undefined {
  const url = written.replaceAll("&amp;", "&").trim();
  if (url.length > LONGEST_ADDRESS) return undefined;
  if (isPlain(url)) return written.trim();
  const absolute = absoluteUrl(url, base);
  return absolute?.replaceAll("&", "&amp;");
}

const PLAIN = /^https?:\/\/[a-z0-9.-]+(?::\d+)?\//;

/** Absolute and clean already: by far the most frequent case. */
function isPlain(url: string): boolean {
  return PLAIN.test(url) && !UNSAFE_CHARACTERS.test(url);
}

/** An absolute URI for what was written, or `undefined` where there is none. */
function absoluteUrl(url: string, base: string): string | undefined {
  if (!URL.canParse(url, base)) return undefined;
  const { href } = new URL(url, base);
  if (href.startsWith("mailto:") || href.startsWith("tel:")) return href.includes(" ") ? undefined : href;
  if (!/^https?:/.test(href)) return undefined;
  // The brackets of an IPv6 host stay.
  const host = /^https?:\/\/[^/?#]*/.exec(href)?.[0] ?? "";
  const rest = href.slice(host.length).replace(/[\s"<>\\^`{|}]/g, encodeURIComponent);
  return host + rest.replace(/[[\]]/g, (bracket) => (bracket === "[" ? "%5B" : "%5D"));
}

/** The candidates of a `srcset`: a URL and what it is for, with commas between. */
function sources(set: string, base: string): string {
  return set
    .split(/,\s+|,(?=https?:|\/)/)
    .flatMap((candidate) => {
      const [url = "", ...sizes] = candidate.trim().split(/\s+/);
      const absolute = url === "" ? undefined : address(url, base);
      return absolute === undefined ? [] : [[absolute.replaceAll(",", "%2C"), ...sizes].join(" ")];
    })
    .join(", ");
}
