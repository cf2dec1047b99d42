import { exactPrefixOf, isKnownByName, usualUri } from "./names.ts";
import type { Report } from "./reporter.ts";
import type { Rule } from "./rule.ts";
import { atomRules } from "./rules/atom.ts";
import { mediaRules } from "./rules/media.ts";
import { xmlRules } from "./rules/xml.ts";
import { anyIri } from "./values/uri.ts";
import type { Setting } from "./values/value.ts";
import type { StartTag } from "./xml/handler.ts";

const MEDIA_WITHOUT_SLASH = "http://search.yahoo.com/mrss";

/** Judges the namespaces that a tag declares: whether they are known, and known by that prefix. */
export function prefixesTold(tag: StartTag, setting: Setting, report: Report): void {
  for (const [prefix, uri] of tag.declared) prefixTold(prefix, uri, tag, setting, report);
}

function prefixTold(prefix: string, uri: string, { at }: StartTag, setting: Setting, report: Report): void {
  if (uri === "") return;
  const usual = exactPrefixOf(uri);
  if (uri === MEDIA_WITHOUT_SLASH) report(mediaRules.namespace, { uri }, at);
  else if (usual === undefined) unknownTold(prefix, uri, at, setting, report);
  else if (prefix !== "" && prefix !== usual) report(xmlRules.prefixUnusual, { prefix, uri, usual }, at);
  const isPart = usual === "atom" || usual === "xhtml";
  if (isPart && prefix !== "" && setting.format === "atom") report(atomRules.prefix, { prefix }, at);
}

function unknownTold(prefix: string, uri: string, at: StartTag["at"], setting: Setting, report: Report): void {
  const expected = usualUri(prefix);
  if (!isUri(uri, setting)) report(xmlRules.namespaceUri, { value: uri }, at);
  else if (expected !== undefined) report(xmlRules.prefixReserved, { prefix, uri, usual: expected }, at);
  else if (!isKnownByName(uri)) report(xmlRules.namespaceUnknown, { uri }, at);
}

function isUri(uri: string, setting: Setting): boolean {
  let isRight = true;
  const told = (rule: Rule): void => {
    if (rule.severity === "error") isRight = false;
  };
  anyIri(uri, told, setting);
  return isRight;
}
