import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { adviceFor } from "../../src/edition/advice.ts";
import { WANTS } from "../../src/edition/profiles.ts";
import type { Finding } from "../../src/finding.ts";
import type { Entry } from "../../src/ledger/entry.ts";
import type { Profile } from "../../src/publication/profile-fields.ts";
import type { Publication } from "../../src/publication/publication.ts";
import { entry } from "../support/entries.ts";
import { ROOT } from "../support/site.ts";
import { PUBLICATION } from "../support/story.ts";

const ALL = Object.keys(WANTS) as Profile[];
const LONG = `<p>${"Words of a report. ".repeat(30)}</p>`;
const picture = { url: "https://gazette.example/quay.jpg", width: 1600, height: 900, credit: "Jane Doe" };

/** An entry that lacks nothing, unless told otherwise. */
const whole = (given: object = {}): Entry =>
  ({
    ...entry(1),
    title: "The ferry sails again at last",
    content: LONG,
    description: "Words of a report. ".repeat(17).trim(),
    image: picture,
    ...given,
  }) as Entry;

/** A publication that lacks nothing, unless told otherwise. */
const READY: Publication = {
  ...PUBLICATION,
  language: "en-GB",
  icon: "https://gazette.example/icon.png",
  logo: "https://gazette.example/logo.png",
  webfeeds: { related: true, cover: "https://gazette.example/cover.png" },
};

const twenty = Array.from({ length: 20 }, () => whole());

/** `code: profiles`, of each note. */
const told = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ code, facts }) => `${code.replace("profile/", "")}: ${(facts as { profiles: string[] }).profiles}`);

describe("an article", () => {
  const advice = (given: object): readonly Finding[] =>
    adviceFor({ ...READY, profiles: ALL }, [...twenty.slice(1), whole(given)]);

  test.for([
    [{}, [], "lacks nothing"],
    [{ image: undefined }, ["no-image: Flipboard,MSN,NewsBreak"], "no picture at all"],
    [
      { image: undefined, content: `${LONG}<p><img src="a.png"></p>` },
      [],
      "one in its body, of which nothing is known",
    ],
    [{ image: undefined, attachments: [picture] }, [], "one among its files"],
    [{ image: { ...picture, width: 719, height: 719 } }, ["small-image: MSN"], "too small for one"],
    [{ image: { ...picture, width: 600, height: 720 } }, [], "an upright one"],
    [{ image: { ...picture, height: 499 } }, ["small-image: Flipboard"], "too low for another"],
    [
      { image: { ...picture, width: 300, height: 160 } },
      ["small-image: Google News,Flipboard,MSN"],
      "too small for all",
    ],
    [{ image: { url: picture.url, credit: "J" } }, [], "a picture elsewhere, whose size nobody knows"],
    [{ image: picture.url }, ["no-credit: NewsBreak"], "only its address"],
    [{ image: { ...picture, url: "https://gazette.example/quay.avif?v=2" } }, ["image-type: MSN"], "by its ending"],
    [{ image: { ...picture, type: "image/svg+xml" } }, ["image-type: MSN"], "by its type"],
    [{ image: { ...picture, url: "https://gazette.example/quay" } }, [], "no type at all"],
    [{ title: "The ferry sails now." }, ["title-length: MSN"], "20 characters: more than 20 are asked for"],
    [{ title: "T".repeat(61) }, ["title-length: Apple News"], "long"],
    [{ title: "T".repeat(151) }, ["title-length: Apple News", "title-length: MSN"], "longer"],
    [{ title: "🚢".repeat(60) }, [], "characters, not UTF-16 units"],
    [{ description: "x".repeat(299) }, ["short-summary: Flipboard"], "a short summary"],
    [{ description: undefined }, ["short-summary: Flipboard"], "none"],
    [{ description: "🚢".repeat(300) }, [], "characters of a summary, not UTF-16 units"],
    [{ people: [] }, ["no-author: Flipboard,NewsBreak"], "unsigned"],
    [
      { language: "fr" },
      ["several-languages: MSN", "other-language: NewsBreak"],
      "another language, of which the main feed then has two",
    ],
  ] as const)("%j: %j (%s)", ([given, expected]) => {
    expect(told(advice(given))).toEqual(expected);
  });

  test("is named by its file, as a note with figures", () => {
    expect(advice({ image: { ...picture, width: 640, height: 320 } })).toEqual([
      {
        code: "profile/small-image",
        severity: "note",
        place: { file: "e1.md" },
        facts: {
          profiles: ["Flipboard", "MSN"],
          width: 640,
          height: 320,
          wanted: ["500 pixels on the shorter side", "720 pixels on the longer side"],
        },
      },
    ]);
  });
});

describe("a publication", () => {
  test.for([
    [{}, [], "lacks nothing"],
    [{ icon: undefined }, ["no-picture: Feedly"], "no icon"],
    [{ logo: undefined }, ["no-picture: SmartNews,Feedly"], "no logo"],
    [{ logo: undefined, smartnews: { limit: 20, logo: "https://gazette.example/l.png" } }, [], "one for SmartNews"],
    [{ webfeeds: { related: true } }, ["no-picture: Feedly"], "no cover"],
    [{ description: "" }, ["no-description: SmartNews", "no-description: Flipboard"], "no description"],
    [{ description: "D".repeat(31) }, ["long-description: SmartNews"], "a long one"],
    [
      { description: "D".repeat(31), smartnews: { limit: 20, description: "Short" } },
      [],
      "a long one, but a short one for SmartNews",
    ],
    [{ language: "en" }, ["no-region: Apple News"], "a language without a country"],
    [{ url: "http://gazette.example/" }, ["not-secure: MSN"], "an address that anybody may change on its way"],
    [{ content: "summary" }, ["not-whole: Apple News,Feedly,MSN,NewsBreak"], "summaries"],
  ] as const)("%j: %j (%s)", ([about, expected]) => {
    expect(told(adviceFor({ ...READY, profiles: ALL, ...(about as object) } as Publication, twenty))).toEqual(expected);
  });

  test("with too few entries is told so", () => {
    expect(adviceFor({ ...READY, profiles: ["flipboard", "msn"] }, twenty.slice(1))).toMatchObject([
      {
        code: "profile/few-entries",
        place: { file: "publication.yaml" },
        facts: { profiles: ["Flipboard"], count: 19, least: 20 },
      },
    ]);
  });

  test("that names no aggregator is left alone", () => {
    expect(adviceFor({ ...PUBLICATION, profiles: [] }, [whole({ image: undefined })])).toEqual([]);
  });
});

test.for(ALL)("the README says what %s asks for, where it says so, and when that was looked up", (profile) => {
  const { name, source, looked } = WANTS[profile];
  const row = readFileSync(join(ROOT, "README.md"), "utf8")
    .split("\n")
    .find((line) => line.startsWith(`| \`${profile}\` | [`));
  expect(row).toContain(`[${name}](${source})`);
  expect(row).toContain(looked);
});
