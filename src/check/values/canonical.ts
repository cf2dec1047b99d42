const PARTS = /^([^:/?#]+):(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/;
const PORTS: Readonly<Record<string, string>> = { http: ":80", https: ":443", ftp: ":21" };
const UNRESERVED = /[A-Za-z0-9._~-]/;

/** The normal form of an absolute URI (RFC 3986, 6.2), in which two that mean the same are the same letter by letter. */
export function canonicalUri(uri: string): string {
  const found = PARTS.exec(uri);
  if (found === null) return uri;
  const [, scheme = "", authority, path = "", query = "", fragment = ""] = found;
  const lower = scheme.toLowerCase();
  if (authority === undefined) return `${lower}:${escapes(path)}${escapes(query)}${escapes(fragment)}`;
  const rest = `${withoutDots(path)}${query}${fragment}`;
  return `${lower}://${host(authority, PORTS[lower])}${escapes(rest)}`;
}

function host(authority: string, usualPort: string | undefined): string {
  const at = authority.lastIndexOf("@") + 1;
  const name = authority.slice(at).toLowerCase().replace(/:$/, "");
  const short = usualPort !== undefined && name.endsWith(usualPort) ? name.slice(0, -usualPort.length) : name;
  return authority.slice(0, at) + short;
}

function withoutDots(path: string): string {
  const kept: string[] = [];
  const segments = path.split("/");
  segments.forEach((segment, index) => {
    const isLast = index === segments.length - 1;
    if (segment === "..") kept.length = Math.max(1, kept.length - 1);
    else if (segment !== ".") kept.push(segment);
    if (isLast && (segment === "." || segment === "..")) kept.push("");
  });
  return path === "" ? "/" : kept.join("/");
}

function escapes(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (triplet) => {
    const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
    return UNRESERVED.test(character) ? character : triplet.toUpperCase();
  });
}
