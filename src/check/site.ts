import { check } from "./check.ts";
import type { CheckFinding } from "./check-finding.ts";
import { byPlace } from "./check-finding.ts";
import type { Report } from "./reporter.ts";
import { reporterFor } from "./reporter.ts";
import { httpRules } from "./rules/http.ts";

/** What a site answered, or why nothing can be said of it. */
export type SiteCheck =
  | { readonly findings: CheckFinding[]; readonly bytes: Uint8Array }
  | { readonly trouble: string };

export interface SiteOptions {
  readonly now: Date;
  /** Who asks, as servers log it. */
  readonly agent: string;
}

interface Arrived {
  readonly response: Response;
  readonly hops: readonly { readonly status: number; readonly to: string }[];
  readonly url: string;
}

const PATIENCE_MS = 30_000;
const MOST_HOPS = 10;
const MOST_BYTES = 100_000_000;
const START = { line: 1, column: 1 };
const ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";
/** Smaller answers gain nothing by being compressed. */
const WORTH_COMPRESSING = 1400;

/** Fetches a feed as a reader would, twice, and checks the feed and the answers. */
export async function checkSite(url: string, { now, agent }: SiteOptions): Promise<SiteCheck> {
  try {
    const arrived = await followed(url, { accept: ACCEPT, "user-agent": agent });
    if ("trouble" in arrived) return arrived;
    const { response } = arrived;
    if (!response.ok) return { trouble: `the server answered ${response.status} ${response.statusText}`.trim() };
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > MOST_BYTES) return { trouble: `the answer is longer than ${MOST_BYTES} bytes` };
    const reporter = reporterFor(url);
    hopsTold(url, arrived, reporter.report);
    headersTold(response.headers, bytes.length, reporter.report);
    await secondTold(arrived, agent, reporter.report);
    const contentType = response.headers.get("content-type");
    const own = check(bytes, { file: url, url: arrived.url, now, ...(contentType !== null && { contentType }) });
    return { findings: byPlace([...reporter.findings(), ...own]), bytes };
  } catch (error) {
    return { trouble: troubleOf(error) };
  }
}

function troubleOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${PATIENCE_MS / 1000} s`;
  return error.cause instanceof Error
    ? error.cause.message || String((error.cause as NodeJS.ErrnoException).code)
    : error.message;
}

async function asked(url: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(url, { headers, redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
}

async function followed(
  start: string,
  headers: Readonly<Record<string, string>>,
): Promise<Arrived | { readonly trouble: string }> {
  const hops: { status: number; to: string }[] = [];
  let url = start;
  while (hops.length <= MOST_HOPS) {
    const response = await asked(url, headers);
    const location = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || location === null) return { response, hops, url };
    await response.body?.cancel();
    if (!URL.canParse(location, url)) return { trouble: `the server redirects to “${location}”` };
    url = new URL(location, url).href;
    hops.push({ status: response.status, to: url });
  }
  return { trouble: `more than ${MOST_HOPS} redirections` };
}

function hopsTold(start: string, { hops }: Arrived, report: Report): void {
  let from = start;
  for (const { status, to } of hops) {
    report(httpRules.moved, { status, to }, START);
    if (from.startsWith("https:") && to.startsWith("http:")) report(httpRules.insecure, { to }, START);
    from = to;
  }
}

const SPECIFIC = /^application\/(?:(?:rss|atom|rdf)\+xml|feed\+json)$/;
const GENERAL = /^(?:application|text)\/(?:xml|json|x-opml|x-opml\+xml)$/;

function headersTold(headers: Headers, bytes: number, report: Report): void {
  const full = headers.get("content-type") ?? "";
  const type = full.split(";")[0]?.trim().toLowerCase() ?? "";
  if (GENERAL.test(type)) report(httpRules.general, { type }, START);
  else if (!SPECIFIC.test(type)) report(httpRules.type, { type: type === "" ? "nothing" : type }, START);
  if (type === "text/xml" && !/charset/i.test(full)) report(httpRules.noCharset, { type }, START);
  const cache = headers.get("cache-control");
  if (cache === null) report(httpRules.noCacheControl, {}, START);
  else if (/no-store/i.test(cache)) report(httpRules.noStore, { value: cache }, START);
  if (headers.get("content-encoding") === null && bytes > WORTH_COMPRESSING)
    report(httpRules.uncompressed, { bytes }, START);
}

/** Asks again as readers do that have the feed already. */
async function secondTold({ response, url }: Arrived, agent: string, report: Report): Promise<void> {
  const etag = response.headers.get("etag");
  const modified = response.headers.get("last-modified");
  if (etag === null && modified === null) return report(httpRules.noValidator, {}, START);
  const headers = {
    accept: ACCEPT,
    "user-agent": agent,
    ...(etag !== null && { "if-none-match": etag }),
    ...(modified !== null && { "if-modified-since": modified }),
  };
  const again = await asked(url, headers);
  await again.body?.cancel();
  if (again.status !== 304)
    report(httpRules.not304, { validator: etag === null ? "Last-Modified" : "ETag", status: again.status }, START);
}
