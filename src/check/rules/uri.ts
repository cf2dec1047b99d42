import type { Rule } from "../rule.ts";
import { asEntry, asItem, inChannel, inItem } from "./examples.ts";

const URI = "https://www.rfc-editor.org/rfc/rfc3986";

function entryWithId(id: string): ReturnType<typeof asEntry> {
  return asEntry(
    `<id>${id}</id>\n<title>Bridge opens</title><updated>2026-01-02T03:04:05Z</updated><content>Open.</content>`,
  );
}

type UriRule =
  | "relative"
  | "character"
  | "ascii"
  | "host"
  | "scheme"
  | "web"
  | "tag"
  | "urn"
  | "uuid"
  | "canonical"
  | "permalinkForm"
  | "namespaceSelf";

export const uriRules: Readonly<Record<UriRule, Rule>> = {
  relative: {
    id: "uri/relative",
    severity: "error",
    says: "{what} has to be an absolute URL, not “{value}”",
    why: "A feed is read far from its site: nobody can tell what a relative address is relative to.",
    mend: "Write the whole address, with https:// and the host.",
    reference: `${URI}#section-4.3`,
    good: inItem("<link>https://courier.example/bridge</link>"),
    bad: inItem("<link>/bridge</link>"),
  },
  character: {
    id: "uri/character",
    severity: "error",
    says: "{character} can't stand in an address: {what} is “{value}”",
    why: "Readers cut the address off there, or refuse it.",
    mend: "Percent-encode it, for instance %20 for a space.",
    reference: `${URI}#section-2`,
    good: inItem("<link>https://courier.example/new%20bridge</link>"),
    bad: inItem("<link>https://courier.example/new bridge</link>"),
  },
  ascii: {
    id: "uri/ascii",
    severity: "error",
    says: "{what} holds letters beyond ASCII: “{value}”",
    why: "RSS takes URIs, which are ASCII; some readers fetch another address or none.",
    mend: "Percent-encode the path as UTF-8 and write the host in Punycode (xn--…).",
    reference: "https://www.rfc-editor.org/rfc/rfc3987#section-3.1",
    good: inItem("<link>https://courier.example/br%C3%BCcke</link>"),
    bad: inItem("<link>https://courier.example/brücke</link>"),
  },
  host: {
    id: "uri/host",
    severity: "error",
    says: "{what} names no host: “{value}”",
    why: "Nobody can fetch it.",
    mend: "Write two slashes and the host after the scheme.",
    reference: `${URI}#section-3.2`,
    good: inItem("<link>https://courier.example/bridge</link>"),
    bad: inItem("<link>http:courier.example/bridge</link>"),
  },
  scheme: {
    id: "uri/scheme",
    severity: "warning",
    says: "nobody has registered the scheme “{scheme}:” ({what})",
    why: "Readers don't know how to open it.",
    mend: "Use https:, or another scheme that IANA lists.",
    reference: "https://www.iana.org/assignments/uri-schemes/",
    good: inItem("<link>https://courier.example/bridge</link>"),
    bad: inItem("<link>courier://bridge</link>"),
  },
  web: {
    id: "uri/web",
    severity: "error",
    says: "{what} has to be an http or https URL, not “{value}”",
    why: "A reader fetches it over HTTP or not at all.",
    mend: "Write the whole address, with https:// and the host.",
    reference: `${URI}#section-3`,
    good: inItem('<enclosure url="https://courier.example/a.mp3" length="1" type="audio/mpeg"/>'),
    bad: inItem('<enclosure url="/a.mp3" length="1" type="audio/mpeg"/>'),
  },
  tag: {
    id: "uri/tag",
    severity: "error",
    says: "{what} is no tag URI: “{value}”",
    why: "An id that isn't what it says it is may be refused or changed by readers, and then shows every article anew.",
    mend: "Write tag:DOMAIN,YEAR-MONTH-DAY:NAME, the domain in lower case, and nothing but URI characters in the name.",
    reference: "https://www.rfc-editor.org/rfc/rfc4151#section-2.1",
    good: entryWithId("tag:courier.example,2026-01-02:bridge"),
    bad: entryWithId("tag:courier.example,26:bridge"),
  },
  urn: {
    id: "uri/urn",
    severity: "error",
    says: "{what} is no URN: “{value}”",
    why: "An id that isn't what it says it is may be refused or changed by readers, and then shows every article anew.",
    mend: "Write urn:NAMESPACE:NAME.",
    reference: "https://www.rfc-editor.org/rfc/rfc8141#section-2",
    good: entryWithId("urn:isbn:9780131103627"),
    bad: entryWithId("urn:-isbn:9780131103627"),
  },
  uuid: {
    id: "uri/uuid",
    severity: "error",
    says: "{what} is no UUID: “{value}”",
    why: "An id that isn't what it says it is may be refused or changed by readers, and then shows every article anew.",
    mend: "Write 32 hexadecimal digits in groups of 8-4-4-4-12.",
    reference: "https://www.rfc-editor.org/rfc/rfc9562#section-4",
    good: entryWithId("urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a"),
    bad: entryWithId("urn:uuid:1225c695-cfb8-4ebb-aaaa"),
  },
  canonical: {
    id: "uri/canonical",
    severity: "warning",
    says: "{what} “{value}” is not in its normal form, “{canonical}”",
    why: "Ids are compared letter by letter: whoever normalises one has a new article.",
    mend: "Mint ids in normal form. One that is already published stays as it is.",
    reference: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6.1",
    good: entryWithId("https://courier.example/bridge"),
    bad: entryWithId("HTTPS://Courier.example/bridge"),
  },
  permalinkForm: {
    id: "rss/guid-permalink",
    severity: "error",
    says: "<guid> says that it is an address (isPermaLink), but “{value}” is none",
    why: "Readers open it when the item is clicked.",
    mend: 'Write isPermaLink="false" on a <guid> that is no address.',
    reference: "https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt",
    good: asItem('<title>Bridge opens</title>\n<guid isPermaLink="false">bridge-2026</guid>'),
    bad: asItem("<title>Bridge opens</title>\n<guid>bridge-2026</guid>"),
  },
  namespaceSelf: {
    id: "rss/link-not-self",
    severity: "advice",
    says: "<link> is the address of the feed itself",
    why: "The channel's link is where readers send people: to the site, not to the file.",
    mend: "Write the site's address in <link>, and the feed's in <atom:link rel=\"self\">.",
    reference: "https://www.rssboard.org/rss-specification#requiredChannelElements",
    good: inChannel('<atom:link rel="self" href="https://courier.example/rss.xml"/>'),
    bad: inChannel('<atom:link rel="self" href="https://courier.example/"/>'),
  },
};
