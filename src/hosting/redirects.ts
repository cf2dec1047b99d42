import type { Left } from "./addresses.ts";

/**
 * Netlify's and Cloudflare Pages' `_redirects`. Where a file stands at an address, and our pages say there what has moved
 * or gone, Netlify goes by a rule only if that has a `!`; Cloudflare leaves out what has one, and knows no 410.
 */
export function redirectsFile({ moved, gone }: Left): string {
  const redirects = moved.map(({ path, to }) => `${path} ${to} 301!\n${path} ${to} 301\n`);
  return [...redirects, ...gone.map(({ path }) => `${path} ${path} 410!\n`)].join("");
}

/** For nginx' `map`: the decoded path of what has moved, and its new address. */
export function nginxMoved({ moved }: Left): string {
  return moved.map(({ decoded, to }) => `"${decoded}" "${to}";\n`).join("");
}

/** For nginx' `map`: the decoded path of what is gone. */
export function nginxGone({ gone }: Left): string {
  return gone.map(({ decoded }) => `"${decoded}" 1;\n`).join("");
}

/** Directives for a site of a Caddyfile: redirects, and the matcher and the answer of what is gone. */
export function caddyRules({ moved, gone }: Left): string {
  const redirects = moved.map(({ decoded, to }) => `redir "${decoded}" "${to}" 301\n`).join("");
  if (gone.length === 0) return redirects;
  return `${redirects}@gone path ${gone.map(({ decoded }) => `"${decoded}"`).join(" ")}\nerror @gone 410\n`;
}
