/** A request that is plain enough to be understood at a glance. */
export interface PlainRequest {
  readonly method: "GET";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What readers say of themselves and of what they have. Whoever says anything else is read by Node's own parser. */
const KNOWN: ReadonlySet<string> = new Set([
  "a-im",
  "accept",
  "accept-encoding",
  "accept-language",
  "cache-control",
  "connection",
  "from",
  "host",
  "if-modified-since",
  "if-none-match",
  "pragma",
  "referer",
  "sec-fetch-dest",
  "sec-fetch-mode",
  "sec-fetch-site",
  "user-agent",
]);
const FIRST = /^GET (\/[!-~]*) HTTP\/1\.1$/;
const FIELD = /^([A-Za-z-]+):[ \t]*([!-~](?:[ -~]*[!-~])?)?[ \t]*$/;
const END = "\r\n\r\n";

/**
 * The request that bytes are (as Latin-1), if they are exactly one: whole, without a body, each header once, and none
 * that would ask for anything but an answer. Nothing for all else, however well it may be formed.
 */
export function plainRequest(text: string): PlainRequest | undefined {
  if (!text.endsWith(END)) return undefined;
  const [first = "", ...lines] = text.slice(0, -END.length).split("\r\n");
  const [, url] = FIRST.exec(first) ?? [];
  if (url === undefined) return undefined;
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const [, written = "", value = ""] = FIELD.exec(line) ?? [];
    const name = written.toLowerCase();
    if (!KNOWN.has(name) || name in headers) return undefined;
    headers[name] = value;
  }
  const { host, connection = "keep-alive" } = headers;
  return host === undefined || connection.toLowerCase() !== "keep-alive" ? undefined : { method: "GET", url, headers };
}

/** Readers repeat themselves to the letter; nobody fills our memory with what is never said again. */
const MOST_KEPT = 1000;
const LONGEST = 2048;

/** Understands requests as `plainRequest` does, those that come again without reading them again. */
export function openEar(): (bytes: Buffer) => PlainRequest | undefined {
  const heard = new Map<string, PlainRequest>();
  return (bytes) => {
    if (bytes.length > LONGEST) return undefined;
    const text = bytes.toString("latin1");
    const known = heard.get(text);
    if (known !== undefined) return known;
    const request = plainRequest(text);
    if (request === undefined) return undefined;
    if (heard.size >= MOST_KEPT) heard.clear();
    heard.set(text, request);
    return request;
  };
}
