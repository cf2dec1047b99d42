import { RULES_BY_LANGUAGE } from "./scripts.ts";

/** The pages' style sheet. They are readable without it. */
export const STYLE: string = `:root {
  color-scheme: light dark;
  --paper: #fffdf8;
  --ink: #1d1b18;
  --faint: #5f5a52;
  --line: #d9d3c7;
  --link: #0b4f8a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17171a;
    --ink: #e9e6e0;
    --faint: #aaa59c;
    --line: #3a3a40;
    --link: #8fc1f0;
  }
}
* { box-sizing: border-box; }
html { font: 112.5%/1.6 Georgia, "Noto Serif", serif; overflow-wrap: break-word; text-size-adjust: 100%; }
${RULES_BY_LANGUAGE}pre, code, kbd, samp { font-family: ui-monospace, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace; direction: ltr; unicode-bidi: isolate; text-align: left; }
:is(:lang(zh), :lang(ja), :lang(ko), :lang(ar), :lang(fa), :lang(ur), :lang(ps), :lang(ckb), :lang(he), :lang(yi)) :is(em, i, cite, dfn) { font-style: normal; }
:is(:lang(zh), :lang(ja), :lang(ko)) em { text-emphasis: filled; }
:lang(zh) em { text-emphasis-position: under right; }
:is(:lang(ar), :lang(fa), :lang(ur), :lang(ps), :lang(ckb), :lang(he), :lang(yi)) em { font-weight: 600; }
body { max-width: 44rem; margin: 0 auto; padding: 0 1rem; color: var(--ink); background: var(--paper); }
a { color: var(--link); text-underline-offset: .15em; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.5em 0 .5em; text-wrap: balance; text-spacing-trim: trim-start; }
:is(h1, h2, h3, h4, h5, h6):is(:lang(zh), :lang(ja), :lang(ko)) { line-height: 1.4; }
:is(h1, h2, h3, h4, h5, h6):is(:lang(ar), :lang(fa), :lang(ur), :lang(ps), :lang(ckb)) { line-height: 1.5; }
:is(h1, h2, h3, h4, h5, h6):lang(ja) { word-break: auto-phrase; }
h1 { font-size: 2rem; }
h2 { font-size: 1.35rem; }
h3, h4, h5, h6 { font-size: 1.1rem; }
small, .meta, .byline, .dates, .section, .follow, .imprint, .formats, .readers, figcaption { font-size: .85rem; color: var(--faint); }
img, video { max-width: 100%; height: auto; }
audio { width: 100%; }
figure { margin: 1.5rem 0; }
pre { white-space: pre-wrap; }
code { overflow-wrap: anywhere; font-size: .9em; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: .2rem solid var(--line); }
table { border-collapse: collapse; overflow-wrap: anywhere; }
td, th { min-width: 3.5em; padding: .2rem .5rem; border: 1px solid var(--line); text-align: start; vertical-align: top; }
hr { border: 0; border-top: 1px solid var(--line); }
.skip { position: absolute; inset-inline-start: -999rem; }
.skip:focus { inset-inline-start: 1rem; padding: .5rem; background: var(--paper); }
.masthead { padding: 1rem 0; border-bottom: 1px solid var(--line); }
.name { margin: 0; font-size: 1.5rem; font-weight: bold; }
.name, .imprint p, .feed h3, .teasers .meta { text-align: -webkit-match-parent; text-align: match-parent; }
.name a { color: inherit; text-decoration: none; }
nav ul, .teasers, .lines, .topics, .tags { list-style: none; margin: .5rem 0 0; padding: 0; }
nav ul, .topics, .tags { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.teasers > li { padding: 1rem 0; border-bottom: 1px solid var(--line); }
.teasers h3, .teasers p { margin: 0 0 .25rem; }
.lines li { margin: .25rem 0; }
.section, .byline, .dates, .translations { margin: .25rem 0; }
.section + h1 { margin-top: 0; }
article > header { margin: 1.5rem 0; }
article > footer { margin-top: 2rem; padding-top: .5rem; border-top: 1px solid var(--line); font-size: .9rem; }
.feed { margin: 1rem 0; padding: .5rem 1rem; border: 1px solid var(--line); }
.follow a, .formats a, .readers a { unicode-bidi: isolate; }
.feed h3, .feed p { margin: .35rem 0; }
.face { border-radius: 50%; }
button { font: inherit; font-size: .85rem; padding: .1rem .6rem; }
.imprint { margin: 3rem 0 1rem; padding-top: .5rem; border-top: 1px solid var(--line); }
:focus-visible { outline: .15rem solid var(--link); outline-offset: .15rem; }
@media print {
  :root { --paper: #fff; --ink: #000; --faint: #333; --link: #000; }
  body { max-width: none; font-size: 11pt; }
  nav, .skip, .follow, .player, .turn, .translations { display: none; }
  .body a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .8em; overflow-wrap: anywhere; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  figure, tr, li { break-inside: avoid; }
}
`;
