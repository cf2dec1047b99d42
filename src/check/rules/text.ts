import type { Rule } from "../rule.ts";
import { asEntry, inChannel, inEntry, inItem } from "./examples.ts";

const PROFILE = "https://www.rssboard.org/rss-profile";
const IGNORED = "Readers ignore a value that they can't read, or refuse what it stands in.";

type TextRule =
  | "count"
  | "positive"
  | "number"
  | "range"
  | "choice"
  | "mediaType"
  | "language"
  | "country"
  | "duration"
  | "playTime"
  | "numberList"
  | "fieldName"
  | "tooLong"
  | "blank"
  | "space"
  | "markup"
  | "undeclaredMarkup"
  | "characterData";

export const textRules: Readonly<Record<TextRule, Rule>> = {
  count: {
    id: "text/count",
    severity: "error",
    says: "{what} has to be a whole number of at least 0, not “{value}”",
    why: IGNORED,
    mend: "Write digits only.",
    reference: "https://web.resource.org/rss/1.0/modules/slash/",
    good: inItem("<slash:comments>0</slash:comments>"),
    bad: inItem("<slash:comments>none</slash:comments>"),
  },
  positive: {
    id: "text/positive",
    severity: "error",
    says: "{what} has to be a whole number above 0, not “{value}”",
    why: IGNORED,
    mend: "Write digits only; leave the element out where nothing is known.",
    reference: `${PROFILE}#element-channel-ttl`,
    good: inChannel("<ttl>60</ttl>"),
    bad: inChannel("<ttl>0</ttl>"),
  },
  number: {
    id: "text/number",
    severity: "error",
    says: "{what} has to be a {kind}, not “{value}”",
    why: IGNORED,
    mend: "Write digits, and a point before a fraction.",
    reference: "https://www.w3.org/TR/xmlschema-2/#decimal",
    good: inItem("<georss:elev>12.5</georss:elev>"),
    bad: inItem("<georss:elev>high</georss:elev>"),
  },
  range: {
    id: "text/range",
    severity: "error",
    says: "{what} has to be a number from {least} to {most}, not “{value}”",
    why: IGNORED,
    mend: "Write a decimal number within the range.",
    reference: "https://www.w3.org/2003/01/geo/",
    good: inItem("<geo:lat>48.2</geo:lat><geo:long>16.4</geo:long>"),
    bad: inItem("<geo:lat>91</geo:lat><geo:long>16.4</geo:long>"),
  },
  choice: {
    id: "text/choice",
    severity: "error",
    says: "{what} has to be one of {choices}, not “{value}”",
    why: IGNORED,
    mend: "Write one of the words, letter by letter.",
    reference: "https://web.resource.org/rss/1.0/modules/syndication/",
    good: inChannel("<sy:updatePeriod>hourly</sy:updatePeriod>"),
    bad: inChannel("<sy:updatePeriod>often</sy:updatePeriod>"),
  },
  mediaType: {
    id: "text/media-type",
    severity: "error",
    says: "{what} is no media type: “{value}”",
    why: "Readers decide by it whether they can play or show what it names.",
    mend: "Write type/subtype, for instance audio/mpeg.",
    reference: "https://www.rfc-editor.org/rfc/rfc6838#section-4.2",
    good: inItem('<enclosure url="https://courier.example/a.mp3" length="1" type="audio/mpeg"/>'),
    bad: inItem('<enclosure url="https://courier.example/a.mp3" length="1" type="mp3"/>'),
  },
  language: {
    id: "text/language",
    severity: "error",
    says: "{what} names no language: “{value}”",
    why: "Readers choose fonts, voices and translations by it.",
    mend: "Write a tag such as en, en-GB or zh-Hans.",
    reference: "https://www.rfc-editor.org/rfc/rfc5646#section-2.1",
    good: inChannel("<language>en-GB</language>"),
    bad: inChannel("<language>english</language>"),
  },
  country: {
    id: "text/country",
    severity: "error",
    says: "{what} is no country's code: “{value}”",
    why: IGNORED,
    mend: "Write two capital letters as in ISO 3166-1.",
    reference: "https://www.iso.org/iso-3166-country-codes.html",
    good: inItem('<media:restriction relationship="allow" type="country">at de</media:restriction>'),
    bad: inItem('<media:restriction relationship="allow" type="country">austria</media:restriction>'),
  },
  duration: {
    id: "text/duration",
    severity: "error",
    says: "{what} is no duration: “{value}”",
    why: "Podcast apps show none, or a wrong one.",
    mend: "Write seconds, or hours, minutes and seconds as in 1:02:03.",
    reference: "https://help.apple.com/itc/podcasts_connect/#/itcb54353390",
    good: inItem("<itunes:duration>1:02:03</itunes:duration>"),
    bad: inItem("<itunes:duration>an hour</itunes:duration>"),
  },
  playTime: {
    id: "text/play-time",
    severity: "error",
    says: "{what} is no time within a recording: “{value}”",
    why: IGNORED,
    mend: "Write H:M:S.h or seconds (NPT of RFC 2326).",
    reference: "https://www.rssboard.org/media-rss#media-thumbnails",
    good: inItem('<media:thumbnail url="https://courier.example/a.jpg" time="0:01:23"/>'),
    bad: inItem('<media:thumbnail url="https://courier.example/a.jpg" time="later"/>'),
  },
  numberList: {
    id: "text/number-list",
    severity: "error",
    says: "{what} has to be numbers with commas between them, not “{value}”",
    why: IGNORED,
    mend: "Write them like 1, 4, 9.",
    reference: "https://web.resource.org/rss/1.0/modules/slash/",
    good: inItem("<slash:hit_parade>12,7,3</slash:hit_parade>"),
    bad: inItem("<slash:hit_parade>many</slash:hit_parade>"),
  },
  fieldName: {
    id: "text/field-name",
    severity: "error",
    says: "{what} is no name for a form's field: “{value}”",
    why: "The form can't be sent.",
    mend: "Begin with a letter; then letters, digits, “:”, “.” and “_”.",
    reference: `${PROFILE}#element-channel-textinput`,
    good: inChannel(textInput("q")),
    bad: inChannel(textInput("?")),
  },
  tooLong: {
    id: "text/too-long",
    severity: "error",
    says: "{what} has {length} characters; {most} are the most",
    why: "Directories cut it off, or refuse the feed.",
    mend: "Shorten it.",
    reference: "https://help.apple.com/itc/podcasts_connect/#/itcb54353390",
    good: inItem("<itunes:author>Ada Moss</itunes:author>"),
    bad: inItem(`<itunes:author>${"Ada Moss ".repeat(30)}</itunes:author>`),
  },
  blank: {
    id: "text/blank",
    severity: "warning",
    says: "{what} is empty",
    why: "Readers show an empty line, or “untitled”.",
    mend: "Fill it, or leave it out.",
    reference: `${PROFILE}#data-types-characterdata`,
    good: inItem("<category>News</category>"),
    bad: inItem("<category></category>"),
  },
  space: {
    id: "text/space",
    severity: "error",
    says: "{what} has space around its value",
    why: "Ids and dates are compared and read as they stand: the space is part of them.",
    mend: "Write the value on one line, right between the tags.",
    reference: "https://www.rfc-editor.org/rfc/rfc4287#section-2",
    good: asEntry(
      "<id>https://courier.example/1</id>\n<title>Bridge opens</title><updated>2026-01-02T03:04:05Z</updated><content>Open.</content>",
    ),
    bad: asEntry(
      "<id> https://courier.example/1 </id>\n<title>Bridge opens</title><updated>2026-01-02T03:04:05Z</updated><content>Open.</content>",
    ),
  },
  markup: {
    id: "text/markup",
    severity: "warning",
    says: "{what} is plain text, but holds HTML: “{value}”",
    why: "Readers show the tags, or delete words that stand between angle brackets.",
    mend: "Write plain text: “&amp;” once for “&”, and no tags.",
    reference: `${PROFILE}#data-types-characterdata`,
    good: inChannel("<copyright>2026 The Courier</copyright>"),
    bad: inChannel("<copyright>2026 &lt;b&gt;The Courier&lt;/b&gt;</copyright>"),
  },
  undeclaredMarkup: {
    id: "text/undeclared-markup",
    severity: "warning",
    says: "{what} holds HTML without saying so: “{value}”",
    why: 'Without type="html" readers show the tags.',
    mend: 'Write type="html", or plain text.',
    reference: "https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1",
    good: inEntry('<content type="html">&lt;b&gt;Open.&lt;/b&gt;</content>'),
    bad: inEntry("<content>&lt;b&gt;Open.&lt;/b&gt;</content>"),
  },
  characterData: {
    id: "text/character-data",
    severity: "warning",
    says: "{what} holds “<” or “&#” in a form that readers disagree about",
    why: "Some take an RSS title for HTML and decode it twice.",
    mend: "Write “<” as &#x3C; and “&” as &#x26; in the plain text of RSS.",
    reference: `${PROFILE}#data-types-characterdata`,
    good: inChannel("<copyright>a &#x3C;b c</copyright>"),
    bad: inChannel("<copyright>a &lt;b c</copyright>"),
  },
};

function textInput(name: string): string {
  return `<textInput><title>Search</title><description>Search</description><name>${name}</name><link>https://courier.example/search</link></textInput>`;
}
