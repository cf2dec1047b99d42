import type { Rule } from "../rule.ts";
import { asChannel, asItem, inChannel, inItem, whole } from "./examples.ts";

const SPEC = "https://www.rssboard.org/rss-specification";
const PROFILE = "https://www.rssboard.org/rss-profile";
const REQUIRED = `${SPEC}#requiredChannelElements`;
const COMPLETE = "<title>The Courier</title><link>https://courier.example/</link><description>News</description>";

function image(lines: string): ReturnType<typeof inChannel> {
  return inChannel(
    `<image><url>https://courier.example/logo.png</url><title>The Courier</title><link>https://courier.example/</link>${lines}</image>`,
  );
}

function guid(text: string): ReturnType<typeof inItem> {
  return inItem(text);
}

type RssRule =
  | "namespace"
  | "version"
  | "oldVersion"
  | "doctype"
  | "doctypeGone"
  | "noChannel"
  | "channelTitle"
  | "channelLink"
  | "channelDescription"
  | "itemEmpty"
  | "noGuid"
  | "guidPermalinkTag"
  | "isPermaLink"
  | "guidShort"
  | "guidRepeated"
  | "enclosureRepeated"
  | "enclosureLength"
  | "misplacedItem"
  | "contentFirst"
  | "doubleMeaning"
  | "doubleContent"
  | "slashDate"
  | "noSelf"
  | "imageWidth"
  | "imageHeight"
  | "imageTitle"
  | "imageLink"
  | "imageFormat"
  | "hour"
  | "midnight"
  | "hourRepeated"
  | "tooManyHours"
  | "textInput"
  | "blink"
  | "rss1"
  | "rdf";

