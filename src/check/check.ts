import type { CheckFinding } from "./check-finding.ts";
import { atLevel } from "./check-finding.ts";
import { checkJson } from "./check-json.ts";
import { checkXml } from "./check-xml.ts";
import { isJson } from "./is-json.ts";
import { reporterFor } from "./reporter.ts";

export interface CheckOptions {
  /** What findings call the document. Default: `feed`. */
  readonly file?: string;
  /** Where the document is served. Without it nothing is said about its self link. */
  readonly url?: string;
  /** What the server says that it is, with its charset. */
  readonly contentType?: string;
  /** The present, by which dates are plausible or not. */
  readonly now: Date;
}

/**
 * Checks a feed, a list of feeds or a sitemap: RSS, Atom, JSON Feed, OPML or a sitemap, whatever the bytes are.
 * Gives what is wrong with it, in the order of the document. Never throws: what can't be read is a finding.
 */
export function check(bytes: Uint8Array, options: CheckOptions): CheckFinding[] {
  return findingsIn(bytes, options, false);
}

/**
 * The errors among them, in half the time: what can only be a warning is not looked for, such as mistakes in the HTML of
 * bodies. A document that is still a text is taken for the UTF-8 that it will be written in.
 */
export function errorsIn(document: Uint8Array | string | readonly string[], options: CheckOptions): CheckFinding[] {
  return atLevel(findingsIn(document instanceof Uint8Array ? document : inPieces(document), options, true), "error");
}

/** What a document is, and in which encoding, is told by so many characters at most. */
const HEAD = 400;

/** A text in pieces, of which the first tells what it is. */
function inPieces(text: string | readonly string[]): readonly string[] {
  if (typeof text === "string") return [text];
  let [first = ""] = text;
  let next = 1;
  for (; first.length < HEAD && next < text.length; next += 1) first += text[next];
  return next === 1 ? text : [first, ...text.slice(next)];
}

function findingsIn(
  document: Uint8Array | readonly string[],
  options: CheckOptions,
  errorsOnly: boolean,
): CheckFinding[] {
  const reporter = reporterFor(options.file ?? "feed");
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(options.contentType ?? "")?.[1];
  const circumstances = {
    now: options.now.getTime(),
    addresses: options.url === undefined ? [] : [options.url],
    errorsOnly,
    ...(charset !== undefined && { charset }),
  };
  (isJson(document) ? checkJson : checkXml)(document, circumstances, reporter);
  return reporter.findings();
}
