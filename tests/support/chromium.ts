import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { onTestFinished } from "vitest";

const PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const path = PATHS.find((one) => existsSync(one));

/** Whether tests that look at pages run: where a browser is installed, and on CI, where it must be. */
export const HAS_CHROMIUM: boolean = path !== undefined || process.env.CI !== undefined;

/** A browser, until the test is done. */
export async function openChromium(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: path ?? "chromium", args: ["--no-sandbox"] });
  onTestFinished(() => browser.close());
  return browser;
}
