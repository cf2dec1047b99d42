import type { Rule } from "../rule.ts";
import { asEntry, asFeed, inEntry, inFeed, whole } from "./examples.ts";

const ATOM = "https://www.rfc-editor.org/rfc/rfc4287";
const FEED = "<id>https://courier.example/</id><title>The Courier</title><updated>2026-01-02T03:04:05Z</updated>";
const AUTHOR = "<author><name>Ada Moss</name></author>";
const SELF = '<link rel="self" href="https://courier.example/atom.xml"/>';
const ENTRY = "<id>https://courier.example/1</id><title>Bridge opens</title><updated>2026-01-02T03:04:05Z</updated>";
const CONTENT = "<content>Open.</content>";

function entry(lines: string): ReturnType<typeof asEntry> {
  return asEntry(lines);
}

function root(open: string): ReturnType<typeof whole> {
  return whole(`${open}${FEED}${SELF}</feed>`);
}

const GOOD_ROOT = root('<feed xmlns="http://www.w3.org/2005/Atom">');

type AtomRule =
  | "noNamespace"
  | "namespace"
  | "obsolete"
  | "prefix"
  | "feedMissing"
  | "entryMissing"
  | "noAuthor"
  | "noContent"
  | "noText"
  | "noSummary"
  | "noSelf"
  | "selfElsewhere"
  | "selfRelative"
  | "selfType"
  | "href"
  | "rel"
  | "relHistory"
  | "linkText"
  | "alternateRepeated"
  | "order"
  | "idRepeated"
  | "idsAllSame"
  | "updatedRepeated"
  | "textType"
  | "contentType"
  | "typeBlank"
  | "sourceType"
  | "div"
  | "base64"
  | "escaped"
  | "notInline"
  | "fragment"
  | "sourceMissing";

