import type { IncomingMessage, ServerResponse } from "node:http";
import { isIP } from "node:net";
import { LIVE_SCRIPT } from "./live-script.ts";

/** Something that keeps an article from being published, in the words that the page shows. */
export interface Trouble {
  readonly place: string;
  readonly wrong: string;
  /** The words that are meant, with a mark under them; empty where there are none. */
  readonly frame: string;
  readonly mend: string;
}

/** What is told to open pages, and put into those that are opened. */
export interface Live {
  /** Pages are told of a build: they reload where `isNew`, and show what stands in the way. */
  readonly built: (isNew: boolean, troubles: readonly Trouble[]) => void;
  readonly decorate: (html: string) => string;
  /** Answers what is no file of the publication; `false` for all else. */
  readonly beside: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly close: () => void;
}

/** What is answered below this path is ours, and stands in no `dist/`. */
const OURS = "/_dateline/";
/** Proxies and browsers give up on a connection that is silent for long. */
const HEARTBEAT = 25_000;
/** A publication's pages forbid scripts that are not theirs; ours is none of theirs. */
const POLICY = /<meta\b[^>]*http-equiv\s*=\s*["']?content-security-policy\b[^>]*>/gi;

export function openLive(): Live {
  const listeners = new Set<ServerResponse>();
  const session = Date.now().toString(36);
  let build = 0;
  let troubles: readonly Trouble[] = [];
  const version = (): string => `${session}.${build}`;
  const message = (): string => `event: built\ndata: ${JSON.stringify({ version: version(), troubles })}\n\n`;
  const heart = setInterval(() => tell(": still here\n\n"), HEARTBEAT);
  const tell = (text: string): void => {
    for (const response of listeners) response.write(text);
  };
  const listen = (request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write(`retry: 500\n\n${message()}`);
    listeners.add(response);
    request.once("close", () => listeners.delete(response));
  };
  return {
    built: (isNew, found) => {
      if (isNew) build += 1;
      troubles = found;
      tell(message());
    },
    decorate: (html) => withScript(html, version()),
    beside: (request, response) => {
      const path = request.url?.split("?")[0];
      if (path !== `${OURS}events` && path !== `${OURS}live.js`) return false;
      if (!isAtHome(request)) response.writeHead(403).end();
      else if (path === `${OURS}events`) listen(request, response);
      else response.writeHead(200, { "Content-Type": "text/javascript; charset=utf-8" }).end(LIVE_SCRIPT);
      return true;
    },
    close: () => {
      clearInterval(heart);
      for (const response of listeners) response.end();
    },
  };
}

/** Puts our script at the end of a page. */
function withScript(html: string, version: string): string {
  const script = `<script src="${OURS}live.js" data-version="${version}"></script>`;
  const page = html.replace(POLICY, "");
  const end = page.toLowerCase().lastIndexOf("</body>");
  return end === -1 ? `${page}${script}\n` : `${page.slice(0, end)}${script}${page.slice(end)}`;
}

/**
 * Whether a request names this machine as people do who sit at it. A page of elsewhere whose name was made to lead here
 * (DNS rebinding) reads no drafts.
 */
export function isAtHome({ headers }: Pick<IncomingMessage, "headers">): boolean {
  const name = (headers.host ?? "").replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
  return isIP(name) !== 0 || name === "localhost" || name.endsWith(".localhost");
}
