import { describe, expect, test } from "vitest";
import { type Dating, dating } from "../../../src/compose/date/dating.ts";
import { zones } from "../../../src/compose/zones.ts";
import type { Article, Line } from "../../../src/read/article.ts";
import { type ArticleFacts, articleOf, declared } from "../../support/article.ts";
import { PUBLICATION } from "../../support/story.ts";

const REPORT = `The council of Saltmarsh voted for a second ferry quay after a row that had lasted for two years.

“We sent ferries away all summer,” said the mayor, who had asked for it.`;

interface Setting extends ArticleFacts {
  readonly timezone?: string;
  readonly language?: string;
  readonly now?: string;
}

function read(article: Article, { timezone = "UTC", language = "en", now = "2026-11-23T12:00:00Z" }: Setting): Dating {
  const publication = { ...PUBLICATION, timezone, language };
  return dating(article, zones(article), { publication, now: new Date(now), language });
}

function dated(text: string, setting: Setting = {}): Dating {
  return read(articleOf(text, setting), setting);
}

/** The published date, its source and how sure it is, as evidence shows them. */
function published(found: Dating): string {
  const known = found.evidence.find(({ field }) => field === "published");
  return known === undefined ? "none" : `${known.value} ${known.from} ${known.sure}`;
}

function updated({ evidence }: Dating): string | undefined {
  return evidence.find(({ field }) => field === "updated")?.value;
}

const codes = ({ findings }: Dating): readonly string[] => findings.map(({ code, severity }) => `${severity} ${code}`);

