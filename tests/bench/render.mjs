/**
 * How fast 10,000 entries of 2 KB become the bytes of each format, against the `feed` package's own renderers and
 * feedsmith's: encoding to UTF-8 included, runs interleaved, medians. Fails where we are slower than we promise. As in a
 * build, the same entries are rendered again and again, so that what we remember of a body counts.
 * `npm run bench` compiles `src/` first.
 */
import { Feed } from "feed";
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from "feedsmith";
import { renderAtom } from "../../lib/render/atom.js";
import { renderJson } from "../../lib/render/json.js";
import { renderRss } from "../../lib/render/rss.js";

const ENTRIES = 10_000;
const ROUNDS = 9;
/** Not counted: the engine compiles, and grows its memory to what these feeds need. */
const WARM_UP = 3;
const SENTENCE = "The ferry left the quay at dawn & came back <em>late</em>, says the harbour's café. ";
const BODY = `<p>${SENTENCE.repeat(24)}</p>`;
const TAGS = "https://gazette.example/tags/";
const FIRST = Date.UTC(2024, 0, 1);

const entries = Array.from({ length: ENTRIES }, (_, index) => ({
  id: `tag:gazette.example,2024-01-01:story-${index}`,
  title: `Story ${index} of Fish & Chips`,
  link: `https://gazette.example/2024/story-${index}/?a=1&b=2`,
  date: new Date(FIRST + index * 60_000),
  published: new Date(FIRST + index * 60_000),
  description: `What happened in story ${index}, in a sentence or two that tell it all.`,
  content: `${BODY}<p>${index}</p>`,
  author: [
    { name: "Jane Doe", link: "https://gazette.example/authors/jane-doe/" },
    { name: "John Roe", link: "https://gazette.example/authors/john-roe/" },
  ],
  category: ["Harbour", "Ferries", "Fish & Chips"].map((name) => ({ name, term: name, scheme: TAGS, domain: TAGS })),
}));

const feed = new Feed({
  id: "https://gazette.example/",
  title: "The Harbour Gazette",
  description: "News of the harbour",
  link: "https://gazette.example/",
  language: "en",
  updated: new Date(FIRST + ENTRIES * 60_000),
  feedLinks: {
    rss: "https://gazette.example/rss.xml",
    atom: "https://gazette.example/atom.xml",
    json: "https://gazette.example/feed.json",
  },
});
feed.items = entries;

/** The same feed in the words of feedsmith's three models. */
const rssFeed = () => ({
  title: feed.options.title,
  link: feed.options.link,
  description: feed.options.description,
  language: "en",
  lastBuildDate: feed.options.updated,
  atom: { links: [{ href: feed.options.feedLinks.rss, rel: "self", type: "application/rss+xml" }] },
  items: entries.map(({ id, title, link, published, description, content, author, category }) => ({
    title,
    link,
    guid: { value: id, isPermaLink: false },
    pubDate: published,
    description,
    content: { encoded: content },
    dc: { creators: author.map(({ name }) => name) },
    categories: category.map(({ name, domain }) => ({ name, domain })),
  })),
});

const atomFeed = () => ({
  id: feed.options.id,
  title: { value: feed.options.title },
  subtitle: { value: feed.options.description },
  updated: feed.options.updated,
  links: [{ href: feed.options.link }, { href: feed.options.feedLinks.atom, rel: "self" }],
  entries: entries.map(({ id, title, link, date, published, description, content, author, category }) => ({
    id,
    title: { value: title },
    links: [{ href: link }],
    updated: date,
    published,
    summary: { value: description },
    content: { value: content, type: "html" },
    authors: author.map(({ name, link: uri }) => ({ name, uri })),
    categories: category.map(({ term, scheme }) => ({ term, scheme, label: term })),
  })),
});

const jsonFeed = () => ({
  title: feed.options.title,
  home_page_url: feed.options.link,
  feed_url: feed.options.feedLinks.json,
  description: feed.options.description,
  items: entries.map(({ id, title, link, date, published, description, content, author, category }) => ({
    id,
    url: link,
    title,
    content_html: content,
    summary: description,
    date_published: published,
    date_modified: date,
    authors: author.map(({ name, link: url }) => ({ name, url })),
    tags: category.map(({ name }) => name),
  })),
});

const parsed = JSON.parse(renderJson(feed));

/** Per format: ours, then the others; and how many times as fast we have to be as each. */
const CONTESTS = [
  ["RSS", 2.5, renderRss, { feed: () => feed.rss2(), feedsmith: () => generateRssFeed(rssFeed()) }],
  ["Atom", 2.5, renderAtom, { feed: () => feed.atom1(), feedsmith: () => generateAtomFeed(atomFeed()) }],
  [
    "JSON Feed",
    1 / 1.6,
    renderJson,
    {
      "JSON.stringify": () => JSON.stringify(parsed, null, 2),
      feed: () => feed.json1(),
      feedsmith: () => JSON.stringify(generateJsonFeed(jsonFeed()), null, 2),
    },
  ],
];

const encoder = new TextEncoder();

/** Of processor time, that of the garbage collector's threads included: other work on the machine matters less to it. */
function milliseconds(render) {
  const start = process.cpuUsage();
  encoder.encode(render(feed));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const median = (times) => times.toSorted((one, other) => one - other)[times.length >> 1];

let slow = false;
for (const [format, needed, ours, others] of CONTESTS) {
  const runners = Object.entries({ dateline: ours, ...others });
  const times = new Map(runners.map(([name]) => [name, []]));
  for (let round = -WARM_UP; round < ROUNDS; round += 1)
    for (const [name, render] of runners) {
      const time = milliseconds(render);
      if (round >= 0) times.get(name).push(time);
    }
  const own = median(times.get("dateline"));
  console.log(`${format}: dateline ${own.toFixed(0)} ms`);
  for (const name of Object.keys(others)) {
    const other = median(times.get(name));
    const factor = other / own;
    const counts = format !== "JSON Feed" || name === "JSON.stringify";
    if (counts && factor < needed) slow = true;
    console.log(
      `  ${name} ${other.toFixed(0)} ms: ${factor.toFixed(1)} times our time${counts ? `, needed ${needed.toFixed(2)}` : ""}`,
    );
  }
}
if (slow) process.exitCode = 1;