export const rssRules: Readonly<Record<RssRule, Rule>> = {
  namespace: {
    id: "rss/namespace",
    severity: "error",
    says: "<rss> is in the namespace “{namespace}”; RSS 2.0 has none",
    why: "Readers that heed namespaces find no feed.",
    mend: 'Take xmlns="…" off <rss>.',
    reference: `${SPEC}#extendingRss`,
    good: whole(`<rss version="2.0"><channel>${COMPLETE}</channel></rss>`),
    bad: whole(`<rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel>${COMPLETE}</channel></rss>`),
  },
  version: {
    id: "rss/version",
    severity: "error",
    says: "RSS {version} is no version of RSS",
    why: "Readers can't know by which rules to read it.",
    mend: 'Write version="2.0".',
    reference: `${SPEC}#whatIsRss`,
    good: whole(`<rss version="2.0"><channel>${COMPLETE}</channel></rss>`),
    bad: whole(`<rss version="3.0"><channel>${COMPLETE}</channel></rss>`),
  },
  oldVersion: {
    id: "rss/old-version",
    severity: "advice",
    says: "this is RSS {version}; the current version is 2.0",
    why: "Old versions lack ids, so that readers show a changed article twice.",
    mend: "Publish RSS 2.0.",
    reference: `${SPEC}#roadmap`,
    good: whole(`<rss version="2.0"><channel>${COMPLETE}</channel></rss>`),
    bad: whole(`<rss version="0.92"><channel>${COMPLETE}</channel></rss>`),
  },
  doctype: {
    id: "rss/doctype",
    severity: "error",
    says: "the document type is that of RSS 0.91, the version is {version}",
    why: "A validating reader refuses what the type doesn't know.",
    mend: "Leave the document type out.",
    reference: "https://www.rssboard.org/rss-0-9-1-netscape",
    good: whole(
      `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://www.rssboard.org/rss-0.91.dtd">\n<rss version="0.91"><channel>${COMPLETE}</channel></rss>`,
    ),
    bad: whole(
      `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://www.rssboard.org/rss-0.91.dtd">\n<rss version="2.0"><channel>${COMPLETE}</channel></rss>`,
    ),
  },
  doctypeGone: {
    id: "rss/doctype-gone",
    severity: "error",
    says: "the document type refers to a file that Netscape has taken away",
    why: "Readers that fetch it fail.",
    mend: "Leave the document type out, or refer to http://www.rssboard.org/rss-0.91.dtd.",
    reference: "https://www.rssboard.org/rss-0-9-1-netscape",
    good: whole(
      `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://www.rssboard.org/rss-0.91.dtd">\n<rss version="0.91"><channel>${COMPLETE}</channel></rss>`,
    ),
    bad: whole(
      `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">\n<rss version="0.91"><channel>${COMPLETE}</channel></rss>`,
    ),
  },
  noChannel: {
    id: "rss/channel",
    severity: "error",
    says: "<rss> has no <channel>",
    why: "There is no feed in it.",
    mend: "Put everything into one <channel>.",
    reference: REQUIRED,
    good: whole(`<rss version="2.0"><channel>${COMPLETE}</channel></rss>`),
    bad: whole('<rss version="2.0"/>'),
  },
  channelTitle: {
    id: "rss/channel-title",
    severity: "error",
    says: "<channel> has no <title>",
    why: "Readers list a feed by its title.",
    mend: "Add <title> with the name of the site.",
    reference: REQUIRED,
    good: asChannel(COMPLETE),
    bad: asChannel("<link>https://courier.example/</link><description>News</description>"),
  },
  channelLink: {
    id: "rss/channel-link",
    severity: "error",
    says: "<channel> has no <link>",
    why: "Readers send people to the site by it, and some resolve addresses against it.",
    mend: "Add <link> with the address of the site.",
    reference: REQUIRED,
    good: asChannel(COMPLETE),
    bad: asChannel("<title>The Courier</title><description>News</description>"),
  },
  channelDescription: {
    id: "rss/channel-description",
    severity: "error",
    says: "<channel> has no <description>",
    why: "RSS asks for one; directories show it.",
    mend: "Add <description> with a sentence about the site.",
    reference: REQUIRED,
    good: asChannel(COMPLETE),
    bad: asChannel("<title>The Courier</title><link>https://courier.example/</link>"),
  },
  itemEmpty: {
    id: "rss/item-empty",
    severity: "error",
    says: "<item> has neither <title> nor <description>",
    why: "There is nothing to show.",
    mend: "Give it one of the two.",
    reference: `${SPEC}#hrelementsOfLtitemgt`,
    good: asItem("<title>Bridge opens</title>"),
    bad: asItem("<link>https://courier.example/bridge</link>"),
  },
  noGuid: {
    id: "rss/guid-missing",
    severity: "warning",
    says: "<item> has no <guid>",
    why: "Without an id readers compare titles and links: a corrected title is a new article.",
    mend: "Add a <guid> that never changes.",
    reference: `${PROFILE}#element-channel-item-guid`,
    good: guid('<guid isPermaLink="false">bridge-2026</guid>'),
    bad: guid("<link>https://courier.example/bridge</link>"),
  },
  guidPermalinkTag: {
    id: "rss/guid-not-an-address",
    severity: "error",
    says: "<guid> is a {scheme} URI, which no browser opens, but says that it is an address (isPermaLink)",
    why: "Readers open it when the item is clicked.",
    mend: 'Write isPermaLink="false".',
    reference: `${SPEC}#ltguidgtSubelementOfLtitemgt`,
    good: guid('<guid isPermaLink="false">tag:courier.example,2026:bridge</guid>'),
    bad: guid("<guid>tag:courier.example,2026:bridge</guid>"),
  },
  isPermaLink: {
    id: "rss/guid-ispermalink",
    severity: "error",
    says: "isPermaLink has to be “true” or “false”, not “{value}”",
    why: "Readers take anything else for the one or the other.",
    mend: "Write one of the two, in lower case.",
    reference: `${SPEC}#ltguidgtSubelementOfLtitemgt`,
    good: guid('<guid isPermaLink="false">bridge-2026</guid>'),
    bad: guid('<guid isPermaLink="no">bridge-2026</guid>'),
  },
  guidShort: {
    id: "rss/guid-number",
    severity: "warning",
    says: "<guid> “{value}” is a short number that other feeds have too",
    why: "Readers that compare ids over all feeds take two articles for one.",
    mend: "Put the site into it, for instance as a tag URI.",
    reference: `${PROFILE}#element-channel-item-guid`,
    good: guid('<guid isPermaLink="false">tag:courier.example,2026:17</guid>'),
    bad: guid('<guid isPermaLink="false">17</guid>'),
  },
  guidRepeated: {
    id: "rss/guid-repeated",
    severity: "error",
    says: "two items have the id “{value}”",
    why: "Readers show one of them only.",
    mend: "Give each item an id of its own.",
    reference: `${SPEC}#ltguidgtSubelementOfLtitemgt`,
    good: inChannel(
      '<item><title>A</title><guid isPermaLink="false">courier-1</guid></item><item><title>B</title><guid isPermaLink="false">courier-2</guid></item>',
    ),
    bad: inChannel(
      '<item><title>A</title><guid isPermaLink="false">courier-1</guid></item><item><title>B</title><guid isPermaLink="false">courier-1</guid></item>',
    ),
  },
  enclosureRepeated: {
    id: "rss/enclosure-repeated",
    severity: "warning",
    says: "<item> has more than one <enclosure>",
    why: "Readers take the first or the last of them.",
    mend: "Keep one; media:content takes several.",
    reference: `${PROFILE}#element-channel-item-enclosure`,
    good: inItem('<enclosure url="https://courier.example/a.mp3" length="1" type="audio/mpeg"/>'),
    bad: inItem(
      '<enclosure url="https://courier.example/a.mp3" length="1" type="audio/mpeg"/><enclosure url="https://courier.example/b.mp3" length="1" type="audio/mpeg"/>',
    ),
  },
  enclosureLength: {
    id: "rss/enclosure-length",
    severity: "error",
    says: "the length of an enclosure is its size in bytes, not “{value}”",
    why: "Podcast apps show it and reserve space by it.",
    mend: "Write the size in bytes, or 0 where it is unknown.",
    reference: `${PROFILE}#element-channel-item-enclosure`,
    good: inItem('<enclosure url="https://courier.example/a.mp3" length="0" type="audio/mpeg"/>'),
    bad: inItem('<enclosure url="https://courier.example/a.mp3" length="-1" type="audio/mpeg"/>'),
  },
  misplacedItem: {
    id: "rss/item-order",
    severity: "warning",
    says: "<{element}> of the channel stands after an <item>",
    why: "Readers that show a feed while it loads have no title for it yet.",
    mend: "Put all items last.",
    reference: `${PROFILE}#element-channel`,
    good: inChannel("<ttl>60</ttl><item><title>A</title></item>"),
    bad: inChannel("<item><title>A</title></item><ttl>60</ttl>"),
  },
  contentFirst: {
    id: "rss/content-before-description",
    severity: "warning",
    says: "<content:encoded> stands before <description>, or without one",
    why: "Some readers let the last of the two win: the summary then hides the article.",
    mend: "Write the summary in <description>, and the full text after it in <content:encoded>.",
    reference: `${PROFILE}#namespace-elements-content-encoded`,
    good: inItem("<description>Open.</description><content:encoded>The bridge is open.</content:encoded>"),
    bad: inItem("<content:encoded>The bridge is open.</content:encoded><description>Open.</description>"),
  },
  doubleMeaning: {
    id: "rss/double-meaning",
    severity: "warning",
    says: "<{parent}> says the same twice: <{core}> and <{extension}>",
    why: "Where they differ, readers differ; some show both.",
    mend: "Keep <{core}>.",
    reference: `${PROFILE}#namespace-elements`,
    good: inItem("<dc:creator>Ada Moss</dc:creator>"),
    bad: inItem("<dc:creator>Ada Moss</dc:creator><author>ada@courier.example (Ada Moss)</author>"),
  },
  doubleContent: {
    id: "rss/double-content",
    severity: "warning",
    says: "<{element}> in an RSS item does the work of <description> or <content:encoded>",
    why: "Readers look for the article there; most don't find this.",
    mend: "Put the text into <description> or <content:encoded>.",
    reference: `${PROFILE}#namespace-elements-content-encoded`,
    good: inItem("<description>Open.</description>"),
    bad: inItem('<description>Open.</description><atom:content type="html">Open.</atom:content>'),
  },
  slashDate: {
    id: "rss/slash-date",
    severity: "warning",
    says: "<slash:comments> without a <lastBuildDate> in the channel",
    why: "Nobody can tell of which moment the number of comments is.",
    mend: "Add <lastBuildDate> to the channel.",
    reference: `${PROFILE}#namespace-elements-slash-comments`,
    good: inChannel(
      "<lastBuildDate>Fri, 02 Jan 2026 03:04:05 GMT</lastBuildDate><item><title>A</title><slash:comments>3</slash:comments></item>",
    ),
    bad: inChannel("<item><title>A</title><slash:comments>3</slash:comments></item>"),
  },
  noSelf: {
    id: "rss/self-missing",
    severity: "warning",
    says: "<channel> doesn't say where it is to be found",
    why: "A reader that got the file in another way can't subscribe to it, and hubs don't know its name.",
    mend: 'Add <atom:link rel="self" href="ADDRESS" type="application/rss+xml"/>.',
    reference: `${PROFILE}#namespace-elements-atom-link`,
    good: inChannel('<atom:link rel="self" href="https://courier.example/rss.xml" type="application/rss+xml"/>'),
    bad: inChannel("<ttl>60</ttl>"),
  },
  imageWidth: {
    id: "rss/image-width",
    severity: "error",
    says: "the width of an image is a number from 1 to 144, not “{value}”",
    why: "The standard allows no wider picture; readers scale or drop it.",
    mend: "Refer to a smaller picture.",
    reference: `${SPEC}#ltimagegtSubelementOfLtchannelgt`,
    good: image("<width>88</width>"),
    bad: image("<width>512</width>"),
  },
  imageHeight: {
    id: "rss/image-height",
    severity: "error",
    says: "the height of an image is a number from 1 to 400, not “{value}”",
    why: "The standard allows no higher picture; readers scale or drop it.",
    mend: "Refer to a smaller picture.",
    reference: `${SPEC}#ltimagegtSubelementOfLtchannelgt`,
    good: image("<height>31</height>"),
    bad: image("<height>512</height>"),
  },
  imageTitle: {
    id: "rss/image-title",
    severity: "warning",
    says: "the image's title “{value}” is not the channel's",
    why: "Readers show it in place of the picture, where the feed's name belongs.",
    mend: "Write the channel's title.",
    reference: `${PROFILE}#element-channel-image-title`,
    good: image(""),
    bad: inChannel(
      "<image><url>https://courier.example/logo.png</url><title>Logo</title><link>https://courier.example/</link></image>",
    ),
  },
  imageLink: {
    id: "rss/image-link",
    severity: "warning",
    says: "the image's link “{value}” is not the channel's",
    why: "Readers open it when the picture is clicked.",
    mend: "Write the channel's link.",
    reference: `${PROFILE}#element-channel-image-link`,
    good: image(""),
    bad: inChannel(
      "<image><url>https://courier.example/logo.png</url><title>The Courier</title><link>https://courier.example/logo</link></image>",
    ),
  },
  imageFormat: {
    id: "rss/image-format",
    severity: "warning",
    says: "the image “{value}” is no GIF, JPEG or PNG",
    why: "RSS allows no other; many readers show none.",
    mend: "Refer to a picture in one of the three formats.",
    reference: `${PROFILE}#element-channel-image-url`,
    good: image(""),
    bad: inChannel(
      "<image><url>https://courier.example/logo.svg</url><title>The Courier</title><link>https://courier.example/</link></image>",
    ),
  },
  hour: {
    id: "rss/skip-hour",
    severity: "error",
    says: "an hour is a number from 0 to 23, not “{value}”",
    why: "Readers ignore it, or all hours.",
    mend: "Write the hour in GMT.",
    reference: "https://www.rssboard.org/skip-hours-days",
    good: inChannel("<skipHours><hour>3</hour></skipHours>"),
    bad: inChannel("<skipHours><hour>25</hour></skipHours>"),
  },
  midnight: {
    id: "rss/skip-midnight",
    severity: "warning",
    says: "midnight is hour 0, not 24",
    why: "Readers know the hours 0 to 23.",
    mend: "Write 0.",
    reference: `${PROFILE}#element-channel-skiphours-hour`,
    good: inChannel("<skipHours><hour>0</hour></skipHours>"),
    bad: inChannel("<skipHours><hour>24</hour></skipHours>"),
  },
  hourRepeated: {
    id: "rss/skip-repeated",
    severity: "error",
    says: "“{value}” is skipped twice",
    why: "One of the two was meant to be another.",
    mend: "Name each hour and day once.",
    reference: "https://www.rssboard.org/skip-hours-days",
    good: inChannel("<skipHours><hour>3</hour><hour>4</hour></skipHours>"),
    bad: inChannel("<skipHours><hour>3</hour><hour>3</hour></skipHours>"),
  },
  tooManyHours: {
    id: "rss/skip-too-many",
    severity: "error",
    says: "<{element}> names more of them than there are",
    why: "A feed that skips everything is never fetched.",
    mend: "Name those in which nothing is ever published.",
    reference: "https://www.rssboard.org/skip-hours-days",
    good: inChannel("<skipDays><day>Sunday</day></skipDays>"),
    bad: inChannel(`<skipDays>${"<day>Sunday</day>".repeat(8)}</skipDays>`),
  },
  textInput: {
    id: "rss/text-input",
    severity: "warning",
    says: "<textInput> does nothing in most readers",
    why: "The standard itself calls its purpose a mystery.",
    mend: "Leave it out.",
    reference: `${PROFILE}#element-channel-textinput`,
    good: inChannel("<ttl>60</ttl>"),
    bad: inChannel(
      "<textInput><title>Search</title><description>Search</description><name>q</name><link>https://courier.example/search</link></textInput>",
    ),
  },
  blink: {
    id: "rss/blink",
    severity: "error",
    says: "<blink> has been taken out of RSS",
    why: "No reader knows it any more.",
    mend: "Leave it out, or use blogChannel:blink.",
    reference: `${SPEC}#extendingRss`,
    good: inChannel("<ttl>60</ttl>"),
    bad: inChannel("<blink>https://courier.example/</blink>"),
  },
  rss1: {
    id: "rss1/old",
    severity: "advice",
    says: "this is RSS {version}, of which only the frame is checked here",
    why: "Hardly anything is published in it any more; new extensions don't exist for it.",
    mend: "Publish RSS 2.0 or Atom 1.0.",
    reference: "https://web.resource.org/rss/1.0/spec",
    good: whole(`<rss version="2.0"><channel>${COMPLETE}</channel></rss>`),
    bad: whole(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://courier.example/"><title>The Courier</title><link>https://courier.example/</link><description>News</description><items><rdf:Seq/></items></channel></rdf:RDF>',
    ),
  },
  rdf: {
    id: "rss1/rdf",
    severity: "error",
    says: "{detail}",
    why: "RSS 1.0 is RDF: what breaks its syntax is read by no RDF parser.",
    mend: "Follow the examples of the specification.",
    reference: "https://www.w3.org/TR/rdf-syntax-grammar/#section-Namespace",
    good: whole(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://courier.example/"><title>The Courier</title><link>https://courier.example/</link><description>News</description><items><rdf:Seq><rdf:li rdf:resource="https://courier.example/1"/></rdf:Seq></items></channel></rdf:RDF>',
    ),
    bad: whole(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://courier.example/"><title rdf:about="https://courier.example/title">The Courier</title><link>https://courier.example/</link><description>News</description><items><rdf:Seq/></items></channel></rdf:RDF>',
    ),
  },
};
