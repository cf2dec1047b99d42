import type { Circumstances } from "./circumstances.ts";
import type { Reporter } from "./reporter.ts";
import { rssRules } from "./rules/rss.ts";
import { xmlRules } from "./rules/xml.ts";
import { DOCUMENT, isGone, isRss091 } from "./vocabulary/document.ts";
import { Walker } from "./walker.ts";
import { textOf } from "./xml/encoding.ts";
import type { Doctype } from "./xml/handler.ts";
import { readXml } from "./xml/read-xml.ts";

/** HTML's entities, as far as the document type of RSS 0.91 declares them: the letters of ISO 8859-1. */
const LATIN =
  /^[A-Za-z]+(?:acute|grave|circ|tilde|uml|ring|cedil|slash|lig)$|^(?:nbsp|iexcl|cent|pound|curren|yen|brvbar|sect|copy|ordf|ordm|laquo|raquo|not|shy|reg|macr|deg|plusmn|sup[123]|micro|para|middot|frac(?:14|12|34)|iquest|times|divide|ETH|eth|THORN|thorn)$/;

/** Checks a document of XML. */
export function checkXml(
  document: Uint8Array | readonly string[],
  circumstances: Circumstances,
  { report }: Reporter,
): void {
  const { now, addresses, charset, errorsOnly } = circumstances;
  let type: Doctype | undefined;
  const walker = new Walker({
    report,
    now,
    addresses,
    errorsOnly,
    document: DOCUMENT,
    knowsEntity: (name) => isRss091(type) && LATIN.test(name),
    doctype: (doctype) => {
      type = doctype;
      if (isRss091(doctype)) walker.notes.set("rss 0.91", "");
      if (isGone(doctype)) report(rssRules.doctypeGone, {}, doctype.at);
      else if (doctype.systemId !== "" && !isRss091(doctype))
        report(xmlRules.externalEntity, { system: doctype.systemId }, doctype.at);
    },
  });
  readXml(textOf(document, charset, report), walker, report);
}
