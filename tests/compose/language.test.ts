import { expect, test } from "vitest";
import { languageOf } from "../../src/compose/language.ts";
import { languageTag } from "../../src/compose/language-tag.ts";
import type { Article } from "../../src/read/article.ts";
import { PUBLICATION } from "../support/story.ts";
import { article, declared, LEAD, MORE } from "./articles.ts";

test.for([
  ["en", "en", "already so"],
  ["EN_us", "en-US", "as Java and Open Graph write it"],
  ["zh-hant-tw", "zh-Hant-TW", "script and region"],
  ["iw", "he", "a code that was replaced"],
  ["de-1996", "de-1996", "variant"],
  ["zh-cmn-Hans", "cmn-Hans", "an extended language"],
  ["en-u-ca-gregory", "en", "a calendar is no language"],
  ["sr-Cyrl-RS-x-home", "sr-Cyrl-RS", "nor is a private agreement"],
  ["jp", undefined, "a country is no language"],
  ["xx", undefined, "nor is just anything"],
  ["qaa", undefined, "not even of three letters"],
  ["en-US-US", undefined, "two countries"],
  ["zh-TW-Hant", undefined, "the wrong order"],
  ["en-abc", undefined, "an extension that there isn't"],
  ["ca-valencia-valencia", undefined, "a variant twice"],
  ["English", undefined, "a name is no tag"],
  ["und", undefined, "says that it says nothing"],
  ["", undefined, "empty"],
] as const)("%s → %s (%s)", ([words, tag]) => {
  expect(languageTag(words)).toBe(tag);
});

const GERMAN =
  "Der Hafenrat von Larkfeld hat am Donnerstag beschlossen, einen zweiten Anleger für die Fähre zu bauen, und damit einen Streit beendet, der die Stadt zwei Jahre lang gespalten hatte. Sieben der elf Mitglieder stimmten dafür, drei dagegen, eines enthielt sich.";
const INDONESIAN =
  "Dewan kota Muara Biru menyetujui pembangunan dermaga feri kedua pada Sabtu dan mengakhiri perselisihan dua tahun. Proyek ini akan menelan biaya lima miliar dan terletak di antara pasar ikan dengan gedung bea cukai tua, kata wali kota kepada warga karena hujan.";
const NORWEGIAN =
  "Kommunestyret i Strandsund vedtok mandag å bygge en ny fergekai, etter to år med krangel. Kaien koster millioner kroner og kommer mellom fiskemottaket og den gamle tollboden. Det er noe vi har ventet på, sier ordføreren. Jeg tror ikke at noen ble sinte av det.";

async function found(made: Article, language = "en"): Promise<readonly [string | undefined, string | undefined]> {
  const fact = await languageOf(made, { ...PUBLICATION, language });
  expect(fact.findings).toEqual([]);
  return [fact.language, fact.evidence[0]?.from];
}

test.for<[string | undefined, string | undefined, Article, string]>([
  [
    "fr",
    "front-matter",
    article([GERMAN], { matter: declared({ language: "fr" }) }),
    "the writer's word, against the words",
  ],
  [
    "en-GB",
    "meta",
    article([GERMAN], { meta: declared({ language: "en_gb" }) }),
    "the page's, as the text is too short to doubt it",
  ],
  ["de", "text", article([GERMAN]), "the words"],
  ["id", "text", article([INDONESIAN]), "Indonesian, which the detector calls Malay"],
  ["no", "text", article([NORWEGIAN]), "Norwegian, which looks like Danish"],
  [undefined, undefined, article(["Der Hafenrat hat beschlossen."]), "too short to tell"],
])("%s from %s (%#)", async ([language, from, made]) => {
  expect(await found(made)).toEqual([language, from]);
});

test("the publication's own variant of the same language is kept", async () => {
  expect(await found(article([LEAD, MORE]), "en-GB")).toEqual(["en-GB", "text"]);
  expect(await found(article([NORWEGIAN]), "nb")).toEqual(["nb", "text"]);
});

test("long words in another language than the page declares win, with a warning", async () => {
  const made = article(Array<string>(5).fill(GERMAN), { meta: declared({ language: "zu" }) });
  const fact = await languageOf(made, PUBLICATION);
  expect(fact.language).toBe("de");
  expect(fact.findings).toMatchObject([
    { code: "language/disagrees", severity: "warning", facts: { declared: "zu", detected: "de" } },
  ]);
});

test("long words in the declared language raise no doubt", async () => {
  expect(await found(article(Array<string>(5).fill(GERMAN), { meta: declared({ language: "de-AT" }) }))).toEqual([
    "de-AT",
    "meta",
  ]);
});

test.for(["jp", "Deutsch"])("%s is no language's tag: that is warned of, and the words are asked", async (tag) => {
  const made = article([GERMAN], { matter: declared({ language: tag }) });
  const { language, findings } = await languageOf(made, PUBLICATION);
  expect([language, findings.map(({ code, severity }) => `${severity} ${code}`)]).toEqual([
    "de",
    ["warning matter/ill-typed"],
  ]);
});
