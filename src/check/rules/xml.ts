import type { Rule } from "../rule.ts";
import { inChannel, inItem, whole } from "./examples.ts";

const XML = "https://www.w3.org/TR/xml/";
const NAMES = "https://www.w3.org/TR/xml-names/";
const UNREAD = "An XML reader must stop here: nothing that follows is shown to anybody.";

type XmlRule =
  | "notWellFormed"
  | "mismatchedTag"
  | "namespace"
  | "namespaceUri"
  | "entityUndefined"
  | "blankBeforeDeclaration"
  | "version"
  | "entityBomb"
  | "externalEntity"
  | "tooDeep"
  | "tooLong"
  | "characters"
  | "prefixReserved"
  | "prefixUnusual"
  | "namespaceUnknown";

export const xmlRules: Readonly<Record<XmlRule, Rule>> = {
  notWellFormed: {
    id: "xml/not-well-formed",
    severity: "error",
    says: "not well-formed: {detail}",
    why: UNREAD,
    mend: "Write the document with an XML library, or escape “&” and “<” in text as “&amp;” and “&lt;”.",
    reference: `${XML}#sec-well-formed`,
    good: inItem("<description>Salt &amp; pepper</description>"),
    bad: inItem("<description>Salt & pepper</description>"),
  },
  mismatchedTag: {
    id: "xml/mismatched-tag",
    severity: "error",
    says: "</{found}> stands where <{opened}>, opened in line {line}, has to be closed",
    why: UNREAD,
    mend: "Close each element before the one around it ends.",
    reference: `${XML}#GIMatch`,
    good: inItem("<author>ada@courier.example (Ada Moss)</author>"),
    bad: inItem("<author>ada@courier.example (Ada Moss)</autor>"),
  },
  namespace: {
    id: "xml/namespace",
    severity: "error",
    says: "{detail}",
    why: UNREAD,
    mend: 'Declare the prefix on the root element: xmlns:PREFIX="URI".',
    reference: `${NAMES}#ns-decl`,
    good: inItem("<dc:creator>Ada Moss</dc:creator>"),
    bad: inItem("<dublin:creator>Ada Moss</dublin:creator>"),
  },
  namespaceUri: {
    id: "xml/namespace-uri",
    severity: "error",
    says: "“{value}” is no URI that a namespace could be named by",
    why: "Readers compare the name of a namespace letter by letter; a space in it breaks it in two.",
    mend: "Write the URI exactly as the extension's documentation gives it.",
    reference: `${NAMES}#iri-use`,
    good: inItem('<x:mood xmlns:x="https://courier.example/mood">calm</x:mood>'),
    bad: inItem('<x:mood xmlns:x="https://courier.example/mood swings">calm</x:mood>'),
  },
  entityUndefined: {
    id: "xml/entity-undefined",
    severity: "error",
    says: "XML knows no entity “&{name};”",
    why: "Names such as &nbsp; are HTML's. A strict reader refuses the whole feed, others drop the character.",
    mend: "Write the character itself, or its number: &#xA0; for &nbsp;.",
    reference: `${XML}#wf-entdeclared`,
    good: inItem("<description>10&#xA0;%</description>"),
    bad: inItem("<description>10&nbsp;%</description>"),
  },
  blankBeforeDeclaration: {
    id: "xml/blank-before-declaration",
    severity: "error",
    says: "something stands before the XML declaration",
    why: "The declaration must be the first thing in the file; strict readers refuse the feed.",
    mend: "Remove the blank line or the space at the top, often left there by a template.",
    reference: `${XML}#sec-prolog-dtd`,
    good: whole(
      '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0"><head/><body><outline text="News"/></body></opml>',
    ),
    bad: whole(
      '\n<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0"><head/><body><outline text="News"/></body></opml>',
    ),
  },
  version: {
    id: "xml/version",
    severity: "error",
    says: "XML {version}: feeds are XML 1.0",
    why: "Hardly any feed reader reads another version.",
    mend: 'Write <?xml version="1.0" encoding="UTF-8"?>.',
    reference: `${XML}#NT-VersionNum`,
    good: whole('<?xml version="1.0"?>\n<opml version="2.0"><head/><body><outline text="News"/></body></opml>'),
    bad: whole('<?xml version="1.1"?>\n<opml version="2.0"><head/><body><outline text="News"/></body></opml>'),
  },
  entityBomb: {
    id: "xml/entity-bomb",
    severity: "error",
    says: "the entities that the document declares unfold without end, or nearly so",
    why: "Such a document is made to fill a reader's memory; readers that notice refuse it.",
    mend: "Declare no entities: a feed needs none.",
    reference: `${XML}#norecursion`,
    good: whole(
      '<!DOCTYPE opml [<!ENTITY a "News">]>\n<opml version="2.0"><head/><body><outline text="&a;"/></body></opml>',
    ),
    bad: whole(
      '<!DOCTYPE opml [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]>\n<opml version="2.0"><head/><body><outline text="&a;"/></body></opml>',
    ),
  },
  externalEntity: {
    id: "xml/external-entity",
    severity: "advice",
    says: "the document type refers to “{system}”, which no reader fetches",
    why: "What it would declare is undefined to everybody.",
    mend: "Leave the document type out: feeds need none.",
    reference: `${XML}#sec-external-ent`,
    good: whole('<opml version="2.0"><head/><body><outline text="News"/></body></opml>'),
    bad: whole(
      '<!DOCTYPE opml SYSTEM "opml.dtd">\n<opml version="2.0"><head/><body><outline text="News"/></body></opml>',
    ),
  },
  tooDeep: {
    id: "xml/too-deep",
    severity: "error",
    says: "elements are nested more than {depth} deep",
    why: "No feed is so deep; readers that recurse break down on it. Nothing below was read.",
    mend: "Look for an element that the generator opens again and again without closing it.",
    reference: `${XML}#sec-logical-struct`,
    good: inOutlines(3),
    bad: inOutlines(300),
  },
  tooLong: {
    id: "xml/too-long",
    severity: "error",
    says: "one piece of markup is longer than {length} characters",
    why: "Readers give up long before. Nothing after it was read.",
    mend: "Publish media as files and refer to them, instead of writing them into the feed.",
    reference: `${XML}#sec-logical-struct`,
    good: inChannel("<!-- The Courier's feed -->"),
    bad: { ...inChannel(`<!--${" ".repeat(11_000_000)}-->`), shown: "<!-- eleven million spaces -->" },
  },
  characters: {
    id: "xml/characters",
    severity: "warning",
    says: "{character} in <{element}>: text that was read in the wrong encoding",
    why: "Readers show a box, a question mark or “Ã¤” where a letter should be.",
    mend: "Read the source in the encoding it was written in, and write UTF-8.",
    reference: "https://www.w3.org/International/questions/qa-controls",
    good: inItem("<description>“Käse”</description>"),
    bad: inItem("<description>\u0093K\u00C3\u00A4se\u0094</description>"),
  },
  prefixReserved: {
    id: "xml/prefix-reserved",
    severity: "warning",
    says: "the prefix “{prefix}” is bound to “{uri}”; all others mean {usual} by it",
    why: "Many readers look for the prefix, not for the namespace.",
    mend: "Bind the prefix to the namespace that everybody means, or choose another.",
    reference: `${NAMES}#ns-using`,
    good: inItem("<dc:creator>Ada Moss</dc:creator>"),
    bad: inItem('<dc:creator xmlns:dc="https://courier.example/dc">Ada Moss</dc:creator>'),
  },
  prefixUnusual: {
    id: "xml/prefix-unusual",
    severity: "advice",
    says: "the usual prefix for {uri} is “{usual}”, not “{prefix}”",
    why: "Some readers look for the prefix, not for the namespace.",
    mend: "Use the usual prefix.",
    reference: `${NAMES}#ns-using`,
    good: inItem("<dc:creator>Ada Moss</dc:creator>"),
    bad: inItem('<d:creator xmlns:d="http://purl.org/dc/elements/1.1/">Ada Moss</d:creator>'),
  },
  namespaceUnknown: {
    id: "xml/namespace-unknown",
    severity: "advice",
    says: "the namespace “{uri}” is none that this checker knows",
    why: "A mistyped namespace looks like an unknown one: readers then ignore all that is in it.",
    mend: "Compare it letter by letter with the extension's documentation.",
    reference: `${NAMES}#iri-use`,
    good: inItem("<dc:creator>Ada Moss</dc:creator>"),
    bad: inItem('<mood:now xmlns:mood="https://courier.example/mood">calm</mood:now>'),
  },
};

function inOutlines(depth: number): ReturnType<typeof whole> {
  const outlines = `${'<outline text="a">'.repeat(depth)}${"</outline>".repeat(depth)}`;
  const text = `<opml version="2.0"><head/><body>${outlines}</body></opml>`;
  return { shown: `${depth} outlines, each in the one before`, text };
}
