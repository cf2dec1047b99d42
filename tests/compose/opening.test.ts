import { expect, test } from "vitest";
import { openingEnd } from "../../src/compose/opening.ts";
import { effort } from "../support/effort.ts";

test.for([
  ["LONDON (AP) — ", "The sun rose.", "agency"],
  ["Brackwater (CNN)", "About 300 people climbed.", "no blank: the page's elements were glued"],
  ["ELDERTON, October 7, 2024 /PRNewswire/ -- ", "Bees kept on roofs.", "press release"],
  ["NEW DUNMORE, Jul 13 (Reuters) - ", "The first volunteers came.", "city of two words, date"],
  ["OXLEY: ", "The former treasurer left.", "Indian and African papers"],
  ["STRANDSUND — ", "Kommunestyret vedtok det.", "no agency"],
  ["Berlin (dpa) – ", "Der Bundestag hat entschieden.", "mixed case, agency in small letters"],
  ["Frankfurt am Main (dpa) – ", "Die Messe beginnt.", "a small word within the city"],
  ["Rio de Janeiro (AFP) - ", "The ferry sails.", "a small word behind the city's first"],
  ["Port of Spain (AP) — ", "The ferry sails.", "a small word of English"],
  ["Delden – ", "The ferry sails.", "a city that begins as a small word does"],
  ["Kamenný Most – ", "Průvodce ležel ve schránce.", "mixed case, dash, capital"],
  ["München/London – ", "Kurz vor der Feier kommen Zweifel auf.", "two cities"],
  ["MADRID, 3 may (EFE).- ", "El gobierno aprobó la ley.", "Spanish agency"],
  ["【東京＝共同】", "水曜日に図書館の返却箱に本が戻った。", "Japanese agency"],
  ["新华社北京8月30日电（记者 张明）", "国务院总理今天在北京会见了客人。", "Chinese agency"],
  ["(서울=연합뉴스) 홍길동 기자 = ", "정부는 오늘 새 계획을 발표했다.", "Korean agency, with the reporter"],
  ["", "REBECCA Cooke is the kind of singer who apologises.", "a lead with its first word in capitals"],
  ["", "The mayor (Labour) said that it rained.", "brackets in a sentence"],
  ["", "NASA (the agency) said that it rained.", "capitals, then brackets in a sentence"],
  ["", "BREAKING: Houston hires a coach.", "a flag is no city"],
  ["", "Ferries delayed (AFP) – The harbour waits.", "a second word that only begins as a city's small word does"],
  ["", "Patience - that is what it takes.", "a dash in a sentence"],
] as const)("%s| %s (%s)", ([dateline, report]) => {
  expect(openingEnd(dateline + report)).toBe(dateline.length);
});

test("a line of a megabyte takes no time", () => {
  const lines = ["A", "A ", "AA, ", "Aa, ", "Aa-", "（", "中"].map((unit) => unit.repeat(500_000));
  expect(effort(() => lines.map(openingEnd))).toBeLessThan(500);
});
