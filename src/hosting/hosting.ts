import type { OutFile, Site } from "../edition/edition.ts";
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
  const left = leftAddresses(site);
  yield { path: "_headers", content: headersFile(site) };
  yield { path: "_redirects", content: redirectsFile(left) };
  yield { path: "hosting/nginx-moved.map", content: nginxMoved(left) };
  yield { path: "hosting/nginx-gone.map", content: nginxGone(left) };
  yield { path: "hosting/caddy.conf", content: caddyRules(left) };
  yield { path: "hosting/cloudflare/_routes.json", content: cloudflareRoutes(left) };
  yield { path: "hosting/cloudflare/_worker.js", content: cloudflareWorker(left) };
}
