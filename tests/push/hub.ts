import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** Something that listens on this machine until the test is done. */
export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

interface Subscription {
  readonly callback: string;
  readonly topic: string;
  readonly secret: string | null;
}

/** A WebSub hub (W3C Recommendation of 2018, sections 5 to 7) that is as strict as it may be; its address. */
export function startHub(): Promise<string> {
  const subscriptions: Subscription[] = [];
  const subscribe = async (form: URLSearchParams): Promise<void> => {
    const [callback = "", topic = ""] = [form.get("hub.callback") ?? "", form.get("hub.topic") ?? ""];
    const challenge = Math.random().toString(36).slice(2);
    const intent = new URL(callback);
    const said = { mode: "subscribe", topic, challenge, lease_seconds: "86400" };
    for (const [name, value] of Object.entries(said)) intent.searchParams.set(`hub.${name}`, value);
    const answer = await fetch(intent);
    if (answer.ok && (await answer.text()) === challenge)
      subscriptions.push({ callback, topic, secret: form.get("hub.secret") });
  };
  const distribute = async (topic: string, self: string): Promise<void> => {
    const feed = await fetch(topic);
    const content = Buffer.from(await feed.arrayBuffer());
    for (const { callback, secret } of subscriptions.filter((one) => one.topic === topic)) {
      const signature = createHmac("sha256", secret ?? "")
        .update(content)
        .digest("hex");
      await fetch(callback, {
        method: "POST",
        body: content,
        headers: {
          "Content-Type": feed.headers.get("content-type") ?? "",
          Link: `<${topic}>; rel="self", <${self}>; rel="hub"`,
          ...(secret === null ? {} : { "X-Hub-Signature": `sha256=${signature}` }),
        },
      });
    }
  };
  const server = createServer(async (request, response) => {
    const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") === true;
    const form = new URLSearchParams(await bodyOf(request));
    const topics = form.getAll("hub.url");
    const isOne = form.get("hub.mode") === "publish" && topics.length === 1;
    if (request.method !== "POST" || !isForm || !(isOne || form.get("hub.mode") === "subscribe")) {
      response.writeHead(400).end("no message that a hub understands");
      return;
    }
    response.writeHead(isOne ? 204 : 202).end();
    const work = isOne ? distribute(topics[0] ?? "", `http://${request.headers.host}/`) : subscribe(form);
    // Whoever is told last may be gone by then, with the test.
    await work.catch(() => undefined);
  });
  return listening(server);
}

/** What a hub delivered to a subscriber. */
interface Delivered {
  readonly body: string;
  readonly type: string | undefined;
  /** Whether its signature is right. */
  readonly isSigned: boolean;
  /** The feed that it says it is (section 7: `Link` with `rel="self"`). */
  readonly names: string;
}

export interface Subscriber {
  readonly delivered: () => readonly Delivered[];
  /** Whether the hub has asked whether the subscription is meant. */
  readonly isVerified: () => boolean;
}

/** Finds out a feed's hub as subscribers do (section 4: its `Link` headers), and subscribes there with a secret. */
export async function subscribe(feed: string): Promise<Subscriber> {
  const secret = "between hub and subscriber";
  const delivered: Delivered[] = [];
  let verified = false;
  const link = (await fetch(feed)).headers.get("link") ?? "";
  const linked = (rel: string, of = link): string => new RegExp(`<([^>]*)>; rel="${rel}"`).exec(of)?.[1] ?? "";
  const callback = await listening(
    createServer(async (request, response) => {
      const asked = new URL(request.url ?? "/", "http://subscriber.invalid");
      if (request.method === "GET") {
        verified = asked.searchParams.get("hub.topic") === linked("self");
        response.end(verified ? asked.searchParams.get("hub.challenge") : "no");
        return;
      }
      const body = await bodyOf(request);
      const [algorithm = "", signature] = String(request.headers["x-hub-signature"]).split("=");
      const right = createHmac(algorithm, secret).update(body).digest("hex");
      const names = linked("self", String(request.headers.link));
      delivered.push({ body, type: request.headers["content-type"], isSigned: signature === right, names });
      response.writeHead(204).end();
    }),
  );
  const form = { mode: "subscribe", topic: linked("self"), callback, secret, lease_seconds: "86400" };
  const body = new URLSearchParams(
    Object.entries(form).map(([name, value]): [string, string] => [`hub.${name}`, value]),
  );
  await fetch(linked("hub"), { method: "POST", body });
  return { delivered: () => delivered, isVerified: () => verified };
}
