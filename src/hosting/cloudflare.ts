import type { Left } from "./addresses.ts";

/** Cloudflare reads so many rules of `_routes.json`, each with so many characters. */
const MOST_ROUTES = 100;
const LONGEST_ROUTE = 100;

/** There has to be a rule. This one is for files that are no visitor's business. */
const HOSTING = "/hosting/";

/**
 * Which addresses Cloudflare Pages asks `_worker.js` for: those of withdrawn articles, each by its own rule as long as
 * there is room, so that all others are answered without the program and cost no call. Where there are too many, a
 * folder takes the place of those in it, the fullest first; the program knows which of its pages are gone.
 */
export function cloudflareRoutes({ gone }: Left): string {
  const pages = [...new Set(gone.map(({ path }) => asServed(path)))];
  const tooLong = pages.filter((page) => page.length > LONGEST_ROUTE).map(shortEnough);
  let folders = outermost([HOSTING, ...tooLong]);
  let single = outside(pages, folders);
  while (folders.length + single.length > MOST_ROUTES) {
    folders = outermost([...folders, fullest([...single, ...folders])]);
    single = outside(single, folders);
  }
  const include = [...folders.map((folder) => `${folder}*`), ...single];
  return `${JSON.stringify({ version: 1, include, exclude: [] }, null, 2)}\n`;
}

/** The program that answers for them: with the page that stands there, as 410. */
export function cloudflareWorker({ gone }: Left): string {
  const pages = [...new Set(gone.map(({ path }) => decoded(asServed(path))))].map((page) => JSON.stringify(page));
  return `const GONE = new Set([
${pages.map((page) => `  ${page},\n`).join("")}]);

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

export default {
  async fetch(request, env) {
    const page = await env.ASSETS.fetch(request);
    const isGone = page.status === 200 && GONE.has(decoded(new URL(request.url).pathname));
    return isGone ? new Response(page.body, { status: 410, headers: page.headers }) : page;
  },
};
`;
}

/** The address under which Cloudflare serves a page: it redirects from its file's name to one without ending. */
function asServed(path: string): string {
  return path.replace(/(?:(\/)index)?\.html$/, "$1");
}

function decoded(path: string): string {
  return decodeURIComponent(path);
}

function folderOf(path: string): string {
  return path.slice(0, path.slice(0, -1).lastIndexOf("/") + 1);
}

/** The folder of a page, or the next one above it, whose rule is not too long. */
function shortEnough(path: string): string {
  const folder = folderOf(path);
  return folder.length < LONGEST_ROUTE ? folder : shortEnough(folder);
}

/** Those that no folder holds: Cloudflare takes no two rules of which one says what the other does. */
function outside(pages: readonly string[], folders: readonly string[]): readonly string[] {
  return pages.filter((page) => !folders.some((folder) => page.startsWith(folder)));
}

function outermost(folders: readonly string[]): readonly string[] {
  const each = [...new Set(folders)];
  return each.filter(
    (folder) =>
      outside(
        [folder],
        each.filter((other) => other !== folder),
      ).length === 1,
  );
}

/** The folder whose rule takes the place of the most. */
function fullest(rules: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const rule of rules) counts.set(folderOf(rule), (counts.get(folderOf(rule)) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ["/", 0] as const)[0];
}
