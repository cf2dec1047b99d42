import { createServer } from "node:http";
import { bodyOf, listening } from "./hub.ts";

/** An rssCloud server (https://www.rssboard.org/rsscloud-interface), as far as `http-post` goes; its address. */
export async function startCloud(): Promise<string> {
  const registered: { readonly feed: string; readonly callback: string }[] = [];
  const notify = (callback: string, feed: string): Promise<Response> =>
    fetch(callback, { method: "POST", body: new URLSearchParams({ url: feed }) });
  const register = async (form: URLSearchParams): Promise<boolean> => {
    const [feed, callback] = [form.get("url1") ?? "", `http://127.0.0.1:${form.get("port")}${form.get("path")}`];
    const { ok } = await notify(callback, feed);
    if (ok) registered.push({ feed, callback });
    return ok && form.get("protocol") === "http-post";
  };
  const ping = async (feed: string): Promise<boolean> => {
    const { ok } = await fetch(feed);
    if (ok)
      await Promise.all(registered.filter((one) => one.feed === feed).map(({ callback }) => notify(callback, feed)));
    return ok;
  };
  const url = await listening(
    createServer(async (request, response) => {
      const form = new URLSearchParams(await bodyOf(request));
      const work = request.url === "/ping" ? ping(form.get("url") ?? "") : register(form);
      const success = await work.catch(() => false);
      response.writeHead(200, { "Content-Type": "text/xml" });
      response.end(
        `<?xml version="1.0"?><result success="${success}" msg="${success ? "Thanks." : "Not to be had."}"/>`,
      );
    }),
  );
  return `${url}pleaseNotify`;
}

/** A feed's `<cloud>`, as a reader finds it, and what the server there has told the reader since. */
export interface Listener {
  /** Whether the server took the registration. */
  readonly isRegistered: boolean;
  /** The addresses of the feeds that it was told of, after the server's trial. */
  readonly told: () => readonly string[];
}

/** Registers with the server that a feed names, as readers do. */
export async function registerFor(feed: string): Promise<Listener> {
  const heard: string[] = [];
  const callback = new URL(
    await listening(
      createServer(async (request, response) => {
        heard.push(new URLSearchParams(await bodyOf(request)).get("url") ?? "");
        response.writeHead(200).end();
      }),
    ),
  );
  const [element = ""] = /<cloud [^>]*>/.exec(await (await fetch(feed)).text()) ?? [];
  const said = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(element)?.[1] ?? "";
  const form = { registerProcedure: "", port: callback.port, path: "/", protocol: said("protocol"), url1: feed };
  const answer = await fetch(`http://${said("domain")}:${said("port")}${said("path")}`, {
    method: "POST",
    body: new URLSearchParams(form),
  });
  const isRegistered = answer.ok && /success="true"/.test(await answer.text());
  const trials = heard.length;
  return { isRegistered, told: () => heard.slice(trials) };
}