describe("a line that states the date", () => {
  test.for([
    ["August 30, 2024", "2024-08-30 byline strong", true, "a date alone"],
    ["Friday 30 August 2024 | 4 min read", "2024-08-30 byline strong", true, "with a reading time"],
    ["Published: August 30, 2024", "2024-08-30 label certain", true, "a label"],
    ["PUBLISHED: Aug. 30, 2024 | UPDATED: Sept. 2, 2024", "2024-08-30 label certain", true, "two labels"],
    ["First published on Fri 30 Aug 2024 10.12 BST", "2024-08-30T10:12:00+01:00 label certain", true, "the Guardian"],
    ["30 August 2024, 10:12, updated 11:40", "2024-08-30T10:12:00Z byline strong", true, "the label is the time’s"],
    ["By Jane Doe | August 30, 2024", "2024-08-30 byline strong", false, "the name is for others to read"],
    ["Jane Doe, Political Editor, August 30, 2024", "2024-08-30 byline strong", false, "no lead word"],
    ["August 30, 2024 by Jane Doe", "2024-08-30 byline strong", false, "date first"],
    ["Posted by Jane Doe at 7:29 a.m., August 30, 2024", "2024-08-30T07:29:00Z label certain", false, "a blog"],
    ["Von dpa 30.08.2024, 18:58 Uhr", "2024-08-30T18:58:00Z byline strong", false, "an agency in lower case"],
    ["Publié le 30/08/2024 à 17h30", "2024-08-30T17:30:00Z label certain", true, "French"],
    ["Veröffentlicht am 30. August 2024", "2024-08-30 label certain", true, "German"],
    ["Publicado el viernes, 30 de agosto de 2024", "2024-08-30 label certain", true, "Spanish"],
    ["Опубликовано: 30 августа 2024 года", "2024-08-30 label certain", true, "Russian"],
    ["Julkaistu 30.8.2024 klo 17.30", "2024-08-30T17:30:00Z label certain", true, "Finnish"],
    ["Xuất bản: 30/08/2024", "2024-08-30 label certain", true, "Vietnamese"],
    ["تاريخ النشر: الجمعة 30 أغسطس 2024", "2024-08-30 label certain", true, "Arabic"],
    ["2024年8月30日 17時30分 公開", "2024-08-30T17:30:00Z label certain", true, "Japanese: the label behind"],
    ["입력 2024.08.30. 오후 5:30", "2024-08-30T17:30:00Z label certain", true, "Korean"],
    ["发布时间：2024-08-30 17:30", "2024-08-30T17:30:00Z label certain", true, "Chinese"],
    ["30.8.24", "2024-08-30 byline strong", true, "two digits of the year"],
    ["08.30.2024 09:00 AM", "2024-08-30T09:00:00Z byline strong", true, "American, with stops"],
    ["von Jane Doe Veröffentlicht am 30. August 2024", "2024-08-30 label certain", false, "a label behind the name"],
    ["von Jane Doe am 30. August 2024 , 14:14 Uhr", "2024-08-30T14:14:00Z byline strong", false, "a blank too many"],
    ["editor — August 30, 2024", "2024-08-30 byline strong", false, "a system's word for nobody"],
    ["harbour Published: Aug 30, 2024", "2024-08-30 label certain", false, "a topic in lower case"],
    ["ByJane Doe Aug 30, 2024", "2024-08-30 byline strong", false, "lost markup"],
    ["Publié sur 30/08/2024", "2024-08-30 label certain", true, "a preposition of its own"],
    ["Publié le 30 août 2024 à 15h01 Lecture 1 min.", "2024-08-30T15:01:00Z label certain", true, "a reading time"],
    [
      "August 30, 2024 August 30, 2024 saltyreader",
      "2024-08-30 byline strong",
      false,
      "an account's name, the date twice",
    ],
    [
      "Jane Doe Science policy 30 August 2024 30 August 2024",
      "2024-08-30 byline strong",
      false,
      "no sentence says it twice",
    ],
    ["dpa am 30.08.2024", "2024-08-30 byline strong", false, "an agency without a lead word"],
    ["byJane Doe August 30, 2024", "2024-08-30 byline strong", false, "lost markup, in lower case"],
    ["30. August 2024 admin News", "2024-08-30 byline strong", false, "an account and a section"],
    ["Gespeichert von harbourmaster am 30. August 2024 - 18:44", "2024-08-30T18:44:00Z label certain", false, "a wiki"],
    [
      "Email the author | Follow on Twitter on August 30, 2024 at 3:41 PM",
      "2024-08-30T15:41:00Z byline strong",
      true,
      "what pages offer",
    ],
    ["Published August 30, 2024 319 Likes • 160 Comments", "2024-08-30 label certain", true, "how it was liked"],
    [
      "Published Fri, Aug 30 2024 4:29 AM EDT Updated an hour ago",
      "2024-08-30T04:29:00-04:00 label certain",
      true,
      "ago",
    ],
    [
      "30 sierpnia 2024 11:22 / w Informacje, Port",
      "2024-08-30T11:22:00Z byline strong",
      false,
      "day and time come first",
    ],
  ] as const)("%s → %s", ([line, value, spent]) => {
    const found = dated(`Second quay for Saltmarsh\n\n${line}\n\n${REPORT}`);
    expect(published(found)).toBe(value);
    expect(found.spent).toEqual(spent ? [{ block: 1, line: 0 }] : []);
    expect(found.findings).toEqual([]);
  });

  test("a label on the line above and a time on the line below belong to it", () => {
    const found = dated(`Second quay\n\nPublished\n\nAugust 30, 2024\n\n5:47 PM ET\n\n${REPORT}`);
    expect(published(found)).toBe("2024-08-30T17:47:00-04:00 label certain");
    expect(found.spent.map(({ block }) => block)).toEqual([1, 2, 3]);
  });

  test.for([
    ["Politics / August 30, 2024", "a section and a stroke"],
    ["Jane Doe - Aug 30, 2024, 8:15 pm", "a time of day"],
    ["30. Aug 2024 // Jane Doe", "two strokes"],
  ])("it may stand first where there is no headline: %s (%s)", ([line]) => {
    expect(published(dated(`${line}\n\n${REPORT}`))).toMatch(/^2024-08-30/);
  });

  test.for([
    ["Press release 30 August 2024", "Second quay for Saltmarsh is open"],
    ["30.08.2024 Meldung", "Zweiter Anleger für Seebach ist offen"],
    ["Jane Doe 30 August 2024", "Second quay for Saltmarsh is open"],
    ["Culture, 30.8.24", "What the new quay sounds like!"],
  ])("or above the headline: %s", ([line, title]) => {
    expect(published(dated(`${line}\n\n${title}\n\n${REPORT}`))).toBe("2024-08-30 byline strong");
  });

  test.for([
    ["Published August 30, 2024 This article is more than 2 years old.", "a label"],
    ["By Jane Doe - The Saltmarsh Times - Friday, August 30, 2024", "a name behind By"],
  ])("it may stand a little below the beginning: %s (%s)", ([line]) => {
    const text = `Second quay\n\n${REPORT}\n\n${line}\n\n${REPORT}\n\n${REPORT}\n\n${REPORT}`;
    expect(published(dated(text))).toMatch(/^2024-08-30/);
  });

  test("the day at the very top of a page is the visit's where another dates the article", () => {
    const text = `Saturday, August 31, 2024\n\nSecond quay for Saltmarsh\n\nAugust 30, 2024\n\n${REPORT}`;
    expect(published(dated(text))).toBe("2024-08-30 byline strong");
  });

  test("it may stand at the end", () => {
    expect(published(dated(`${REPORT}\n\nPublished August 30, 2024`))).toBe("2024-08-30 label certain");
  });

  test("it may stand below a summary that looks like the report", () => {
    const text = `Second quay\n\n${REPORT}\n\n${REPORT}\n\nAugust 30, 2024\n\n${REPORT}\n\n${REPORT}\n\n${REPORT}`;
    expect(published(dated(text))).toBe("2024-08-30 byline strong");
  });

  test("a `<time>` gives the instant, and the date where its text is none", () => {
    const line = (text: string, facts: Partial<Line>): Article => {
      const article = articleOf(`Second quay\n\n${text}\n\n${REPORT}`);
      const blocks = article.blocks.map((block) => ({
        ...block,
        lines: block.lines.map((each) => (each.text === text ? { ...each, ...facts } : each)),
      }));
      return { ...article, blocks };
    };
    const datetime = "2024-08-30T15:47:00+02:00";
    expect(published(read(line("August 30, 2024", { hint: "date", datetime }), {}))).toBe(
      "2024-08-30T15:47:00+02:00 byline strong",
    );
    expect(published(read(line("5 hours ago", { hint: "date", datetime }), {}))).toBe(
      "2024-08-30T15:47:00+02:00 byline strong",
    );
  });
});

