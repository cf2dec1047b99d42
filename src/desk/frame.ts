import { html, type Markup, sound } from "../pages/markup.ts";

/** The desk's pages: their address, their frame, what they look like and which keys they know. */
export const DESK = "/_desk";

/** The address of an article's page. */
export function articleAddress(file: string): string {
  return `${DESK}/article?file=${encodeURIComponent(file)}`;
}

/** `2026-05-01 08:00 UTC`. */
export function dayAndHour(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** A whole page around its main part. */
export function page(title: string, main: Markup): string {
  const body = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${sound(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header><a href="${DESK}" data-key="u">The desk</a><span>Nothing here is published yet.</span>
<span class="keys"><kbd>j</kbd> next <kbd>k</kbd> previous <kbd>u</kbd> the desk</span></header>
<main id="main">
${main}
</main>
<script src="${DESK}/keys.js"></script>
</body>
</html>
`;
  return body.html;
}

/** j and k walk through the links that are marked so on a list, or follow those of an article's page. */
export const KEYS_SCRIPT = `"use strict";
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const linked = document.querySelector('a[data-key="' + CSS.escape(event.key) + '"]');
  if (linked !== null) return linked.click();
  const rows = [...document.querySelectorAll("a[data-row]")];
  const step = { j: 1, k: -1 }[event.key];
  if (step === undefined || rows.length === 0) return;
  const at = rows.indexOf(document.activeElement);
  rows[at === -1 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)].focus();
});
`;

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#ccc, #444); --quiet: light-dark(#555, #aaa);
  --bad: light-dark(#a40000, #ff8080); --warn: light-dark(#7a4d00, #ffc266); --good: light-dark(#00602b, #7ee2a8);
  --mark: light-dark(#fff0a8, #5a4a00); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: Canvas; color: CanvasText; }
header { display: flex; flex-wrap: wrap; gap: 1.5rem; padding: .75rem 1.5rem; border-bottom: 1px solid var(--line); }
header a { font-weight: bold; } header span { color: var(--quiet); } .keys { margin-left: auto; }
main { padding: 1.5rem; } h1 { margin: 0 0 1rem; font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
a { color: LinkText; } :focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: .5rem; background: Canvas; padding: .5rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; vertical-align: top; padding: .35rem .75rem .35rem 0;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.error, .refused { color: var(--bad); } .warning { color: var(--warn); } .new, .updated { color: var(--good); }
th[scope="row"] { white-space: nowrap; } .quiet { color: var(--quiet); } .fate { white-space: nowrap; font-weight: bold; }
.two { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 2rem; }
@media (max-width: 60rem) { .two { grid-template-columns: minmax(0, 1fr); } }
.source { margin: 0; padding: 0; list-style: none; font: 14px/1.6 ui-monospace, monospace; counter-reset: none; }
.source li { display: grid; grid-template-columns: 3.5rem minmax(0, 1fr); white-space: pre-wrap; overflow-wrap: anywhere; }
.source li > span { color: var(--quiet); user-select: none; } .source li:target { outline: 2px solid Highlight; }
.source .leaving { text-decoration: line-through; text-decoration-color: var(--quiet); }
mark { background: var(--mark); color: inherit; border-bottom: 2px solid var(--warn); }
mark sup { font: .7em system-ui, sans-serif; margin-inline-start: .2em; user-select: none; }
.findings { padding: 0; list-style: none; } .findings li { margin: 0 0 .75rem; } .findings p { margin: 0; }
dt { font-weight: bold; margin-top: .75rem; } dd { margin-inline-start: 1.5rem; }
pre { overflow-x: auto; padding: 1rem; border: 1px solid var(--line); font: 13px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
iframe { width: 100%; height: 30rem; border: 1px solid var(--line); background: white; }
summary { cursor: pointer; padding: .35rem 0; font-weight: bold; }
`;
