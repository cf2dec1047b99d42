import type { Rule } from "../rule.ts";
import { whole } from "./examples.ts";

const ENCODINGS = "https://www.w3.org/TR/xml/#charencoding";
const MIME = "https://www.rfc-editor.org/rfc/rfc7303#section-3";
const UTF8 = 'Write UTF-8, and say so: <?xml version="1.0" encoding="UTF-8"?>.';
const BODY = '<opml version="2.0"><head/><body><outline text="News"/></body></opml>';

function declared(encoding: string): ReturnType<typeof whole> {
  return whole(`<?xml version="1.0" encoding="${encoding}"?>\n${BODY}`);
}

type EncodingRule = "unknown" | "bytes" | "conflict" | "mismatch" | "obscure" | "unusual" | "missing";

export const encodingRules: Readonly<Record<EncodingRule, Rule>> = {
  unknown: {
    id: "encoding/unknown",
    severity: "error",
    says: "nobody knows an encoding “{encoding}”",
    why: "A reader that doesn't know the encoding must refuse the feed.",
    mend: UTF8,
    reference: ENCODINGS,
    good: declared("UTF-8"),
    bad: declared("UTF-9"),
  },
  bytes: {
    id: "encoding/bytes",
    severity: "error",
    says: "these bytes are not UTF-8",
    why: "Strict readers refuse the feed, others show “�”.",
    mend: "Find the text that was put in without being converted, often pasted or read from an old database.",
    reference: ENCODINGS,
    good: declared("UTF-8"),
    bad: {
      shown: "the byte E9 for “é” in a file that is declared as UTF-8",
      text: '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0"><head><title>Café</title></head><body><outline text="News"/></body></opml>',
      isLatin: true,
    },
  },
  conflict: {
    id: "encoding/conflict",
    severity: "error",
    says: "the file says {declared}, but its bytes are {found}",
    why: "Readers differ in which of the two they believe.",
    mend: "Declare the encoding in which the file is really saved.",
    reference: ENCODINGS,
    good: whole(`\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n${BODY}`),
    bad: whole(`\uFEFF<?xml version="1.0" encoding="ISO-8859-1"?>\n${BODY}`),
  },
  mismatch: {
    id: "encoding/mismatch",
    severity: "warning",
    says: "the server says charset={charset}, the file says {declared}",
    why: "The server's word counts (RFC 7303), but readers differ.",
    mend: "Let both say UTF-8.",
    reference: MIME,
    good: { ...declared("UTF-8"), served: { type: "application/xml; charset=utf-8" } },
    bad: { ...declared("UTF-8"), served: { type: "application/xml; charset=iso-8859-1" } },
  },
  obscure: {
    id: "encoding/obscure",
    severity: "warning",
    says: "{encoding} is an encoding that few readers know",
    why: "XML readers need to know UTF-8 and UTF-16 only.",
    mend: UTF8,
    reference: ENCODINGS,
    good: declared("UTF-8"),
    bad: declared("macintosh"),
  },
  unusual: {
    id: "encoding/unusual",
    severity: "advice",
    says: "{encoding}: feeds are best in UTF-8",
    why: "XML readers need to know UTF-8 and UTF-16 only.",
    mend: UTF8,
    reference: ENCODINGS,
    good: declared("UTF-8"),
    bad: declared("ISO-8859-1"),
  },
  missing: {
    id: "encoding/undeclared",
    severity: "advice",
    says: "nothing says which encoding the file is in",
    why: "Without a word it is UTF-8, but some readers guess.",
    mend: UTF8,
    reference: ENCODINGS,
    good: declared("UTF-8"),
    bad: whole(BODY),
  },
};