describe("the first that tells is believed", () => {
  const everything = `By Jane Doe, August 4, 2024

Published August 3, 2024

SALTMARSH, August 5, 2024 (Reuters) - ${REPORT}`;
  const matter = declared("published", "2024-08-01");
  const meta = declared("published", "2024-08-03T10:00:00Z");
  test.for([
    [everything, { matter, meta, file: "2024-08-02-quay.txt" }, "2024-08-01 front-matter certain"],
    [everything, { meta, file: "2024-08-02-quay.txt" }, "2024-08-02 file-name strong"],
    [everything, { meta, file: "quay-20240802.txt" }, "2024-08-02 file-name strong"],
    [everything, { meta }, "2024-08-03 label certain"],
    [everything.replace("Published August 3, 2024", ""), { meta }, "2024-08-03T10:00:00Z meta certain"],
    [everything.replace("Published August 3, 2024", ""), {}, "2024-08-04 byline strong"],
    [`SALTMARSH, August 5, 2024 (Reuters) - ${REPORT}`, {}, "2024-08-05 dateline strong"],
    [`Updated August 7, 2024\n\n${REPORT}`, {}, "2024-08-07 label weak"],
    [REPORT, { file: "2019-elections.txt" }, "none"],
  ] as const)("%# → %3$s", ([text, facts, value]) => {
    expect(published(dated(text, facts))).toBe(value);
  });

  test("others that differ by more than a day are told", () => {
    const found = dated(`Published August 9, 2024\n\n${REPORT}`, { matter });
    expect(codes(found)).toEqual(["warning date/conflict"]);
    expect(found.findings[0]).toMatchObject({
      place: { line: 1, column: 11, length: 14 },
      facts: { words: "August 9, 2024", used: "2024-08-01" },
    });
    expect(dated(`Published August 2, 2024\n\n${REPORT}`, { matter }).findings).toEqual([]);
  });

  test("an update is not the publication, unless nothing else is dated", () => {
    const found = dated(`Published August 3, 2024 | Updated August 7, 2024\n\n${REPORT}`);
    expect([published(found), updated(found)]).toEqual(["2024-08-03 label certain", "2024-08-07"]);
    const alone = dated(`Stand: 30.08.2024, 17:30 Uhr\n\n${REPORT}`, { language: "de" });
    expect([published(alone), updated(alone)]).toEqual(["2024-08-30T17:30:00Z label weak", undefined]);
    expect(codes(alone)).toEqual(["warning date/only-updated"]);
  });

  test("an update before the publication is none", () => {
    expect(updated(dated(`Published August 3, 2024 | Updated August 1, 2024\n\n${REPORT}`))).toBeUndefined();
  });
});

