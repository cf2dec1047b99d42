import { createServer } from "node:http";
import { type AddressInfo, createConnection, type Socket } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { plainRequest } from "../../src/serve/plain-request.ts";
import { answerPolls } from "../../src/serve/polls.ts";
import type { Answered } from "../../src/serve/server.ts";
import { site } from "../support/site.ts";
import { get, serving } from "./http.ts";

const FEED = `<rss version="2.0"><channel><title>${"G".repeat(2000)}</title></channel></rss>`;

/** A request, by its lines. */
const lines = (...all: readonly string[]): string => `${all.join("\r\n")}\r\n\r\n`;
const asks = (...headers: readonly string[]): string => lines("GET /rss.xml HTTP/1.1", "Host: a", ...headers);

describe("a request is plain if it is nothing but a question:", () => {
  test.for([
    [asks(), "the least there is"],
    [asks("User-Agent: newsboat/2.21 (Linux; x86_64)", "Accept: */*", "Connection: Keep-Alive"), "what readers send"],
    [asks('If-None-Match: "a", W/"b"', "If-Modified-Since: Fri, 01 May 2026 08:00:00 GMT"), "what they have"],
    [asks("A-IM: feed", "Accept-Encoding:gzip"), "a header without a space before its value"],
    [asks("From:"), "an empty one"],
  ] as const)("%j (%s)", ([text]) => {
    expect(plainRequest(text)).toMatchObject({ method: "GET", url: "/rss.xml", headers: { host: "a" } });
  });

  test.for([
    [asks().slice(0, -2), "half a request"],
    [asks() + asks(), "two"],
    [`${asks()}x`, "one and a bit"],
    [asks("Content-Length: 5"), "one with a body to come"],
    [asks("Transfer-Encoding: chunked"), "the same in pieces"],
    [asks("Expect: 100-continue"), "one that waits"],
    [asks("Upgrade: websocket"), "another protocol"],
    [asks("Connection: close"), "the last one"],
    [asks("Connection: keep-alive, Upgrade"), "the same in a list"],
    [asks("Range: bytes=0-9"), "a part"],
    [asks('If-Match: "a"'), "a condition that a 304 does not answer"],
    [asks("Host: b"), "a header twice"],
    [asks("If-None-Match : x"), "a space where none may be"],
    [asks("Accept: a", " b"), "a header over two lines"],
    [asks("Accept: a\nRange: bytes=0-9"), "a bare line feed"],
    [asks("User-Agent: caf\u00e9"), "bytes beyond ASCII"],
    [asks("User-Agent: a\0b"), "a control character"],
    [lines("GET /rss.xml HTTP/1.1"), "no host"],
    [lines("GET /rss.xml HTTP/1.0", "Host: a"), "an older version"],
    [lines("HEAD /rss.xml HTTP/1.1", "Host: a"), "another method"],
    [lines("GET http://a/rss.xml HTTP/1.1", "Host: a"), "a proxy's"],
    [lines("GET /rss .xml HTTP/1.1", "Host: a"), "a space in the target"],
    [lines("get /rss.xml HTTP/1.1", "Host: a"), "small letters"],
    ["", "nothing"],
  ] as const)("not %j (%s)", ([text]) => {
    expect(plainRequest(text)).toBeUndefined();
  });
});

interface Line {
  readonly socket: Socket;
  /** Sends bytes and gives what has come when it matches. */
  readonly say: (bytes: string, until: RegExp) => Promise<string>;
  readonly isClosed: () => boolean;
}

/** A connection whose bytes are ours to choose. */
async function connected(url: string): Promise<Line> {
  const { hostname, port } = new URL(url);
  let heard = "";
  let closed = false;
  const socket = createConnection({ host: hostname, port: Number(port), noDelay: true });
  onTestFinished(() => void socket.destroy());
  socket.on("data", (chunk) => {
    heard += chunk.toString("latin1");
  });
  socket
    .on("error", () => undefined)
    .on("close", () => {
      closed = true;
    });
  const say: Line["say"] = async (bytes, until) => {
    heard = "";
    socket.write(bytes);
    await expect.poll(() => heard, { interval: 5 }).toMatch(until);
    return heard;
  };
  return { socket, say, isClosed: () => closed };
}

const withoutDate = (answer: string): string => answer.replace(/^Date: .*\r\n/m, "");

async function asked() {
  const place = site({ "dist/rss.xml": FEED });
  const log: Answered[] = [];
  const server = await serving(join(place.folder, "dist"), { onAnswered: (one) => log.push(one) });
  const { etag = "" } = (await get(server.url, "/rss.xml")).headers;
  const poll = asks(`If-None-Match: ${etag}`, "User-Agent: reader/1");
  return { place, log, poll, etag, ...server };
}

const NOT_MODIFIED = /^HTTP\/1\.1 304 [\s\S]*\r\n\r\n$/;

