import type { OutFile, Site } from "../edition/edition.ts";
import { madeOnce, madeWhenAsked } from "../edition/out-file.ts";
import { leftAddresses } from "./addresses.ts";
import { cloudflareRoutes, cloudflareWorker } from "./cloudflare.ts";
import { headersFile } from "./headers.ts";
import { caddyRules, nginxGone, nginxMoved, redirectsFile } from "./redirects.ts";

/**
 * What hosts are told: `_headers` and `_redirects` for Netlify and Cloudflare Pages, and in `hosting/` what the
 * configurations of nginx and Caddy in `docs/hosting.md` take in, and what Cloudflare Pages needs to answer 410. Files that may be empty are written nevertheless, so
 * that a configuration can name them from the first day on. None where another program makes the site.
 */
export function* hostingFiles(site: Site): Generator<OutFile> {
  if (!site.publication.hosting) return;
  const left = madeOnce(() => leftAddresses(site));
  yield madeWhenAsked("_headers", () => headersFile(site));
  yield madeWhenAsked("_redirects", () => redirectsFile(left()));
  yield madeWhenAsked("hosting/nginx-moved.map", () => nginxMoved(left()));
  yield madeWhenAsked("hosting/nginx-gone.map", () => nginxGone(left()));
  yield madeWhenAsked("hosting/caddy.conf", () => caddyRules(left()));
  yield madeWhenAsked("hosting/cloudflare/_routes.json", () => cloudflareRoutes(left()));
  yield madeWhenAsked("hosting/cloudflare/_worker.js", () => cloudflareWorker(left()));
}
