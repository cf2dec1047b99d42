/** A request's path, or the status that refuses it. */
export type RequestPath = { readonly path: string } | { readonly refused: 400 | 404 };

const PLAIN = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\/?$/;
/** Those of hosts (`_headers`, `_redirects`) tell the host what to do, and are not for readers. */
const FOR_HOSTS: ReadonlySet<string> = new Set(["/_headers", "/_redirects"]);
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const TRICKS = /[\u0000-\u001f\u007f\\]/;

/**
 * The path that a request asks for (RFC 9112, section 3.2), decoded, with its leading slash: whatever it holds, joined
 * to a folder it stays inside. Refused are what is wrongly encoded, `..` in any spelling, separators in disguise, and
 * hidden files other than `.well-known`.
 */
export function requestPath(target: string): RequestPath {
  const raw = withoutQuery(target);
  if (PLAIN.test(raw)) return FOR_HOSTS.has(raw) ? { refused: 404 } : { path: raw };
  if (!raw.startsWith("/")) return { refused: 400 };
  const segments: string[] = [];
  for (const part of raw.slice(1).split("/")) {
    const segment = decoded(part);
    if (segment === undefined || segment === ".." || segment === "." || segment.includes("/") || TRICKS.test(segment))
      return { refused: 400 };
    segments.push(segment);
  }
  const [first, ...rest] = segments;
  const hidden = [first === ".well-known" ? "" : first, ...rest].some((segment) => segment?.startsWith("."));
  const isDouble = segments.slice(0, -1).includes("");
  const path = `/${segments.join("/")}`;
  return hidden || isDouble || FOR_HOSTS.has(path) ? { refused: 404 } : { path };
}

function withoutQuery(target: string): string {
  const path = target.startsWith("/") ? target : (/^https?:\/\/[^/?#]*(.*)$/i.exec(target)?.[1] ?? target);
  const end = path.search(/[?#]/);
  return end === -1 ? path : path.slice(0, end);
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