describe("a poll", () => {
  test("is answered as any other request is, to the letter", async () => {
    const { url, poll } = await asked();
    const quick = await (await connected(url)).say(poll, NOT_MODIFIED);
    const ordinary = await (await connected(url)).say(poll.replace("Host", "DNT: 1\r\nHost"), NOT_MODIFIED);
    expect(withoutDate(quick)).toBe(withoutDate(ordinary));
    expect(quick).toMatch(/^Date: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\r$/m);
  });

  test("may come a hundred times over one connection, until there is something new", async () => {
    const { url, poll, place, log } = await asked();
    const { say } = await connected(url);
    for (let time = 0; time < 100; time += 1) await say(poll, NOT_MODIFIED);
    place.put({ "dist/rss.xml": FEED.replace("G", "New") });
    const fresh = await say(poll, /<\/rss>$/);
    expect(fresh).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(fresh).toContain("<title>New");
    const [, etag = ""] = /^ETag: (.*)\r$/m.exec(fresh) ?? [];
    await say(asks(`If-None-Match: ${etag}`), NOT_MODIFIED);
    await expect.poll(() => log.map(({ status }) => status)).toHaveLength(103);
    expect(log[1]).toMatchObject({ method: "GET", target: "/rss.xml", status: 304, agent: "reader/1" });
  });

  test.for([
    ["in two pieces", (poll: string) => [poll.slice(0, 20), poll.slice(20)], 1],
    ["twice at once", (poll: string) => [poll + poll], 2],
    ["and its end, and the beginning of the next", (poll: string) => [poll, poll.slice(0, 9), poll.slice(9)], 2],
    ["behind another request", (poll: string) => [`${poll.replace("Host", "DNT: 1\r\nHost")}${poll}`], 2],
  ] as const)("%s is answered in order", async ([, cut, answers]) => {
    const { url, poll } = await asked();
    const { say, socket } = await connected(url);
    const pieces = cut(poll);
    for (const piece of pieces.slice(0, -1)) {
      socket.write(piece);
      await new Promise((resolve) => {
        setTimeout(resolve, 30);
      });
    }
    // The answer to a whole first piece has come already.
    const left = pieces.length === 3 ? answers - 1 : answers;
    const said = await say(pieces.at(-1) ?? "", new RegExp(`^(?:HTTP/1\\.1 304 [\\s\\S]*?\\r\\n\\r\\n){${left}}$`));
    expect(said.match(/304 Not Modified/g)).toHaveLength(left);
  });

  test.for([
    ["/../secret.txt", /^HTTP\/1\.1 400 /],
    ["/nothing", /^HTTP\/1\.1 404 /],
    ["/%00", /^HTTP\/1\.1 400 /],
  ] as const)("for %s is refused as ever", async ([target, status]) => {
    const { url, poll } = await asked();
    await (await connected(url)).say(poll.replace("/rss.xml", target), status);
  });
});

describe("a connection", () => {
  test("whose client has said its last is closed", async () => {
    const { url, poll } = await asked();
    const { say, socket, isClosed } = await connected(url);
    await say(poll, NOT_MODIFIED);
    socket.end();
    await expect.poll(isClosed).toBe(true);
  });

  test("that breaks harms nobody", async () => {
    const { url, poll } = await asked();
    const broken = await connected(url);
    await broken.say(poll, NOT_MODIFIED);
    broken.socket.resetAndDestroy();
    expect(await (await connected(url)).say(poll, NOT_MODIFIED)).toContain("304");
  });

  test("that is silent keeps no server from ending", async () => {
    const { url, poll, close } = await asked();
    const [one, other] = [await connected(url), await connected(url)];
    await one.say(poll, NOT_MODIFIED);
    await close();
    await expect.poll(() => [one.isClosed(), other.isClosed()]).toEqual([true, true]);
  });

  test("that is silent for too long is closed", async () => {
    const server = createServer((_, response) => response.end("ordinary"));
    const heard: string[] = [];
    const end = answerPolls(server, {
      replyTo: async ({ url }) => ({ status: url === "/new" ? 200 : 304, headers: { ETag: '"a"' } }),
      told: ({ url }) => heard.push(url),
      patience: 200,
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    onTestFinished(() => {
      end();
      server.close();
      server.closeAllConnections();
    });
    const { say, isClosed } = await connected(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const answer = await say(asks(), NOT_MODIFIED);
    expect(answer).toMatch(/^ETag: "a"\r\nDate: .*\r\nConnection: keep-alive\r\nKeep-Alive: timeout=0\.2\r$/m);
    await say(lines("GET /old HTTP/1.1", "Host: a"), NOT_MODIFIED);
    expect(isClosed()).toBe(false);
    await expect.poll(isClosed).toBe(true);
    expect(heard).toEqual(["/rss.xml", "/old"]);
    const next = await connected(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    expect(await next.say(lines("GET /new HTTP/1.1", "Host: a"), /ordinary/)).toMatch(/^HTTP\/1\.1 200 /);
  });
});
