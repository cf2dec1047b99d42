import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { checkSite } from "../../src/check/site.ts";

const OPTIONS = { now: new Date("2026-06-02T00:00:00Z"), agent: "test" };

type Answer = (request: IncomingMessage, response: ServerResponse, address: string) => void;

function feedAt(address: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>C</title><link>https://courier.example/</link><description>N</description><atom:link rel="self" href="${address}/rss.xml"/></channel></rss>`;
}

const WELL = { "content-type": "application/rss+xml; charset=utf-8", "cache-control": "max-age=300" };

/** A server on this machine, until the test is over. */
async function served(answer: Answer): Promise<string> {
  let address = "";
  const server = createServer((request, response) => answer(request, response, address));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return address;
}

function with304(headers: Readonly<Record<string, string>>): Answer {
  return (request, response, address) => {
    const isKnown = request.headers["if-none-match"] === '"1"';
    response.writeHead(isKnown ? 304 : 200, { etag: '"1"', ...headers });
    response.end(isKnown ? "" : feedAt(address));
  };
}

function withHead(headers: Readonly<Record<string, string>>): Answer {
  return (_request, response, address) => void response.writeHead(200, headers).end(feedAt(address));
}

test.for<readonly [string, Answer, readonly string[]]>([
  ["a server that does all well", with304(WELL), []],
  ["a type that is no feed's", with304({ ...WELL, "content-type": "text/html; charset=utf-8" }), ["http/content-type"]],
  ["a type that is XML's only", with304({ ...WELL, "content-type": "application/xml" }), ["http/content-type-general"]],
  [
    "text without a charset",
    with304({ ...WELL, "content-type": "text/xml" }),
    ["http/content-type-general", "http/text-without-charset"],
  ],
  [
    "a charset that is not the file's",
    with304({ ...WELL, "content-type": "application/rss+xml; charset=iso-8859-1" }),
    ["encoding/mismatch"],
  ],
  ["no validator", withHead(WELL), ["http/no-validator"]],
  ["a validator that it doesn't look at", withHead({ ...WELL, etag: '"1"' }), ["http/not-304"]],
  ["no Cache-Control", with304({ "content-type": WELL["content-type"] }), ["http/no-cache-control"]],
  ["a feed that must not be kept", with304({ ...WELL, "cache-control": "no-store" }), ["http/no-store"]],
  [
    "a long feed uncompressed",
    (request, response, address) => {
      const isKnown = request.headers["if-none-match"] === '"1"';
      response.writeHead(isKnown ? 304 : 200, { etag: '"1"', ...WELL });
      response.end(isKnown ? "" : feedAt(address).replace("<title>", `${" ".repeat(2000)}<title>`));
    },
    ["http/uncompressed"],
  ],
  [
    "a redirection",
    (request, response, address) => {
      if (request.url === "/rss.xml") with304(WELL)(request, response, address);
      else response.writeHead(302, { location: "/rss.xml" }).end();
    },
    ["http/moved"],
  ],
])("%s", async ([what, answer, expected]) => {
  const address = await served(answer);
  const checked = await checkSite(`${address}/${what === "a redirection" ? "" : "rss.xml"}`, OPTIONS);
  expect(checked).toHaveProperty("findings");
  expect("findings" in checked ? checked.findings.map(({ rule }) => rule) : []).toEqual(expected);
});

test.for<readonly [string, Answer, string]>([
  ["a feed that is not there", (_, response) => void response.writeHead(404).end(), "the server answered 404"],
  [
    "a redirection in a circle",
    (_, response) => void response.writeHead(301, { location: "/rss.xml" }).end(),
    "more than 10 redirections",
  ],
  [
    "a redirection to nowhere",
    (_, response) => void response.writeHead(301, { location: "http://" }).end(),
    "the server redirects to “http://”",
  ],
  ["a line that breaks", (request) => void request.socket.destroy(), "other side closed"],
])("%s is said to be so", async ([, answer, trouble]) => {
  const address = await served(answer);
  const checked = await checkSite(`${address}/rss.xml`, OPTIONS);
  expect("trouble" in checked ? checked.trouble : "").toContain(trouble);
});
