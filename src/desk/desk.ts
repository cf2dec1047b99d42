import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type { Memory } from "../build/memory.ts";
import type { BuildReport } from "../build.ts";
import { readBytes } from "../files.ts";
import { html } from "../pages/markup.ts";
import { readArticle } from "../read/read.ts";
import { aggregatorsMarkup, isAdvice } from "./aggregators.ts";
import { articlePage, findingsMarkup } from "./article-page.ts";
import { DESK, KEYS_SCRIPT, page } from "./frame.ts";
import { listPage } from "./list-page.ts";
import { type Row, rowsOf } from "./roll.ts";

/** What lies on the desk: the articles of the last build, each with what became of it. */
export interface Desk {
  readonly built: (report: BuildReport) => void;
  /** Answers for the desk's pages; `false` for all others. */
  readonly beside: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** What the desk is opened with. */
interface Room {
  readonly data: string;
  readonly memory: Memory;
  /** Done to each page before it is shown. */
  readonly decorate: (html: string) => string;
  /** Whether whoever asks may see drafts. */
  readonly mayEnter: (request: IncomingMessage) => boolean;
}

/** Pages of ours run our scripts and no others; what an article holds may be looked at, and do nothing. */
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; img-src * data:; media-src *; base-uri *";

export function openDesk(room: Room): Desk {
  let report: BuildReport | undefined;
  let laid: readonly Row[] | undefined;
  // Of ten thousand articles, and at every save: only when somebody comes to the desk.
  const rowsNow = (built: BuildReport): readonly Row[] => {
    laid ??= rowsOf(built, room.data);
    return laid;
  };
  const answer = async (url: URL): Promise<readonly [status: number, html: string]> => {
    if (report === undefined) return [200, page("The desk", html`<h1>The first build is at work</h1>`)];
    const rows = rowsNow(report);
    if (url.pathname === `${DESK}/article`) return articleAnswer(room, rows, url.searchParams.get("file") ?? "");
    const files = new Set(rows.map(({ file }) => join(room.data, file)));
    const whole = report.findings.filter(({ place }) => !files.has(place.file));
    const remarks = findingsMarkup(whole.filter((one) => !isAdvice(one)));
    const ready = aggregatorsMarkup(room.memory.last()?.publication ?? { profiles: [] }, whole, rows);
    return [200, listPage(report.publication, rows, { remarks, ready })];
  };
  return {
    built: (built) => {
      report = built;
      laid = undefined;
    },
    beside: (request, response) => {
      const url = new URL(request.url ?? "/", "http://desk.invalid");
      if (url.pathname !== DESK && !url.pathname.startsWith(`${DESK}/`)) return false;
      if (!room.mayEnter(request)) response.writeHead(403).end();
      else if (url.pathname === `${DESK}/keys.js`) script(response);
      else
        answer(url).then(
          ([status, html]) => show(response, status, room.decorate(html)),
          () => show(response, 500, page("The desk", html`<h1>The article cannot be read</h1>`)),
        );
      return true;
    },
  };
}

function script(response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-store" });
  response.end(KEYS_SCRIPT);
}

function show(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
  });
  response.end(html);
}

/** Only files that a build has read are shown, whatever the address names. */
async function articleAnswer(
  { data, memory }: Room,
  rows: readonly Row[],
  file: string,
): Promise<readonly [number, string]> {
  const at = rows.findIndex((row) => row.file === file);
  const row = rows[at];
  const last = memory.last();
  const story = memory.story(file);
  if (row === undefined || last === undefined || story === undefined)
    return [404, page("The desk", html`<h1>There is no article ${file}</h1>`)];
  const { publication } = last;
  const article = await readArticle(await readBytes(join(data, file)), file, publication.limits);
  const entry = last.entries.find((one) => one.file === file && row.fate !== "refused");
  const beside = { next: rows[at + 1]?.file, previous: rows[at - 1]?.file };
  return [200, articlePage({ row, article, story, publication, entry, ...beside })];
}
