import type { Rule } from "../rule.ts";
import { inEntry, inItem } from "./examples.ts";

const PROFILE = "https://www.rssboard.org/rss-profile#element-channel-item-description";
const SAFETY = "https://www.rfc-editor.org/rfc/rfc4287#section-8.1";

function body(html: string): ReturnType<typeof inItem> {
  return inItem(`<description><![CDATA[${html}]]></description>`);
}

const GOOD = body('<p>The <a href="https://courier.example/bridge">bridge</a> is open.</p>');

type ContentRule =
  | "relative"
  | "relativeInAtom"
  | "active"
  | "handler"
  | "style"
  | "unknownElement"
  | "unclosed"
  | "stray"
  | "foreignInXhtml";

export const contentRules: Readonly<Record<ContentRule, Rule>> = {
  relative: {
    id: "content/relative",
    severity: "warning",
    says: "{what} holds a relative address: {attribute}=“{value}”",
    why: "Read away from its site, the link leads nowhere and the picture stays blank.",
    mend: "Write the whole address, with https:// and the host.",
    reference: "https://www.rssboard.org/rss-profile#data-types-url",
    good: GOOD,
    bad: body('<p>The <a href="/bridge">bridge</a> is open.</p>'),
  },
  relativeInAtom: {
    id: "content/relative-in-atom",
    severity: "advice",
    says: "{what} holds a relative address: {attribute}=“{value}”",
    why: "Atom allows it with xml:base, but not all readers resolve it.",
    mend: "Write the whole address, with https:// and the host.",
    reference: "https://www.rfc-editor.org/rfc/rfc4287#section-2",
    good: inEntry('<content type="html">&lt;a href="https://courier.example/bridge"&gt;Bridge&lt;/a&gt;</content>'),
    bad: inEntry('<content type="html">&lt;a href="/bridge"&gt;Bridge&lt;/a&gt;</content>'),
  },
  active: {
    id: "content/active",
    severity: "warning",
    says: "{what} holds <{tag}>, which readers remove",
    why: "It could run, load or restyle something: for safety nothing of it is shown.",
    mend: "Replace it by what a reader may show, for instance a picture that links to the video.",
    reference: SAFETY,
    good: GOOD,
    bad: body("<p>Open.</p><script>count()</script>"),
  },
  handler: {
    id: "content/handler",
    severity: "warning",
    says: "{what}: the attribute {attribute} of <{tag}> runs a script",
    why: "Readers remove it, and some the element with it.",
    mend: "Leave it out: a feed has no scripts.",
    reference: SAFETY,
    good: GOOD,
    bad: body('<p onclick="count()">Open.</p>'),
  },
  style: {
    id: "content/style",
    severity: "warning",
    says: "{what} is styled in a way that readers remove: “{value}”",
    why: "It could cover the reader's own page, or run something.",
    mend: "Leave positions and scripts out of styles.",
    reference: SAFETY,
    good: body('<p style="font-weight: bold">Open.</p>'),
    bad: body('<p style="position: fixed">Open.</p>'),
  },
  unknownElement: {
    id: "content/element",
    severity: "warning",
    says: "{what} holds <{tag}>, which HTML doesn't know",
    why: "Readers drop it; where it was text such as <name>, the word disappears.",
    mend: "Escape it if it is text: &lt;name&gt;.",
    reference: "https://html.spec.whatwg.org/multipage/indices.html#elements-3",
    good: GOOD,
    bad: body("<p>Press <enter>.</p>"),
  },
  unclosed: {
    id: "content/unclosed",
    severity: "warning",
    says: "{what}: <{tag}> is never closed, or closed after what is around it",
    why: "In some readers the rest of the page becomes bold, a link or invisible.",
    mend: "Close each element before the one around it ends; cut summaries between words, not inside of tags.",
    reference: PROFILE,
    good: GOOD,
    bad: body("<p>The <b>bridge is open.</p>"),
  },
  stray: {
    id: "content/stray",
    severity: "warning",
    says: "{what}: </{tag}> closes nothing",
    why: "In some readers it closes part of the page around the article.",
    mend: "Take it out.",
    reference: PROFILE,
    good: GOOD,
    bad: body("<p>The bridge</b> is open.</p>"),
  },
  foreignInXhtml: {
    id: "content/xhtml-namespace",
    severity: "error",
    says: "<{tag}> in XHTML content is in no namespace",
    why: "Without XHTML's namespace it is no paragraph or link, only an unknown element.",
    mend: 'Write xmlns="http://www.w3.org/1999/xhtml" on the <div> around it.',
    reference: "https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1.3",
    good: inEntry('<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><b>Open.</b></div></content>'),
    bad: inEntry(
      '<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><b xmlns="">Open.</b></x:div></content>',
    ),
  },
};
