import type { Rule } from "../rule.ts";
import { whole } from "./examples.ts";

/** What documents of one folder owe each other. The examples tell of two of them. */
type CrossRule =
  | "twinItem"
  | "twinFact"
  | "selfShared"
  | "selfElsewhere"
  | "broken"
  | "chain"
  | "idTwice"
  | "discovery";

export const crossRules: Readonly<Record<CrossRule, Rule>> = {
  twinItem: {
    id: "cross/twin-item",
    severity: "error",
    says: "“{title}” is here, but not in {other}, which is the same feed in another format",
    why: "Which articles somebody sees depends on the format that the reader chose.",
    mend: "Write all formats from the same entries.",
    reference: "https://www.jsonfeed.org/version/1.1/#suggestions-for-publishers-a-name-suggestions-for-publishers-a",
    good: whole("rss.xml:  <guid>courier-1</guid>\natom.xml: <id>courier-1</id>"),
    bad: whole("rss.xml:  <guid>courier-1</guid>\natom.xml: no such entry"),
  },
  twinFact: {
    id: "cross/twin-fact",
    severity: "error",
    says: "the {fact} of “{title}” is “{here}” here, and “{there}” in {other}",
    why: "Readers of one format see what readers of another don't.",
    mend: "Write all formats from the same entries.",
    reference: "https://www.jsonfeed.org/version/1.1/#suggestions-for-publishers-a-name-suggestions-for-publishers-a",
    good: whole("rss.xml:  <dc:creator>Ada Moss</dc:creator>\natom.xml: <author><name>Ada Moss</name></author>"),
    bad: whole("rss.xml:  <dc:creator>Ada Moss</dc:creator>\natom.xml: <author><name>The Courier</name></author>"),
  },
  selfShared: {
    id: "cross/self-shared",
    severity: "error",
    says: "{other} says that it is at {href} too",
    why: "Readers and hubs know one of the two only.",
    mend: "Give each document its own address in its self link.",
    reference: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.2",
    good: whole(
      'rss.xml:  <atom:link rel="self" href="https://courier.example/rss.xml"/>\natom.xml: <link rel="self" href="https://courier.example/atom.xml"/>',
    ),
    bad: whole(
      'rss.xml:  <atom:link rel="self" href="https://courier.example/rss.xml"/>\natom.xml: <link rel="self" href="https://courier.example/rss.xml"/>',
    ),
  },
  selfElsewhere: {
    id: "cross/self-elsewhere",
    severity: "warning",
    says: "the document says that it is at {href}; by where the others are it is at {expected}",
    why: "Readers that follow it find nothing, or another feed.",
    mend: "Correct the self link, or move the file.",
    reference: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.2",
    good: whole('news/atom.xml: <link rel="self" href="https://courier.example/news/atom.xml"/>'),
    bad: whole('news/atom.xml: <link rel="self" href="https://courier.example/atom.xml"/>'),
  },
  broken: {
    id: "cross/broken-link",
    severity: "error",
    says: "the link “{rel}” leads to {href}, where there is no document",
    why: "Readers that walk through archives or lists end there.",
    mend: "Write the missing document, or take out the link.",
    reference: "https://www.rfc-editor.org/rfc/rfc5005#section-4",
    good: whole('atom.xml: <link rel="prev-archive" href="https://courier.example/2025.xml"/>\n2025.xml is there'),
    bad: whole('atom.xml: <link rel="prev-archive" href="https://courier.example/2025.xml"/>\nno 2025.xml'),
  },
  chain: {
    id: "cross/archive-chain",
    severity: "error",
    says: "the archive before this one, {other}, says that {next} comes next",
    why: "Readers that walk forwards leave archives out, or walk in circles.",
    mend: "Let prev-archive and next-archive name each other.",
    reference: "https://www.rfc-editor.org/rfc/rfc5005#section-4",
    good: whole("2026.xml: prev-archive is 2025.xml\n2025.xml: next-archive is 2026.xml"),
    bad: whole("2026.xml: prev-archive is 2025.xml\n2025.xml: next-archive is 2024.xml"),
  },
  idTwice: {
    id: "cross/id-of-two",
    severity: "error",
    says: "the id “{id}” is that of {url} here, and of {otherUrl} in {other}",
    why: "Readers that have both feeds show one of the two articles.",
    mend: "Give each article an id of its own, the same one in all feeds.",
    reference: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6",
    good: whole("rss.xml:      courier-1 is /bridge\nnews/rss.xml: courier-1 is /bridge"),
    bad: whole("rss.xml:      courier-1 is /bridge\nnews/rss.xml: courier-1 is /harbour"),
  },
  discovery: {
    id: "cross/discovery",
    severity: "error",
    says: "the page offers a feed at {href}, where there is none",
    why: "Whoever subscribes by the page's address gets an error.",
    mend: 'Correct the <link rel="alternate"> of the page.',
    reference: "https://www.rssboard.org/rss-autodiscovery",
    good: whole('index.html: <link rel="alternate" type="application/rss+xml" href="/rss.xml">\nrss.xml is there'),
    bad: whole('index.html: <link rel="alternate" type="application/rss+xml" href="/feed">\nno feed'),
  },
};
