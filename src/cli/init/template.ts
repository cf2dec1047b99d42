import { stringify } from "yaml";
import type { Answers } from "./answers.ts";

/** Where `publication.yaml` finds the schema by which editors complete it. */
export const SCHEMA_FILE = "publication.schema.json";

/** `publication.yaml` with every field; those without an answer are comments that show what could stand there. */
export function publicationText(answers: Answers): string {
  const { title, url, description, author, language, timezone } = answers;
  return `# yaml-language-server: $schema=./${SCHEMA_FILE}
# What the publication says of itself. A field that begins with # is not set: remove the # to set it.

# Its name, as feed readers show it. Without one it is named after the outlet in the articles' bylines.
${field("title", title, "The Harbour Gazette")}

# Its front page's address. Set it before anybody subscribes: every link in the feeds begins with it.
${field("url", url, "https://gazette.example/")}

# What it is about, in a sentence.
${field("description", description, "News of the harbour and the town")}

# The language that most articles are in: en, pt-BR, zh-Hant.
${field("language", language, "en")}

# The time zone of dates that state none: Europe/Berlin, America/New_York.
${field("timezone", timezone, "UTC")}

# The rights line that feeds carry.
# copyright: © The Harbour Gazette

# Whom an article without a byline is credited to: names, or name with email, url and kind
# (person or organisation). An e-mail address is shown to everybody.
${author === undefined ? "# authors:\n#   - Jane Doe" : `authors:\n  - ${scalar(author)}`}
#   - name: Harbour Desk
#     kind: organisation
#     email: desk@gazette.example
#     url: /about/desk/

# A square and a wide picture: files of the data folder, which are published with it, or addresses.
# icon: /icon.png
# logo: /logo.png

# The WebSub hub that pushes new entries to readers.
# hub: https://hub.example/

# The rssCloud server that does the same for rss.xml.
# cloud: http://rpc.rsscloud.io:5337/pleaseNotify

# How many entries the main feeds hold.
limit: 50

# Whether they carry whole articles (full) or only summaries (summary).
content: full

# The pattern of an article's address below url, where another program makes the pages; by default Dateline does.
# permalink: /{year}/{month}/{day}/{slug}/

# Sections, each with the other spellings that articles use.
# sections:
#   World: [Intl, Foreign]
#   Sport: Sports

# The domain in entries' ids, if it is not to be that of url. Never change it later.
# tagDomain: gazette.example

# Which feeds are written beside the main ones (true, false, or a list of names), which of them reach back to their first
# entry through archive documents (main, all or none), and how many entries a full one holds.
# feeds:
#   sections: true
#   authors: true
#   tags: false
#   languages: true
#   archives: main
#   archiveSize: 100
#   # Whether the main feeds hold all there is: readers then drop what they no longer name.
#   complete: false
#   # Feeds by filters of your own.
#   own:
#     - name: harbour
#       title: All about the harbour
#       description: Ships and quays
#       limit: 20
#       sections: [Harbour]
#       tags: [ships]

# Titles and descriptions of the languages' feeds.
# languages:
#   fr:
#     title: La Gazette du port
#     description: Les nouvelles du port

# Whether pages of articles, sections and authors are written; by default, unless there is a permalink.
# pages: true

# Whether sitemap.xml and the files for hosts (_headers, _redirects, hosting/) are written: not where another program
# makes the site.
# hosting: true

# Whether every change of a body counts as an update, or only those that an article declares (changes or declared).
# updates: changes

# For how many days feeds say that an entry was withdrawn.
# tombstones: 90

# How many bytes a feed may have: beyond, the oldest bodies give way to summaries.
# budget: 1000000

# How much is taken from whoever sends articles: bytes of an article and of a picture, sound or film, how deep elements,
# quotes and lists may be nested, how many articles there may be, and for how many seconds one may be read.
# limits:
#   articleSize: 20000000
#   mediaSize: 1000000000
#   depth: 1000
#   entries: 1000000
#   seconds: 60

# The licence of all articles: its address, or a Creative Commons name.
# license: CC BY 4.0

# The aggregators for which the feeds are made ready: google-news, apple-news, smartnews, flipboard, feedly, msn,
# newsbreak.
# profiles: [google-news, flipboard]

# Sections that are podcasts: those of their articles that have audio are the episodes.
# podcasts:
#   Talks:
#     image: /talks.jpg
#     category: News
#     owner:
#       name: The Harbour Gazette
#       email: talks@gazette.example

# What Feedly is told of the feeds (with the profile feedly, or by this group): pictures, a colour of six hexadecimal
# digits, whether articles may be shown to readers of like ones, and a Google Analytics id.
# webfeeds:
#   cover: /cover.png
#   icon: /icon.svg
#   logo: /wordmark.svg
#   accentColor: "0B6E4F"
#   related: true
#   analytics: G-XXXXXXXXXX

# What SmartNews is told in smartnews.xml (with the profile smartnews, or by this group).
# smartnews:
#   description: News of the harbour
#   logo: /logo.png
#   darkModeLogo: /logo-dark.png
#   analytics: <script src="https://counter.example/count.js"></script>
#   limit: 20

# Elements that only some readers of RSS know.
# modules:
#   modified: true
#   markdown: true
#   slash: true
#   accounts:
#     mastodon: harbour
#   updatePeriod: hourly
#   updateFrequency: 2

# What machines may and may not do with them (all, ai-all, ai-train, ai-input, ai-index, search): RSL 1.0 in RSS.
# rsl:
#   permits: search
#   prohibits: ai-all
`;
}

function field(name: string, value: string | undefined, example: string): string {
  return value === undefined ? `# ${name}: ${example}` : `${name}: ${scalar(value)}`;
}

function scalar(value: string): string {
  return stringify(value, { lineWidth: 0, blockQuote: false }).trimEnd();
}

/** A first article, as a writer would send it; `day` is today in the publication's time zone. */
export function articleText({ title, author }: Answers, day: string): string {
  const byline = author === undefined ? "" : `By ${[author, title].filter((part) => part !== undefined).join(", ")}\n`;
  return `How this article became an entry in a feed

${byline}Published ${day}

An article needs no more than its words. The first line of this one became the headline of the entry, the lines below it gave author and date, and what you are reading became the body.

Write your own in plain text, Markdown or HTML, put it beside this file and build again. Then delete this one: an entry that is gone is withdrawn from the feeds.
`;
}
