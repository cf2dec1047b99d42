import { createServer, type ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import type { Ping } from "../../src/push/plan.ts";
import { type Answer, tellAll } from "../../src/push/tell.ts";
import { bodyOf, listening } from "./hub.ts";

const PATIENCE = { timeout: 300, delays: [1, 2], longest: 20 };
const FEED = "https://gazette.example/rss.xml";

/** What a hub heard, and when it is to answer how. */
interface Script {
  readonly url: string;
  readonly heard: string[];
}

/** A hub that answers as told, one answer after the other; the last one for ever. */
async function hubThat(...answers: readonly ((response: ServerResponse) => void)[]): Promise<Script> {
  const heard: string[] = [];
  const server = createServer(async (request, response) => {
    heard.push(`${request.method} ${request.headers["content-type"]} ${await bodyOf(request)}`);
    (answers[heard.length - 1] ?? answers.at(-1))?.(response);
  });
  return { url: await listening(server), heard };
}

const says =
  (status: number, words = "", headers = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, headers).end(words);
  };

async function tell(...pings: readonly Ping[]): Promise<readonly Answer[]> {
  return tellAll(pings, "Dateline/test", () => undefined, PATIENCE);
}

const ping = (hub: string, facts: Partial<Ping> = {}): Ping => ({
  protocol: "WebSub",
  hub,
  feed: FEED,
  hash: "h",
  ...facts,
});

describe("a hub's answer", () => {
  const never = (): void => undefined;
  const breaks = (response: ServerResponse): void => {
    response.destroy();
  };
  test.for([
    [[says(204)], true, "204 No Content", 1, "taken"],
    [[says(200, "<p>thanks</p>")], true, "200 OK", 1, "taken, in words that don't matter"],
    [[says(202)], true, "202 Accepted", 1, "will be looked at"],
    [[says(503), says(500), says(204)], true, "204 No Content", 3, "taken in the end"],
    [[says(503, "<h1>too\n  busy</h1>")], false, "503 Service Unavailable: too busy", 3, "never taken"],
    [[says(429, "", { "Retry-After": "0" }), says(204)], true, "204 No Content", 2, "to be asked again at once"],
    [[says(429, "", { "Retry-After": "60" })], false, "429 Too Many Requests", 1, "to be asked again too late for us"],
    [[says(503, "", { "Retry-After": "soon" }), says(204)], true, "204 No Content", 2, "whenever that is"],
    [[says(400, "no topic")], false, "400 Bad Request: no topic", 1, "refused: asking again would not help"],
    [[says(404)], false, "404 Not Found", 1, "no hub there"],
    [
      [says(302, "", { Location: "/elsewhere" }), says(200)],
      false,
      "302 Found",
      1,
      "a mere visit elsewhere tells nobody",
    ],
    [[says(307, "", { Location: "/elsewhere" }), says(204)], true, "204 No Content", 1, "moved, to be told there"],
    [[says(308, "", { Location: "ftp://x/" })], false, "308 Permanent Redirect", 1, "moved where we can't go"],
    [[says(307, "", { Location: "/" })], false, "307 Temporary Redirect", 1, "moved in a circle"],
    [[breaks, says(204)], true, "204 No Content", 2, "a connection that breaks"],
    [[never], false, "no answer within 0.3 s", 3, "none"],
    [[says(400, "x".repeat(100_000))], false, `400 Bad Request: ${"x".repeat(200)}`, 1, "a novel"],
  ] as const)("%#: taken %s, %s, tries %i (%s)", async ([answers, taken, said, tries]) => {
    const hub = await hubThat(...answers);
    const [answer] = await tell(ping(hub.url));
    expect(answer).toMatchObject({ taken, said, tries });
  });

  test("comes to a form with the feed's address under both names that hubs know", async () => {
    const hub = await hubThat(says(204));
    await tell(ping(hub.url));
    const address = encodeURIComponent(FEED);
    expect(hub.heard).toEqual([
      `POST application/x-www-form-urlencoded;charset=UTF-8 hub.mode=publish&hub.url=${address}&hub.topic=${address}`,
    ]);
  });
});

describe("several feeds", () => {
  test("are told of one by one", async () => {
    const hub = await hubThat(says(204));
    const answers = await tell(ping(hub.url), ping(hub.url, { feed: "https://gazette.example/atom.xml" }));
    expect(answers.map(({ taken }) => taken)).toEqual([true, true]);
    expect(hub.heard).toHaveLength(2);
  });

  test("a hub that is not there is not asked for each of them, and keeps no other hub waiting", async () => {
    const gone = await hubThat((response) => void response.destroy());
    const there = await hubThat(says(204));
    const answers = await tell(ping(gone.url), ping(gone.url, { feed: "b" }), ping(there.url));
    expect(answers.map(({ taken, tries }) => [taken, tries])).toEqual([
      [false, 3],
      [false, 0],
      [true, 1],
    ]);
    expect(gone.heard).toHaveLength(3);
  });

  test.for([
    ["http://127.0.0.1:9999/", "nobody listens there"],
    ["http://hub.invalid/", "there is no such host"],
  ] as const)("%s: %s", async ([url, said]) => {
    const [answer] = await tell(ping(url));
    expect([
      answer?.taken,
      answer?.said.replace("the host's name cannot be looked up now", "there is no such host"),
    ]).toEqual([false, said]);
  });
});

describe("an rssCloud server", () => {
  test.for([
    [says(200, '<?xml version="1.0"?><result success="true" msg="Thanks for the ping."/>'), true, "200 OK"],
    [says(200, '<result success="false" msg="The feed can\'t be read."/>'), false, "200 OK: The feed can't be read."],
    [says(200, '{"success":false,"msg":"No such feed."}'), false, "200 OK: No such feed."],
  ] as const)("%#: taken %2$s (%3$s)", async ([answer, taken, said]) => {
    const cloud = await hubThat(answer);
    const [heard] = await tell(ping(cloud.url, { protocol: "rssCloud" }));
    expect(heard).toMatchObject({ taken, said });
    expect(cloud.heard[0]).toBe(`POST application/x-www-form-urlencoded;charset=UTF-8 url=${encodeURIComponent(FEED)}`);
  });
});