export const atomRules: Readonly<Record<AtomRule, Rule>> = {
  noNamespace: {
    id: "atom/namespace-missing",
    severity: "error",
    says: "<{element}> is in no namespace",
    why: "Without Atom's namespace it is no Atom feed to readers.",
    mend: 'Write xmlns="http://www.w3.org/2005/Atom" on it.',
    reference: `${ATOM}#section-2`,
    good: GOOD_ROOT,
    bad: root("<feed>"),
  },
  namespace: {
    id: "atom/namespace",
    severity: "error",
    says: "<{element}> is in the namespace “{namespace}”, which is not Atom's",
    why: "Readers compare namespaces letter by letter: this is no Atom feed to them.",
    mend: 'Write xmlns="http://www.w3.org/2005/Atom".',
    reference: `${ATOM}#section-2`,
    good: GOOD_ROOT,
    bad: root('<feed xmlns="http://www.w3.org/2005/atom">'),
  },
  obsolete: {
    id: "atom/obsolete",
    severity: "error",
    says: "this is Atom 0.3, a draft that was given up in 2005",
    why: "Dates and links are named differently in it; readers drop its support.",
    mend: "Publish Atom 1.0.",
    reference: `${ATOM}#section-2`,
    good: GOOD_ROOT,
    bad: root('<feed version="0.3" xmlns="http://purl.org/atom/ns#">'),
  },
  prefix: {
    id: "atom/prefix",
    severity: "warning",
    says: "an Atom feed that binds the prefix “{prefix}” to Atom or XHTML",
    why: "Some readers skip elements that have a prefix.",
    mend: "Declare both as default namespaces, where they are used.",
    reference: `${ATOM}#section-2`,
    good: GOOD_ROOT,
    bad: root('<feed xmlns="http://www.w3.org/2005/Atom" xmlns:atom="http://www.w3.org/2005/Atom">'),
  },
  feedMissing: {
    id: "atom/feed-missing",
    severity: "error",
    says: "<feed> has no <{element}>",
    why: "Readers list a feed by its title, know it by its id and tell by its date whether anything is new.",
    mend: "Add it, before the first <entry>.",
    reference: `${ATOM}#section-4.1.1`,
    good: asFeed(`${FEED}${SELF}`),
    bad: asFeed(`<title>The Courier</title><updated>2026-01-02T03:04:05Z</updated>${SELF}`),
  },
  entryMissing: {
    id: "atom/entry-missing",
    severity: "error",
    says: "<entry> has no <{element}>",
    why: "Readers know an entry by its id, tell by its date whether it has changed, and list it by its title.",
    mend: "Add it.",
    reference: `${ATOM}#section-4.1.2`,
    good: entry(`${ENTRY}${CONTENT}`),
    bad: entry(`<title>Bridge opens</title><updated>2026-01-02T03:04:05Z</updated>${CONTENT}`),
  },
  noAuthor: {
    id: "atom/author-missing",
    severity: "error",
    says: "neither <entry> nor <feed> nor its <source> has an <author>",
    why: "Atom asks that somebody answers for each entry; readers show nobody.",
    mend: "Give the entry or the feed an <author> with a <name>.",
    reference: `${ATOM}#section-4.1.1`,
    good: asFeed(`${FEED}${AUTHOR}${SELF}<entry>${ENTRY}${CONTENT}</entry>`),
    bad: asFeed(`${FEED}${SELF}<entry>${ENTRY}${CONTENT}</entry>`),
  },
  noContent: {
    id: "atom/content-or-link",
    severity: "error",
    says: "<entry> has neither <content> nor a link to its page",
    why: "There is nothing to read and nowhere to go.",
    mend: 'Add <content>, or <link rel="alternate" type="text/html" href="ADDRESS"/>.',
    reference: `${ATOM}#section-4.1.2`,
    good: entry(`${ENTRY}<link rel="alternate" type="text/html" href="https://courier.example/1"/>`),
    bad: entry(`${ENTRY}<summary>Open.</summary>`),
  },
  noText: {
    id: "atom/no-text",
    severity: "warning",
    says: "<entry> has neither <content> nor <summary>",
    why: "Readers show a bare title.",
    mend: "Add a <summary>.",
    reference: `${ATOM}#section-4.1.1.1`,
    good: inEntry("<summary>Open.</summary>"),
    bad: inEntry(""),
  },
  noSummary: {
    id: "atom/summary-missing",
    severity: "error",
    says: "<entry> has no <summary>, and its <content> is elsewhere or no text",
    why: "A reader that can't show the content has nothing to show.",
    mend: "Add a <summary>.",
    reference: `${ATOM}#section-4.1.2`,
    good: inEntry('<summary>Open.</summary><content src="https://courier.example/a.pdf" type="application/pdf"/>'),
    bad: inEntry('<content src="https://courier.example/a.pdf" type="application/pdf"/>'),
  },
  noSelf: {
    id: "atom/self-missing",
    severity: "warning",
    says: "<feed> doesn't say where it is to be found",
    why: "A reader that got the file in another way can't subscribe to it, and hubs don't know its name.",
    mend: 'Add <link rel="self" type="application/atom+xml" href="ADDRESS"/>.',
    reference: `${ATOM}#section-4.1.1`,
    good: asFeed(`${FEED}${SELF}`),
    bad: asFeed(FEED),
  },
  selfElsewhere: {
    id: "atom/self-elsewhere",
    severity: "warning",
    says: "the feed was found at {found}, but says that it is at {href}",
    why: "Readers that follow it subscribe to another feed, and hubs announce that one.",
    mend: "Write the address under which readers fetch it, letter by letter.",
    reference: `${ATOM}#section-4.2.7.2`,
    good: asFeed(`${FEED}${SELF}`),
    bad: asFeed(`${FEED}<link rel="self" href="https://old.example/atom.xml"/>`),
  },
  selfRelative: {
    id: "atom/self-relative",
    severity: "warning",
    says: "the feed's own address is relative: “{href}”",
    why: "Whoever has the file alone can't tell where it came from, which is what the link is for.",
    mend: "Write the whole address.",
    reference: `${ATOM}#section-4.2.7.2`,
    good: asFeed(`${FEED}${SELF}`),
    bad: asFeed(`${FEED}<link rel="self" href="/atom.xml"/>`),
  },
  selfType: {
    id: "atom/self-type",
    severity: "warning",
    says: "the feed's own link says that it is {value}",
    why: "Readers that look for feeds pass over it.",
    mend: 'Write type="application/atom+xml", or application/rss+xml for RSS.',
    reference: `${ATOM}#section-4.2.7.3`,
    good: asFeed(`${FEED}<link rel="self" type="application/atom+xml" href="https://courier.example/atom.xml"/>`),
    bad: asFeed(`${FEED}<link rel="self" type="text/html" href="https://courier.example/atom.xml"/>`),
  },
  href: {
    id: "atom/link-href",
    severity: "error",
    says: "<link> has no href",
    why: "It leads nowhere.",
    mend: "Write the address into the attribute href, not between the tags.",
    reference: `${ATOM}#section-4.2.7.1`,
    good: inEntry('<link rel="related" href="https://courier.example/2"/>'),
    bad: inEntry('<link rel="related"/>'),
  },
  rel: {
    id: "atom/link-rel",
    severity: "warning",
    says: "nobody has registered the relation “{value}”",
    why: "Readers don't know what the link is for.",
    mend: "Use a registered relation, or an address of your own that names it.",
    reference: "https://www.iana.org/assignments/link-relations/",
    good: inEntry('<link rel="related" href="https://courier.example/2"/>'),
    bad: inEntry('<link rel="friend" href="https://courier.example/2"/>'),
  },
  relHistory: {
    id: "atom/link-history-in-entry",
    severity: "warning",
    says: "the relation “{value}” is one of feeds, not of entries",
    why: "Readers don't look for it there.",
    mend: "Move the link into <feed>.",
    reference: "https://www.rfc-editor.org/rfc/rfc5005#section-3",
    good: inFeed('<link rel="next" href="https://courier.example/2.xml"/>'),
    bad: inEntry('<link rel="next" href="https://courier.example/2.xml"/>'),
  },
  linkText: {
    id: "atom/link-text",
    severity: "warning",
    says: "<link> holds text: “{value}”",
    why: "Readers look at its attributes only. The address may have been meant for href.",
    mend: "Write the address into href, and a title into title.",
    reference: `${ATOM}#section-4.2.7`,
    good: inEntry('<link rel="related" href="https://courier.example/2"/>'),
    bad: inEntry('<link rel="related" href="https://courier.example/2">https://courier.example/2</link>'),
  },
  alternateRepeated: {
    id: "atom/link-repeated",
    severity: "error",
    says: "two alternate links of the same type and language",
    why: "Readers can't tell which of them is the page.",
    mend: 'Keep one, or give the others a type, a hreflang or rel="related".',
    reference: `${ATOM}#section-4.1.2`,
    good: inEntry('<link rel="related" href="https://courier.example/2"/>'),
    bad: inEntry('<link href="https://courier.example/2"/>'),
  },
  order: {
    id: "atom/feed-order",
    severity: "error",
    says: "<{element}> of the feed stands after an <entry>",
    why: "Readers that show a feed while it loads don't know yet whose entries they are.",
    mend: "Put all entries last.",
    reference: `${ATOM}#section-4.1.1`,
    good: asFeed(`${FEED}${AUTHOR}${SELF}<entry>${ENTRY}${CONTENT}</entry>`),
    bad: asFeed(`${FEED}${AUTHOR}${SELF}<entry>${ENTRY}${CONTENT}</entry><subtitle>News</subtitle>`),
  },
  idRepeated: {
    id: "atom/id-repeated",
    severity: "warning",
    says: "two entries have the id “{value}”",
    why: "They are taken for two versions of one entry, of which readers show one.",
    mend: "Give each entry an id of its own.",
    reference: `${ATOM}#section-4.1.1`,
    good: inFeed(`<entry>${ENTRY}${CONTENT}</entry>`),
    bad: inFeed(`<entry>${ENTRY}${CONTENT}</entry><entry>${ENTRY}${CONTENT}</entry>`),
  },
  idsAllSame: {
    id: "atom/id-same-everywhere",
    severity: "error",
    says: "all {count} entries have the same id",
    why: "Readers show a single one of them.",
    mend: "The template writes the feed's id into each entry: write the entry's.",
    reference: `${ATOM}#section-4.2.6`,
    good: inFeed(`<entry>${ENTRY}${CONTENT}</entry>`),
    bad: inFeed(`<entry>${ENTRY}${CONTENT}</entry>`.repeat(10)),
  },
  updatedRepeated: {
    id: "atom/updated-repeated",
    severity: "warning",
    says: "two entries were changed at the very same moment, {value}",
    why: "Readers that sort by it can't tell which comes first. Often it is the moment of the build.",
    mend: "Write the moment at which the entry itself was last changed.",
    reference: `${ATOM}#section-4.2.15`,
    good: inFeed(`<entry>${ENTRY}${CONTENT}</entry>`),
    bad: inFeed(`<entry>${ENTRY}${CONTENT}</entry><entry>${ENTRY.replace("/1<", "/2<")}${CONTENT}</entry>`),
  },
  textType: {
    id: "atom/text-type",
    severity: "error",
    says: "the type of <{element}> is text, html or xhtml, not “{value}”",
    why: "Readers don't know how to show it.",
    mend: "Write one of the three.",
    reference: `${ATOM}#section-3.1.1`,
    good: inEntry('<summary type="html">Open.</summary>'),
    bad: inEntry('<summary type="text/html">Open.</summary>'),
  },
  contentType: {
    id: "atom/content-type",
    severity: "error",
    says: "the type of <{element}> is text, html, xhtml or a media type, not “{value}”",
    why: "Readers don't know how to show it.",
    mend: "Write one of them.",
    reference: `${ATOM}#section-4.1.3.1`,
    good: inEntry('<content type="html">Open.</content>'),
    bad: inEntry('<content type="markdown">Open.</content>'),
  },
  typeBlank: {
    id: "atom/attribute-blank",
    severity: "warning",
    says: "the attribute “{attribute}” of <{element}> is empty",
    why: "Readers differ in what they take it for.",
    mend: "Fill it, or leave it out.",
    reference: `${ATOM}#section-3.1.1`,
    good: inEntry('<link rel="related" title="Map" href="https://courier.example/2"/>'),
    bad: inEntry('<link rel="related" title="" href="https://courier.example/2"/>'),
  },
  sourceType: {
    id: "atom/content-source-type",
    severity: "warning",
    says: "<content> is elsewhere, and nothing says what it is",
    why: "Readers must fetch it to know whether they can show it.",
    mend: 'Add the media type: type="audio/mpeg".',
    reference: `${ATOM}#section-4.1.3.2`,
    good: inEntry('<summary>Open.</summary><content src="https://courier.example/a.pdf" type="application/pdf"/>'),
    bad: inEntry('<summary>Open.</summary><content src="https://courier.example/a.pdf"/>'),
  },
  div: {
    id: "atom/xhtml-div",
    severity: "error",
    says: "XHTML in <{element}> stands in no <div>",
    why: "Atom asks for exactly one <div> of XHTML; what is outside of it is lost.",
    mend: 'Wrap it: <div xmlns="http://www.w3.org/1999/xhtml">…</div>.',
    reference: `${ATOM}#section-3.1.1.3`,
    good: inEntry('<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Open.</div></content>'),
    bad: inEntry('<content type="xhtml"><p xmlns="http://www.w3.org/1999/xhtml">Open.</p></content>'),
  },
  base64: {
    id: "atom/content-base64",
    severity: "error",
    says: "content of the type {type} has to be in Base64",
    why: "Readers decode it and get something else.",
    mend: "Encode it, or refer to it with src.",
    reference: `${ATOM}#section-4.1.3.3`,
    good: inEntry('<summary>Open.</summary><content type="image/png">aGVsbG8=</content>'),
    bad: inEntry('<summary>Open.</summary><content type="image/png">see below!</content>'),
  },
  escaped: {
    id: "atom/mode",
    severity: "error",
    says: "<{element}> says that it is escaped, and then holds elements",
    why: "Readers take the one or the other.",
    mend: 'Leave the attribute mode out; write type="html" for escaped HTML, type="xhtml" for elements.',
    reference: `${ATOM}#section-3.1.1`,
    good: inEntry('<content type="html">&lt;b&gt;Open.&lt;/b&gt;</content>'),
    bad: inEntry('<content type="html" mode="escaped"><b>Open.</b></content>'),
  },
  notInline: {
    id: "atom/xhtml-escaped",
    severity: "warning",
    says: "<{element}> says that it is XHTML, but its tags are escaped",
    why: "Readers show the tags.",
    mend: 'Write type="html".',
    reference: `${ATOM}#section-3.1.1.3`,
    good: inEntry('<content type="html">&lt;b&gt;Open.&lt;/b&gt;</content>'),
    bad: inEntry(
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">&lt;b&gt;Open.&lt;/b&gt;</div></content>',
    ),
  },
  fragment: {
    id: "atom/html-fragment",
    severity: "warning",
    says: "content of the type {type} is a whole document, not a piece of one",
    why: "Readers that take the type at its word expect <html>.",
    mend: 'Write type="html" or type="xhtml" for a piece.',
    reference: `${ATOM}#section-4.1.3.3`,
    good: inEntry('<content type="html">&lt;p&gt;Open.&lt;/p&gt;</content>'),
    bad: inEntry('<content type="text/html">&lt;p&gt;Open.&lt;/p&gt;</content>'),
  },
  sourceMissing: {
    id: "atom/source-missing",
    severity: "warning",
    says: "<source> has no <{element}> of the feed that the entry comes from",
    why: "Readers can't tell whose it is.",
    mend: "Copy it from that feed.",
    reference: `${ATOM}#section-4.2.11`,
    good: inEntry(`<content>Open.</content><source>${FEED}</source>`),
    bad: inEntry("<content>Open.</content><source><title>The Courier</title></source>"),
  },
};
