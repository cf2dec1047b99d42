/** URLs as every format can carry them: absolute, ASCII, percent-encoded (RFC 3986), white space gone. */

/** Most of them need nothing done. Parsing one takes longer than writing all else that is said of its entry. */
const PLAIN =
  /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?\/(?:[\w;/?:@&=+$.!~*'(),-]|%[\da-f]{2})*(?:#(?:[\w;/?:@&=+$.!~*'(),-]|%[\da-f]{2})*)?$/i;
// The W3C validator's grammar of URIs is older than RFC 3986: square brackets are for no place but the host.
const UNSAFE = /[^\w;/?:@&=+$.!~*'(),%#-]|%(?![\da-f]{2})/gi;
const WEB: ReadonlySet<string> = new Set(["http:", "https:", "ftp:"]);
const CONTACT: ReadonlySet<string> = new Set([...WEB, "mailto:", "tel:", "sip:", "xmpp:"]);

/**
 * A page's or file's URL, resolved against a base where it is relative. Nothing for what is no URL, or one that no
 * reader should follow (`javascript:`, `data:`).
 */
export function webUrl(value: unknown, base?: string): string | undefined {
  return located(value, base, WEB);
}

/** A person's page or address. */
export function contactUrl(value: unknown, base?: string): string | undefined {
  return located(value, base, CONTACT);
}

function located(value: unknown, base: string | undefined, schemes: ReadonlySet<string>): string | undefined {
  if (typeof value === "string" && PLAIN.test(value)) return value;
  if (value === undefined || !(typeof value === "string" || value instanceof URL)) return undefined;
  if (String(value).trim() === "") return undefined;
  const url = parsed(String(value), base);
  if (url === undefined || !schemes.has(url.protocol)) return undefined;
  return url.host.startsWith("[") ? url.href : encoded(url.href);
}

/** A URL by the WHATWG's rules: host in lower case and punycode, no dot segments, no default port. */
export function parsed(value: string, base?: string): URL | undefined {
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}

/** Percent-encodes whatever a URI can't hold. */
export function encoded(uri: string): string {
  const fragment = uri.indexOf("#");
  const once = fragment === -1 ? uri : uri.slice(0, fragment + 1) + uri.slice(fragment + 1).replaceAll("#", "%23");
  return once.replace(UNSAFE, (character) => (character === "%" ? "%25" : encodeCharacter(character)));
}

function encodeCharacter(character: string): string {
  return Array.from(new TextEncoder().encode(character), (byte) => `%${byte.toString(16).padStart(2, "0")}`)
    .join("")
    .toUpperCase();
}
