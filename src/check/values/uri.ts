import { uriRules } from "../rules/uri.ts";
import { canonicalUri } from "./canonical.ts";
import type { Tell, Value } from "./value.ts";

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const PRINTABLE = "[a-z0-9;/?:@&=+$.\\-_!~*'(),%]";
/** RFC 4151, 2.1: an authority in lower case, a date, and what it names. */
const TAG = new RegExp(
  `^tag:(?:[a-z0-9._-]+@)?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*,\\d{4}(?:-\\d{2}(?:-\\d{2})?)?:${PRINTABLE}*(?:#${PRINTABLE}*)?$`,
  "u",
);
/** RFC 2141, 2: the name space's identifier and what it names. */
const URN = /^urn:[a-z0-9][a-z0-9-]{1,31}:(?:[a-z0-9()+,.:=@;$_!*'-]|%[0-9a-f]{2})+$/i;
/** RFC 4122, 3. */
const UUID = /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** A literal address of IPv6 is the one place for brackets (RFC 3986, 3.2.2). */
const BRACKETED_HOST = /^([a-z][a-z0-9+.-]*:)?\/\/([^@/]*@)?\[[0-9a-f:.]+\]/i;
const ILLEGAL = /[^A-Za-z0-9;/?:@&=+$.\-_!~*'()%,#\u0080-\u{10FFFF}]/u;
const NOT_ASCII = /[\u0080-\u{10FFFF}]/u;

/** Schemes that need a host. */
const WITH_HOST = new Set(["http", "https", "ftp"]);

/** Registered with IANA, as far as feeds use them. */
const REGISTERED = new Set(
  "aaa aaas acap acct cap cid coap crid data dav dict dns doi fax file ftp geo go gopher h323 http https iax icap im imap info ipfs ipp iris ldap magnet mailto mid modem msrp msrps mtqp mupdate news nfs nntp opaquelocktoken pop pres prospero rtsp service shttp sip sips sms snmp spotify ssh tag tel telnet tftp thismessage tip tv urn vemmi view-source wais ws wss xmpp matrix web+ap at ni".split(
    " ",
  ),
);

interface Kind {
  /** Whether it must have a scheme. */
  readonly absolute: boolean;
  /** Whether it may hold other letters than ASCII's (RFC 3987). */
  readonly international: boolean;
}

function tagTold(value: string, tell: Tell): void {
  if (TAG.test(value)) return;
  tell(uriRules.tag, { value });
}

function urnTold(value: string, tell: Tell): void {
  if (/^urn:uuid:/i.test(value)) {
    if (!UUID.test(value)) tell(uriRules.uuid, { value });
  } else if (!URN.test(value)) tell(uriRules.urn, { value });
}

/** What nearly all are: addresses that are right whatever is asked for, seen at one glance. */
const PLAIN = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?(?:\/[A-Za-z0-9;/?:@&=+$.\-_!~*'(),%]*)?$/;

function judged(value: string, tell: Tell, { absolute, international }: Kind): boolean {
  if (PLAIN.test(value)) return true;
  let isRight = true;
  const wrong: Tell = (rule, facts) => {
    if (rule.severity === "error") isRight = false;
    tell(rule, facts);
  };
  const scheme = SCHEME.exec(value)?.[1]?.toLowerCase();
  const illegal = ILLEGAL.exec(value.replace(BRACKETED_HOST, ""))?.[0];
  if (scheme === "tag") tagTold(value, wrong);
  else if (scheme === "urn") urnTold(value, wrong);
  else if (illegal !== undefined) wrong(uriRules.character, { value, character: named(illegal) });
  else if (!international && NOT_ASCII.test(value)) wrong(uriRules.ascii, { value });
  else if (absolute && (scheme === undefined || value.length === scheme.length + 1))
    wrong(uriRules.relative, { value });
  else if (scheme !== undefined && WITH_HOST.has(scheme) && !/^\w+:\/\/[^/]/.test(value))
    wrong(uriRules.host, { value });
  else if (scheme !== undefined && /^[a-z]+$/.test(scheme) && !REGISTERED.has(scheme))
    wrong(uriRules.scheme, { scheme });
  return isRight;
}

function named(character: string): string {
  if (character === " ") return "a space";
  if (character === "\n") return "a line break";
  return `“${character}”`;
}

/** An absolute URI in ASCII (RFC 3986). */
export const absoluteUri: Value = (value, tell) => void judged(value, tell, { absolute: true, international: false });

/** A URI, absolute or relative, in ASCII. */
export const anyUri: Value = (value, tell) => void judged(value, tell, { absolute: false, international: false });

/** An IRI, absolute or relative (RFC 3987). */
export const anyIri: Value = (value, tell) => void judged(value, tell, { absolute: false, international: true });

/** An absolute IRI. */
export const absoluteIri: Value = (value, tell) => void judged(value, tell, { absolute: true, international: true });

/** An absolute IRI that names something for ever, and so should be in its one normal form (RFC 4287, 4.2.6.1). */
export const identifier: Value = (value, tell) => {
  if (!judged(value.trim(), tell, { absolute: true, international: true })) return;
  const canonical = canonicalUri(value.trim());
  if (canonical !== value) tell(uriRules.canonical, { value, canonical });
};

const WEB = /^https?:\/\/(?:[^@/?#]*@)?(?:\[[0-9a-f:.]+\]|[a-z0-9-]+(?:\.[a-z0-9-]+)+|localhost)(?::\d+)?(?:[/?#]|$)/i;

/** A URL that a browser could fetch. */
export const webUrl: Value = (value, tell) => {
  if (!WEB.test(value)) tell(uriRules.web, { value });
  else judged(value, tell, { absolute: true, international: false });
};

/** Whether a text is an absolute IRI. */
export function isAbsolute(value: string): boolean {
  return judged(value, () => undefined, { absolute: true, international: true });
}

/** Whether a text is an absolute URI, in ASCII. */
export function isAbsoluteUri(value: string): boolean {
  return judged(value, () => undefined, { absolute: true, international: false });
}
