import { describe, expect, test } from "vitest";
import { readFeed } from "../../src/import/feed.ts";

const HOME = "https://old.example/";

/** A post as an export has it; `more` comes after what every post has. */
function post(number: number, more = "", kind = "post", status = "publish"): string {
  return `<item><title>Post ${number}</title><link>${HOME}${number}/</link>
<pubDate>Fri, 01 May 2020 0${number}:00:00 +0000</pubDate><dc:creator><![CDATA[jdoe]]></dc:creator>
<guid isPermaLink="false">${HOME}?p=${number}</guid><description></description>
<wp:post_type><![CDATA[${kind}]]></wp:post_type><wp:status><![CDATA[${status}]]></wp:status>${more}</item>`;
}

function exported(...items: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Old</title>
<wp:author><wp:author_login><![CDATA[jdoe]]></wp:author_login><wp:author_display_name><![CDATA[Jane Doe]]></wp:author_display_name></wp:author>
${items.join("")}</channel></rss>`;
}

const entries = (...items: readonly string[]) => readFeed(exported(...items))?.entries ?? [];
const bodyOf = (kept: string) =>
  entries(post(1, `<content:encoded><![CDATA[${kept}]]></content:encoded>`)).map(({ body }) => body)[0];

describe("a WordPress export", () => {
  test("gives what readers could read: no drafts, pages or pictures, and nothing behind a password", () => {
    const secret = "<wp:post_password><![CDATA[hunter2]]></wp:post_password>";
    const found = entries(
      post(1, "<wp:post_password></wp:post_password>"),
      post(2, "", "post", "draft"),
      post(3, "", "attachment", "inherit"),
      post(4, "", "page"),
      post(5, "", "post", "future"),
      post(6, secret),
      post(7, "", "post", "private"),
    );
    expect(found.map(({ title, id }) => [title, id])).toEqual([["Post 1", `${HOME}?p=1`]]);
  });

  test("names people as readers saw them, not as they log in", () => {
    expect(entries(post(1))[0]?.authors).toEqual(["Jane Doe"]);
    expect(entries(post(1).replace("jdoe", "gone"))[0]?.authors).toEqual(["gone"]);
  });

  test("brings the excerpt, the last change and the topics", () => {
    const [entry] = entries(
      post(
        1,
        `<excerpt:encoded><![CDATA[In short.]]></excerpt:encoded><wp:post_modified_gmt><![CDATA[2020-05-04 08:00:00]]></wp:post_modified_gmt>
<category domain="category" nicename="harbour"><![CDATA[Harbour]]></category><category domain="post_tag" nicename="b"><![CDATA[Boats]]></category><category domain="post_format" nicename="post-format-aside"><![CDATA[Aside]]></category>`,
      ),
    );
    expect(entry).toMatchObject({
      summary: "In short.",
      updated: new Date("2020-05-04T08:00:00Z"),
      tags: ["Harbour", "Boats"],
    });
    const never = "<wp:post_modified_gmt>0000-00-00 00:00:00</wp:post_modified_gmt>";
    expect(entries(post(1, never))[0]?.updated).toBeUndefined();
  });

  test("has a post's day where the feed's own date is none", () => {
    const dated = post(1, "<wp:post_date_gmt>2020-05-02 08:00:00</wp:post_date_gmt>");
    const [entry] = entries(dated.replace(/<pubDate>.*<\/pubDate>/, "<pubDate>Mon, 30 Nov -0001</pubDate>"));
    expect(entry?.published).toEqual(new Date("2020-05-02T08:00:00Z"));
  });

  test.for([
    ["One.\n\nTwo,\non two lines.", "<p>One.</p>\n<p>Two,<br>\non two lines.</p>", "blank lines part paragraphs"],
    [
      "One.\n\n<h2>Two</h2>\n\n<ul>\n<li>a</li>\n</ul>",
      "<p>One.</p>\n<h2>Two</h2>\n<ul>\n<li>a</li>\n</ul>",
      "blocks are none",
    ],
    ["<pre>a\n\nb</pre>\n\nOne.", "<pre>a\n\nb</pre>\n<p>One.</p>", "what is set as typed stays so"],
    [
      "<!-- wp:paragraph -->\n<p>One.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:more --><!--more--><!-- /wp:more -->",
      "<p>One.</p>\n\n<!--more-->",
      "the marks of blocks are for its editor",
    ],
    [
      '[caption id="x" width="9"]<img src="/a.jpg"/> A boat[/caption]',
      '<figure><img src="/a.jpg"/><figcaption>A boat</figcaption></figure>',
      "a caption",
    ],
    [
      "[embed]https://film.example/1[/embed]",
      '<p><a href="https://film.example/1">https://film.example/1</a></p>',
      "a film of elsewhere",
    ],
    ["He wrote [sic] it.", "<p>He wrote [sic] it.</p>", "other brackets are words"],
  ] as const)("%j is shown as %j (%s)", ([kept, body]) => {
    expect(bodyOf(kept)).toBe(body);
  });
});
