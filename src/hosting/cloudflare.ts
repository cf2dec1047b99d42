import type { Left } from "./addresses.ts";

/** Cloudflare reads so many rules of `_routes.json`, each with so many characters. */
const MOST_ROUTES = 100;
const LONGEST_ROUTE = 100;

/** There has to be a rule. This one is for files that are no visitor's business. */
const HOSTING = "/hosting/*";

/**
 * Which addresses Cloudflare Pages asks `_worker.js` for: those of withdrawn articles, the latest first where there are
 * too many. All others are answered without it, and cost no call.
 */
export function cloudflareRoutes({ latestGone }: Left): string {
  const paths = latestGone.map(({ path }) => path).filter((path) => path.length <= LONGEST_ROUTE);
  const include = [HOSTING, ...paths.slice(0, MOST_ROUTES - 1)];
  return `${JSON.stringify({ version: 1, include, exclude: [] }, null, 2)}\n`;
}

/** The program that answers for them: with the page that stands there, as 410. */
export const CLOUDFLARE_WORKER = `export default {
  async fetch(request, env) {
    const page = await env.ASSETS.fetch(request);
    return page.status === 200 ? new Response(page.body, { status: 410, headers: page.headers }) : page;
  },
};
`;