describe("what dates of publication are not", () => {
  test.for([
    ["The festival opens on 14 September 2024", "a dek"],
    ["Budget Statement, 14 March 2024", "a headline", true],
    ["until 30 August 2024", "what lies ahead"],
    ["bis 30. August 2024", "what lies ahead, in German"],
    ["harvest fair 30 August 2024", "a phrase in lower case"],
    ["Wochenbericht 14. - 20. August 2024", "days from which to which", true],
    ["— Ilhan Omar (@Ilhan) November 19, 2019", "an embedded post"],
    ["© 2024 Saltmarsh News", "rights"],
    ["Photo: Jane Doe, August 30, 2024", "a caption"],
    ["Source: Ministry of Ports, August 30, 2024", "a chart's source"],
    ["Related: What the inspectors did not see (June 14, 2018)", "a teaser"],
    ["Correction, August 30, 2024: an earlier version misspelt a name", "a correction"],
    ["First published in 1987", "a year"],
    ["Aug. 28-30, 2024", "the days of an event"],
    ["3 weeks ago", "relative"],
    ["August 30", "no year, no weekday"],
  ] as const)("%s (%s)", ([line, , first]) => {
    const text = first ? `${line}\n\n${REPORT}` : `Second quay for Saltmarsh\n\n${line}\n\n${REPORT}`;
    expect(published(dated(text))).toBe("none");
  });

  test("a heading that ends in one, above another", () => {
    const text = `# Budget Statement, 14 March 2024\n\n## What the chancellor left out\n\n${REPORT}`;
    const article = articleOf(text);
    const blocks = article.blocks.map((block) =>
      block.lines[0]?.text.startsWith("#") ? { ...block, kind: "heading" as const } : block,
    );
    expect(published(read({ ...article, blocks }, {}))).toBe("none");
  });

  test("full dates in the report's own text", () => {
    const text = `Second quay\n\nThe council ordered a study on March 3, 2024, and the mayor got it in time for her summer holidays.\n\n${REPORT}`;
    expect(published(dated(text))).toBe("none");
  });

  test("a diary's headings", () => {
    const day = (date: string): string => `${date}\n\n${REPORT}`;
    const text = `${REPORT}\n\n${day("1 May 2024")}\n\n${day("2 May 2024")}\n\n${day("3 May 2024")}\n\n${REPORT}`;
    expect(published(dated(text))).toBe("none");
  });
});

describe("days that can't be", () => {
  test("in front matter they refuse the article", () => {
    expect(codes(dated(REPORT, { matter: declared("published", "2024-02-30") }))).toEqual(["error date/impossible"]);
    expect(codes(dated(REPORT, { matter: declared("published", "30 February 2024") }))).toEqual([
      "error date/impossible",
    ]);
    expect(codes(dated(REPORT, { matter: declared("published", "soon, in 2024") }))).toEqual([
      "error matter/ill-typed",
    ]);
  });

  test("elsewhere they are told and never rolled over", () => {
    const found = dated(`Second quay\n\nPublished: February 30, 2021\n\n${REPORT}`);
    expect([published(found), found.spent, codes(found)]).toEqual(["none", [], ["warning date/impossible"]]);
    expect(codes(dated(REPORT, { file: "2024-02-30-quay.txt" }))).toEqual(["warning date/impossible"]);
  });

  test("a weekday that disagrees is told; the date stays", () => {
    const found = dated(`Second quay\n\nMonday, August 30, 2024\n\n${REPORT}`);
    expect(published(found)).toBe("2024-08-30 byline strong");
    expect(found.findings).toMatchObject([{ code: "date/weekday", facts: { weekday: "Friday" } }]);
  });
});

describe("the order of numbers", () => {
  test.for([
    ["4/5/2022", { language: "en-US" }, "2022-04-05 byline weak", true, "American English"],
    ["4/5/2022", { language: "en-GB" }, "2022-05-04 byline weak", true, "British English"],
    ["4/5/2022", { timezone: "Europe/London" }, "2022-05-04 byline weak", true, "English, in London"],
    ["4/5/2022", { language: "pt" }, "2022-05-04 byline weak", true, "Portuguese"],
    ["4/25/2022", { language: "en-GB" }, "2022-04-25 byline strong", false, "no month has the number 25"],
    ["Wednesday 4/5/2022", { language: "en-US" }, "2022-05-04 byline strong", false, "the weekday decides"],
    [
      "06/01/2026 - 13:55 GMT+1",
      {},
      "2026-01-06T13:55:00+01:00 byline strong",
      false,
      "euronews: not an American zone",
    ],
    [
      "06/01/2026 1:55 PM ET",
      { language: "en-GB" },
      "2026-06-01T13:55:00-04:00 byline strong",
      false,
      "an American zone",
    ],
    ["04.05.2022", { language: "en-US" }, "2022-05-04 byline strong", false, "with stops the day leads everywhere"],
  ] as const)("%s → %s %s", ([line, setting, value, told]) => {
    const found = dated(`Second quay\n\n${line}\n\n${REPORT}`, setting);
    expect(published(found)).toBe(value);
    expect(codes(found)).toEqual(told ? ["warning date/numeric-order"] : []);
  });

  test.for([
    ["The harbour theatre has organised a programme for our neighbours.", "2022-05-04", "British spelling"],
    ["The harbor theater has organized a program for our neighbors.", "2022-04-05", "American spelling"],
    ["The old ferry sails again.", "2022-04-05", "neither"],
    ["The old ferry sails again, as it did on 3 March and 8 April.", "2022-05-04", "days that lead in words"],
    ["The old ferry sails again, as it did on March 3 and April 8.", "2022-04-05", "months that lead in words"],
    ["Correction, 23/4/2022: the old ferry sails again.", "2022-05-04", "another date that leaves no choice"],
    ["The harbour theatre was organised on 4/23/2022.", "2022-04-05", "one that leaves no choice, before the spelling"],
  ])("is told by the article where nothing else tells: %s", ([sentence, day]) => {
    expect(published(dated(`Second quay\n\n4/5/2022\n\n${sentence}`))).toBe(`${day} byline weak`);
  });
});

