import { renameSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { site } from "../support/site.ts";
import { get, serving } from "./http.ts";

const CONNECTIONS = 200;
const EACH = 20;

test("200 readers that stay connected all get their answers, while the feed changes under them", async () => {
  const feed = (edition: number): string =>
    `<rss version="2.0"><channel>${`edition ${edition} `.repeat(400)}</channel></rss>`;
  const place = site({ "dist/rss.xml": feed(0) });
  const { url } = await serving(join(place.folder, "dist"));
  const { etag = "" } = (await get(url, "/rss.xml")).headers;
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  onTestFinished(() => agent.destroy());
  const ask = (headers: Readonly<Record<string, string>>): Promise<{ status: number; body: string }> =>
    new Promise((resolve, reject) => {
      const asked = request(`${url}rss.xml`, { agent, headers }, (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (chunk: string) => {
          body += chunk;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
      });
      asked.on("error", reject).end();
    });

  const readers = Array.from({ length: CONNECTIONS }, async () => {
    const heard: number[] = [];
    for (let poll = 0; poll < EACH; poll += 1) heard.push((await ask({ "If-None-Match": etag })).status);
    return heard;
  });
  expect(new Set((await Promise.all(readers)).flat())).toEqual(new Set([304]));

  const bodies: string[] = [];
  const subscribers = Array.from({ length: CONNECTIONS }, async () => {
    for (let poll = 0; poll < EACH; poll += 1) bodies.push((await ask({ "If-None-Match": '"old"' })).body);
  });
  for (let edition = 1; edition <= 5; edition += 1) {
    place.put({ "dist/.part": feed(edition) });
    renameSync(join(place.folder, "dist/.part"), join(place.folder, "dist/rss.xml"));
    await ask({});
  }
  await Promise.all(subscribers);
  expect(bodies).toHaveLength(CONNECTIONS * EACH);
  const editions = new Set(bodies);
  expect([...editions].every((body) => [0, 1, 2, 3, 4, 5].some((edition) => body === feed(edition)))).toBe(true);
  expect((await ask({})).body).toBe(feed(5));
});
