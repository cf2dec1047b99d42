import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { parseXml } from "../render/strict-xml.ts";
import { fileFor, launch } from "../support/browser.ts";
import type { Published } from "./publish.ts";

/** Where the publication of hostile files stands. */
export const HOME = "https://h.example/";

/** What a page did that no text and no picture does. */
export type Deeds = string[];

/** Runs in each page before anything of it: whatever starts something says so. */
const WATCH = `
  const tell = (deed) => console.warn("DEED " + deed);
  for (const name of ["alert", "confirm", "prompt", "open", "print", "fetch"])
    Object.defineProperty(window, name, { value: () => tell(name), configurable: false });
`;

/** Does what a reader might: points at all, focuses it, opens what can be opened; no handler may hear of it. */
const TOUCH = `(document) => {
  for (const element of document.querySelectorAll("*")) {
    for (const name of ["mouseover", "focus", "click", "toggle", "error", "load", "loadstart", "pointerenter", "start"])
      element.dispatchEvent(new Event(name));
    if (element.localName === "details") element.open = true;
  }
}`;

/** What could do something, as the browser itself has understood the page; \`content\` for words of others alone. */
const ACTIVE = `(document, content) => {
  const elements = content
    ? /^(?:script|style|iframe|frame|object|embed|form|input|button|select|textarea|svg|math|link|meta|base|template)$/
    : /^(?:iframe|frame|object|embed|svg|math|base)$/;
  const attributes = content ? /^on|^(?:style|id|class|srcdoc|formaction|ping|target|name)$/ : /^on|^(?:srcdoc|formaction|ping)$/;
  const opens = /^(?:href|src|poster|cite|action)$/;
  const isUnsafe = (url) => URL.canParse(url, document.baseURI) && !/^(?:https?|mailto|tel|feed:https?):/.test(new URL(url, document.baseURI).href);
  return [...document.querySelectorAll("*")].flatMap((element) => [
    ...(elements.test(element.localName) ? [element.localName] : []),
    ...[...element.attributes]
      .filter(({ name, value }) => attributes.test(name) || (opens.test(name) && isUnsafe(value)))
      .map(({ name, value }) => element.localName + "[" + name + "=" + value + "]"),
  ]);
}`;

/**
 * A browser that answers for the site's own files, and for whatever pictures and sounds are asked for, and notes all
 * else: scripts, frames, style sheets, forms, pings, dialogs, new windows, navigations.
 */
export async function watched(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<{ context: BrowserContext; deeds: Deeds }> {
  const browser = await launch();
  const context = await browser.newContext();
  const deeds: Deeds = [];
  await context.addInitScript(WATCH);
  await context.route("**", (route) => {
    const request = route.request();
    const type = request.resourceType();
    const path = request.url().startsWith(HOME) ? decoded(new URL(request.url()).pathname.slice(1)) : "";
    const file = request.url().startsWith(HOME) ? fileFor(path, files) : undefined;
    const isOurs = file !== undefined && (type === "document" || file === "style.css" || file === "copy.js");
    if (!isOurs && type !== "image" && type !== "media") deeds.push(`${type} ${request.url()}`);
    if (!isOurs) return route.abort();
    return route.fulfill({ status: 200, body: Buffer.from(files.get(file) ?? ""), contentType: typeOf(file) });
  });
  context.on("console", (message) => {
    if (message.text().startsWith("DEED")) deeds.push(message.text());
  });
  context.on("dialog", (dialog) => {
    deeds.push(`dialog ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  return { context, deeds };
}

/** A path as the disk has it; one that was never encoded rightly is no file's. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function typeOf(file: string): string {
  if (file.endsWith(".css")) return "text/css";
  return file.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8";
}

/** Shows HTML documents, each in a frame of its own, and does with them what a reader might; says what is active in them. */
export async function shown(page: Page, documents: readonly string[], isContent: boolean): Promise<readonly string[]> {
  const frames = documents.map(
    (html) => `<iframe srcdoc="${html.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`,
  );
  await page.setContent(`<!doctype html><title>A reader</title>${frames.join("\n")}`, {
    waitUntil: "load",
    timeout: 120_000,
  });
  return page.evaluate(`[...document.querySelectorAll("iframe")].flatMap(({ contentDocument }) => {
    (${TOUCH})(contentDocument);
    return (${ACTIVE})(contentDocument, ${isContent});
  })`);
}

export function siteFiles({ folder, files }: Published): ReadonlyMap<string, Uint8Array> {
  return new Map(files.map((file) => [file, readFileSync(join(folder, "dist", file))]));
}

/** The content of every entry, as each of the formats carries it. */
export function contents(
  files: ReadonlyMap<string, Uint8Array>,
): readonly (readonly [where: string, html: readonly string[]])[] {
  const text = (file: string): string => Buffer.from(files.get(file) ?? "").toString();
  const all = (xml: string, holds: (name: string) => boolean): string[] => {
    const found: string[] = [];
    const walk = (element: ReturnType<typeof parseXml>["root"]): void => {
      if (holds(element.name)) found.push(element.text);
      for (const child of element.children) walk(child);
    };
    walk(parseXml(xml).root);
    return found;
  };
  const feed = JSON.parse(text("feed.json")) as { items: { content_html?: string; summary?: string; title: string }[] };
  return [
    ["rss.xml", all(text("rss.xml"), (name) => name === "encoded" || name === "description")],
    ["atom.xml", all(text("atom.xml"), (name) => name === "content")],
    ["feed.json", feed.items.map(({ content_html }) => content_html ?? "")],
  ];
}
