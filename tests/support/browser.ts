import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import mime from "mime/lite";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { POLICY } from "../../src/hosting/headers.ts";
import { FORMATS } from "../../src/render/formats.ts";
import { ROOT } from "./site.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** The machine's own Chromium; tests of it are skipped where there is none, but never in CI. */
const CHROMIUM = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  .find((path) => existsSync(path));

/** A browser, until the test is done. */
export async function launch(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? "chromium", args: ["--no-sandbox"] });
  onTestFinished(() => browser.close());
  return browser;
}

export const NO_BROWSER = CHROMIUM === undefined && process.env.CI === undefined;

const TYPES = new Map(Object.values(FORMATS).map(({ file, mediaType }) => [file, mediaType]));

/** A browser that sees a built site at the publication's own address, and nothing else of the world. */
interface Visit {
  readonly context: BrowserContext;
  readonly open: (path: string) => Promise<Page>;
  /** Every request that the site could not answer, and all that the browser had to complain of. */
  readonly troubles: readonly string[];
}

/**
 * Opens a site: `files` by path below `home`, as hosts answer for them that are configured as documented (a folder's
 * `index.html`, else `404.html`; the policy of what pages may load).
 */
export async function visit(
  home: string,
  files: ReadonlyMap<string, Uint8Array>,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 900, height: 1100 }, ...options });
  const troubles: string[] = [];
  await context.route("**", (route) => {
    const url = route.request().url();
    const path = url.startsWith(home) ? decodeURIComponent(new URL(url).pathname.slice(1)) : undefined;
    const file = path === undefined ? undefined : fileFor(path, files);
    if (file === undefined) troubles.push(`asked for ${url}`);
    return route.fulfill({
      status: file === undefined ? 404 : 200,
      body: Buffer.from(files.get(file ?? "404.html") ?? ""),
      headers: { "content-type": typeOf(file ?? "404.html"), "content-security-policy": POLICY },
    });
  });
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") troubles.push(message.text());
  });
  context.on("weberror", (error) => {
    troubles.push(error.error().message);
  });
  const open = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(new URL(path, home).href);
    return page;
  };
  return { context, open, troubles };
}

/** The file that a host answers with. */
export function fileFor(path: string, files: ReadonlyMap<string, unknown>): string | undefined {
  return [path, path === "" || path.endsWith("/") ? `${path}index.html` : `${path}.html`].find((one) => files.has(one));
}

function typeOf(file: string): string {
  const type = TYPES.get(file.split("/").at(-1) ?? "") ?? mime.getType(file) ?? "application/octet-stream";
  return `${type}; charset=utf-8`;
}

/** Keeps a picture of what a page looks like, for people to look at. Asked of the browser itself: feeds are no HTML. */
export async function picture(page: Page, name: string): Promise<void> {
  const path = join(ROOT, "tests/artefacts", `${name}.png`);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { captureBeyondViewport: true });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.from(data, "base64"));
}
