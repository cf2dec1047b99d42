import type { Rule } from "../rule.ts";
import { inChannel, inEntry, inItem, whole } from "./examples.ts";

const RSS = "https://www.rssboard.org/rss-specification";

/** What every vocabulary asks of its elements. A finding refers to the standard whose element it is about. */
type StructureRule =
  | "unknownRoot"
  | "unknownElement"
  | "unknownExtension"
  | "questionable"
  | "misplacedHtml"
  | "noNamespace"
  | "undeterminable"
  | "repeated"
  | "missing"
  | "missingAttribute"
  | "unknownAttribute"
  | "extensionAttribute"
  | "text";

export const structureRules: Readonly<Record<StructureRule, Rule>> = {
  unknownRoot: {
    id: "structure/unknown-format",
    severity: "error",
    says: "<{element}> begins no format that is known here",
    why: "Readers take it for no feed at all.",
    mend: "Publish RSS 2.0, Atom 1.0 or JSON Feed 1.1. If this is a web page, check the address of its feed instead.",
    reference: RSS,
    good: inChannel("<ttl>60</ttl>"),
    bad: whole("<html><body>News</body></html>"),
  },
  unknownElement: {
    id: "structure/unknown-element",
    severity: "error",
    says: "<{parent}> has no <{element}>",
    why: "Readers ignore what the standard doesn't know, and strict ones refuse the feed.",
    mend: "Compare the name with the standard; what is an extension needs its namespace.",
    reference: RSS,
    good: inItem("<dc:creator>Ada Moss</dc:creator>"),
    bad: inItem("<creator>Ada Moss</creator>"),
  },
  unknownExtension: {
    id: "structure/unknown-extension",
    severity: "warning",
    says: "<{element}> is no element of its extension that is known here",
    why: "Readers that know the extension ignore it.",
    mend: "Compare the name with the extension's documentation.",
    reference: RSS,
    good: inItem("<podcast:season>1</podcast:season>"),
    bad: inItem("<podcast:saison>1</podcast:saison>"),
  },
  questionable: {
    id: "structure/misplaced-extension",
    severity: "warning",
    says: "<{element}> in <{parent}> says nothing to any reader",
    why: "Extensions are looked for in the channel or feed, and in its items or entries.",
    mend: "Move it there.",
    reference: RSS,
    good: inItem("<dc:title>Bridge</dc:title>"),
    bad: inChannel("<skipDays><day>Sunday</day><dc:title>Bridge</dc:title></skipDays>"),
  },
  misplacedHtml: {
    id: "structure/misplaced-html",
    severity: "warning",
    says: "<{element}> stands where no HTML belongs, in <{parent}>",
    why: "Readers ignore it.",
    mend: "Put it into the description or content.",
    reference: RSS,
    good: inItem("<description>&lt;p&gt;Open.&lt;/p&gt;</description>"),
    bad: inItem('<p xmlns="http://www.w3.org/1999/xhtml">Open.</p>'),
  },
  noNamespace: {
    id: "structure/no-namespace",
    severity: "error",
    says: "<{element}> in <{parent}> is in no namespace",
    why: "RSS may be extended only by elements that have one: without it two extensions mean different things by one name.",
    mend: "Give it the prefix of its extension.",
    reference: `${RSS}#extendingRss`,
    good: inItem('<x:photo xmlns:x="https://courier.example/x"><x:size>3</x:size></x:photo>'),
    bad: inItem('<x:photo xmlns:x="https://courier.example/x"><size>3</size></x:photo>'),
  },
  undeterminable: {
    id: "structure/undeterminable",
    severity: "warning",
    says: "<{element}> is in no namespace, so that nobody knows what it means",
    why: "Readers ignore it.",
    mend: "Give it the namespace of the format, or of its extension.",
    reference: "https://www.rfc-editor.org/rfc/rfc4287#section-6.1",
    good: inEntry("<content>Open.</content>"),
    bad: inEntry('<content>Open.</content><mood xmlns="">calm</mood>'),
  },
  repeated: {
    id: "structure/repeated",
    severity: "error",
    says: "<{parent}> has more than one <{element}>",
    why: "Readers differ in which of them they take.",
    mend: "Keep one.",
    reference: RSS,
    good: inItem("<link>https://courier.example/1</link>"),
    bad: inItem("<link>https://courier.example/1</link><link>https://courier.example/2</link>"),
  },
  missing: {
    id: "structure/missing",
    severity: "error",
    says: "<{parent}> has no <{element}>",
    why: "Readers can't use the one without the other.",
    mend: "Add it, or leave out what needs it.",
    reference: RSS,
    good: inItem("<geo:Point><geo:lat>1</geo:lat><geo:long>2</geo:long></geo:Point>"),
    bad: inItem("<geo:Point><geo:lat>1</geo:lat></geo:Point>"),
  },
  missingAttribute: {
    id: "structure/missing-attribute",
    severity: "error",
    says: "<{element}> has no attribute “{attribute}”",
    why: "Readers can't use it without.",
    mend: "Add the attribute.",
    reference: RSS,
    good: inItem('<enclosure url="https://courier.example/a.mp3" length="1" type="audio/mpeg"/>'),
    bad: inItem('<enclosure url="https://courier.example/a.mp3" length="1"/>'),
  },
  unknownAttribute: {
    id: "structure/unknown-attribute",
    severity: "error",
    says: "<{element}> has no attribute “{attribute}” in its standard",
    why: "Readers ignore it, and strict ones refuse the feed.",
    mend: "Compare the name with the standard, or leave it out.",
    reference: RSS,
    good: inItem('<category domain="courier">News</category>'),
    bad: inItem('<category scheme="courier">News</category>'),
  },
  extensionAttribute: {
    id: "structure/extension-attribute",
    severity: "warning",
    says: "<{element}> has an attribute “{attribute}” that RSS doesn't provide for",
    why: "RSS is extended by elements; readers look for no attributes.",
    mend: "Use an element of the extension.",
    reference: `${RSS}#extendingRss`,
    good: inItem("<category>News</category>"),
    bad: inItem('<category x:rank="1" xmlns:x="https://courier.example/x">News</category>'),
  },
  text: {
    id: "structure/text",
    severity: "error",
    says: "text stands right in <{element}>: “{value}”",
    why: "Nobody shows it; often it was meant for an element that is missing around it.",
    mend: "Put it into the element it belongs to, or take it out.",
    reference: RSS,
    good: inChannel("<skipDays><day>Sunday</day></skipDays>"),
    bad: inChannel("<skipDays>Sunday <day>Monday</day></skipDays>"),
  },
};
