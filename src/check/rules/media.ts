import type { Rule } from "../rule.ts";
import { inChannel, inItem, whole } from "./examples.ts";

const MEDIA = "https://www.rssboard.org/media-rss";
const GEO = "https://docs.ogc.org/cs/17-002r1/17-002r1.html";
const PODCASTS = "https://help.apple.com/itc/podcasts_connect/#/itcb54353390";
const PICTURE = '<media:content url="https://courier.example/a.jpg" medium="image"/>';

type MediaRule =
  | "namespace"
  | "group"
  | "hash"
  | "rating"
  | "role"
  | "adult"
  | "coordinates"
  | "comma"
  | "category"
  | "categoryOld"
  | "recommended"
  | "format"
  | "keywords"
  | "extensionText";

export const mediaRules: Readonly<Record<MediaRule, Rule>> = {
  namespace: {
    id: "media/namespace",
    severity: "error",
    says: "the namespace of Media RSS ends in a slash: http://search.yahoo.com/mrss/",
    why: "Readers compare namespaces letter by letter, and show no picture.",
    mend: 'Write xmlns:media="http://search.yahoo.com/mrss/".',
    reference: `${MEDIA}#namespace`,
    good: inItem(PICTURE),
    bad: whole(
      '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss"><channel><title>The Courier</title><link>https://courier.example/</link><description>News</description></channel></rss>',
    ),
  },
  group: {
    id: "media/group",
    severity: "error",
    says: "<media:group> holds less than two <media:content>",
    why: "A group is a choice between versions of one thing; readers that look for one find none.",
    mend: "Take <media:content> out of the group.",
    reference: `${MEDIA}#media-group`,
    good: inItem(
      `<media:group>${PICTURE}<media:content url="https://courier.example/b.jpg" medium="image"/></media:group>`,
    ),
    bad: inItem(`<media:group>${PICTURE}</media:group>`),
  },
  hash: {
    id: "media/hash",
    severity: "error",
    says: "“{value}” is no hash of the kind {algorithm}",
    why: "Whoever compares it takes the file for broken.",
    mend: "Write 32 digits for md5, 40 for sha-1.",
    reference: `${MEDIA}#media-hash`,
    good: inItem('<media:hash algo="md5">dfdec888b72151965a34b4b59031290a</media:hash>'),
    bad: inItem('<media:hash algo="md5">dfdec888</media:hash>'),
  },
  rating: {
    id: "media/rating",
    severity: "error",
    says: "“{value}” is no rating of {scheme}",
    why: "Readers that heed ratings hide it, or show what they should hide.",
    mend: "Write one of the scheme's ratings.",
    reference: `${MEDIA}#media-rating`,
    good: inItem('<media:rating scheme="urn:simple">nonadult</media:rating>'),
    bad: inItem('<media:rating scheme="urn:simple">fine</media:rating>'),
  },
  role: {
    id: "media/credit-role",
    severity: "error",
    says: "“{value}” is no role of {scheme}, or not in lower case",
    why: "Readers don't know whether it is the author, the photographer or the owner.",
    mend: "Write a role of the EBU's list, or name another scheme.",
    reference: `${MEDIA}#media-credit`,
    good: inItem('<media:credit role="photographer" scheme="urn:ebu">Ada Moss</media:credit>'),
    bad: inItem('<media:credit role="snapper" scheme="urn:ebu">Ada Moss</media:credit>'),
  },
  adult: {
    id: "media/adult",
    severity: "warning",
    says: "<media:adult> has been replaced by <media:rating>",
    why: "Readers no longer look for it.",
    mend: 'Write <media:rating scheme="urn:simple">adult</media:rating>.',
    reference: `${MEDIA}#media-adult`,
    good: inItem('<media:rating scheme="urn:simple">nonadult</media:rating>'),
    bad: inItem("<media:adult>false</media:adult>"),
  },
  coordinates: {
    id: "georss/coordinates",
    severity: "error",
    says: "{what} has to be pairs of latitude and longitude with spaces between them, not “{value}”",
    why: "Maps can't place it.",
    mend: "Write “48.2 16.4”, and a line or polygon as a row of such pairs.",
    reference: `${GEO}#_geo_rss_simple`,
    good: inItem("<georss:point>48.2 16.4</georss:point>"),
    bad: inItem("<georss:point>Vienna</georss:point>"),
  },
  comma: {
    id: "georss/comma",
    severity: "warning",
    says: "{what} has a comma between its numbers: “{value}”",
    why: "Many maps read spaces only.",
    mend: "Write “48.2 16.4”.",
    reference: `${GEO}#_geo_rss_simple`,
    good: inItem("<georss:point>48.2 16.4</georss:point>"),
    bad: inItem("<georss:point>48.2,16.4</georss:point>"),
  },
  category: {
    id: "itunes/category",
    severity: "error",
    says: "Apple has no category “{value}”",
    why: "The podcast is listed under none.",
    mend: "Choose one of Apple's list, letter by letter.",
    reference: "https://podcasters.apple.com/support/1691-apple-podcasts-categories",
    good: inChannel('<itunes:category text="News"/>'),
    bad: inChannel('<itunes:category text="Local gossip"/>'),
  },
  categoryOld: {
    id: "itunes/category-old",
    severity: "warning",
    says: "Apple has given up the category “{value}”",
    why: "The podcast is listed under another, or under none.",
    mend: "Choose one of Apple's present list.",
    reference: "https://podcasters.apple.com/support/1691-apple-podcasts-categories",
    good: inChannel('<itunes:category text="News"/>'),
    bad: inChannel('<itunes:category text="News &amp; Politics"/>'),
  },
  recommended: {
    id: "itunes/missing",
    severity: "warning",
    says: "a podcast without <{element}>",
    why: "Apple's directory refuses it, or asks for it when the podcast is submitted.",
    mend: "Add it to the channel.",
    reference: PODCASTS,
    good: inChannel(
      '<language>en</language><itunes:author>Ada Moss</itunes:author><itunes:category text="News"/><itunes:explicit>false</itunes:explicit><itunes:owner><itunes:email>ada@courier.example</itunes:email></itunes:owner>',
    ),
    bad: inChannel("<itunes:author>Ada Moss</itunes:author>"),
  },
  format: {
    id: "itunes/format",
    severity: "warning",
    says: "Apple's app can't play “{value}”",
    why: "The episode is left out.",
    mend: "Publish m4a, mp3, mov, mp4, m4v, pdf or epub.",
    reference: PODCASTS,
    good: inItem(
      '<itunes:author>Ada Moss</itunes:author><enclosure url="https://courier.example/a.mp3" length="1" type="audio/mpeg"/>',
    ),
    bad: inItem(
      '<itunes:author>Ada Moss</itunes:author><enclosure url="https://courier.example/a.ogg" length="1" type="audio/ogg"/>',
    ),
  },
  keywords: {
    id: "itunes/keywords",
    severity: "warning",
    says: "keywords have commas between them: “{value}”",
    why: "Without commas they are one long keyword.",
    mend: "Write commas, or leave the element out: Apple ignores it.",
    reference: PODCASTS,
    good: inItem("<itunes:keywords>bridge, traffic</itunes:keywords>"),
    bad: inItem("<itunes:keywords>bridge traffic</itunes:keywords>"),
  },
  extensionText: {
    id: "podcast/season",
    severity: "error",
    says: "{what} has to be a number, not “{value}”",
    why: "Podcast apps sort by it.",
    mend: "Write digits; a name goes into the attribute name.",
    reference: "https://podcasting2.org/docs/podcast-namespace/tags/season",
    good: inItem("<podcast:season>1</podcast:season>"),
    bad: inItem("<podcast:season>first</podcast:season>"),
  },
};