describe("front matter", () => {
  test.for([
    ["2024-08-30", "2024-08-30", "2024-08-30T10:00:00.000Z", "day"],
    ["2024-08-30T17:47:00+02:00", "2024-08-30T17:47:00+02:00", "2024-08-30T15:47:00.000Z", "second"],
    ["2024-08-30 17:47", "2024-08-30T17:47:00+02:00", "2024-08-30T15:47:00.000Z", "minute"],
    ["2024-08-30T17:47:00.123Z", "2024-08-30T17:47:00Z", "2024-08-30T17:47:00.000Z", "second"],
    ["2024-08-30 17:47:00 -0400", "2024-08-30T17:47:00-04:00", "2024-08-30T21:47:00.000Z", "second"],
    ["2024-8-3", "2024-08-03", "2024-08-03T10:00:00.000Z", "day"],
    ["20240830", "2024-08-30", "2024-08-30T10:00:00.000Z", "day"],
    ["Fri, 30 Aug 2024 17:47:00 +0200", "2024-08-30T17:47:00+02:00", "2024-08-30T15:47:00.000Z", "second"],
    ["30. August 2024, 17.30 Uhr", "2024-08-30T17:30:00+02:00", "2024-08-30T15:30:00.000Z", "minute"],
    ["2024-08-30 17:47 EST", "2024-08-30T17:47:00-05:00", "2024-08-30T22:47:00.000Z", "minute"],
    ["2024-08-30T17:47:00 JST", "2024-08-30T17:47:00+09:00", "2024-08-30T08:47:00.000Z", "second"],
    ["2024-08-30 17:47 America/New_York", "2024-08-30T17:47:00-04:00", "2024-08-30T21:47:00.000Z", "minute"],
    ["2024-08-30T17:47:00+02:00[Europe/Berlin]", "2024-08-30T17:47:00+02:00", "2024-08-30T15:47:00.000Z", "second"],
    ["2024-08-30 05:47 PM", "2024-08-30T17:47:00+02:00", "2024-08-30T15:47:00.000Z", "minute"],
    ["1912-04-15", "1912-04-15", "1912-04-15T11:00:00.000Z", "day"],
    ["2099-01-01", "2099-01-01", "2099-01-01T11:00:00.000Z", "day"],
  ] as const)("%s in Berlin → %s", ([value, shown, instant, precision]) => {
    const found = dated(REPORT, { matter: declared("published", value), timezone: "Europe/Berlin" });
    expect(published(found)).toBe(`${shown} front-matter certain`);
    expect(found.published?.at.toISOString()).toBe(instant);
    expect(found.published?.precision).toBe(precision);
    expect(found.findings).toEqual([]);
  });

  test.for([
    ["2024-08-30 17:47 XYZ", "a date such as 2024-08-30 or 2024-08-30T17:45:00+02:00", "a zone that nobody knows"],
    ["2024-08-30 17:47 Mars/Base", "a date such as 2024-08-30 or 2024-08-30T17:45:00+02:00", "nor this one"],
    ["1600-01-01", "a date of the years 1800 to 2200", "another age"],
  ] as const)("%s is refused: it should be %s (%s)", ([value, expected]) => {
    const { findings } = dated(REPORT, { matter: declared("published", value), timezone: "Europe/Berlin" });
    expect(findings.map(({ severity, facts }) => [severity, "expected" in facts && facts.expected])).toEqual([
      ["error", expected],
    ]);
  });
});
