import { STATUS_CODES } from "node:http";
import type { Ping } from "./plan.ts";

/** What came back. */
export interface Heard {
  readonly taken: boolean;
  /** The status and the beginning of the hub's words, or why there is no answer. */
  readonly said: string;
  /** Whether it may answer otherwise in a while: in so many milliseconds where it says when, else `true`. */
  readonly again: boolean | number;
  /** Absent where there was no answer at all. */
  readonly status?: number;
}

/** A redirection that keeps the method; all others would turn the message into a mere visit. */
const MOVED: ReadonlySet<number> = new Set([307, 308]);
const MAY_PASS: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
const MOST_MOVES = 3;
/** How much of a hub's words is read, in bytes, and shown, in characters. */
const MOST_READ = 4096;
const MOST_SHOWN = 200;

/** Tells a hub of one feed, once. Never rejects. */
export async function post(ping: Ping, agent: string, timeout: number): Promise<Heard> {
  try {
    const signal = AbortSignal.timeout(timeout);
    const response = await send(ping.hub, formOf(ping), agent, signal, MOST_MOVES);
    return await heardOf(ping, response);
  } catch (error) {
    return { taken: false, said: reasonOf(error, timeout), again: true };
  }
}

/**
 * One feed a request, which every hub understands. WebSub leaves the form open (section 7, "such as by sending a POST"):
 * the hubs that came from PubSubHubbub read `hub.url`, some newer ones only `hub.topic`.
 */
function formOf({ protocol, feed }: Ping): URLSearchParams {
  if (protocol === "rssCloud") return new URLSearchParams({ url: feed });
  return new URLSearchParams({ "hub.mode": "publish", "hub.url": feed, "hub.topic": feed });
}

async function send(
  address: string,
  body: URLSearchParams,
  agent: string,
  signal: AbortSignal,
  moves: number,
): Promise<Response> {
  const headers = { "User-Agent": agent, Accept: "*/*" };
  const response = await fetch(address, { method: "POST", body, headers, signal, redirect: "manual" });
  const location = response.headers.get("location");
  if (!MOVED.has(response.status) || location === null || moves === 0) return response;
  const next = new URL(location, address);
  if (!/^https?:$/.test(next.protocol)) return response;
  await response.body?.cancel();
  return send(next.href, body, agent, signal, moves - 1);
}

async function heardOf({ protocol }: Ping, response: Response): Promise<Heard> {
  const { status } = response;
  const words = await openingOf(response);
  const line = [status, STATUS_CODES[status]].filter(Boolean).join(" ");
  const shown = words
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, MOST_SHOWN);
  // An rssCloud server says in its words what it did, with a 200 either way.
  const isRefusal = protocol === "rssCloud" && /success\s*["']?\s*[:=]\s*["']?false/i.test(words);
  const taken = response.ok && !isRefusal;
  const reason = isRefusal ? (/msg\s*["']?\s*[:=]\s*"([^"]*)"/i.exec(words)?.[1] ?? shown) : shown;
  const said = taken || reason === "" ? line : `${line}: ${reason}`;
  return { taken, said, status, again: MAY_PASS.has(status) ? (retryAfter(response) ?? true) : false };
}

/** The beginning of an answer's words; nobody makes us read a film. */
async function openingOf({ body }: Response): Promise<string> {
  if (body === null) return "";
  const chunks: Uint8Array[] = [];
  let read = 0;
  const reader = body.getReader();
  while (read < MOST_READ) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value as Uint8Array);
    read += (value as Uint8Array).length;
  }
  await reader.cancel();
  return Buffer.concat(chunks).toString("utf8");
}

/** `Retry-After` (RFC 9110, section 10.2.3), seconds or a date, in milliseconds from now. */
function retryAfter({ headers }: Response): number | undefined {
  const value = headers.get("retry-after");
  if (value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nobody listens there",
  ECONNRESET: "the connection broke",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the host's name cannot be looked up now",
  UND_ERR_SOCKET: "the connection broke",
  CERT_HAS_EXPIRED: "its certificate has expired",
};

/** What `fetch` says in its cause. */
function reasonOf(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${timeout / 1000} s`;
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return ("code" in cause && REASONS[String(cause.code)]) || cause.message || error.message;
}
