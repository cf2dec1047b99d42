import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Dating, dating } from "../../../src/compose/date/dating.ts";
import { zones } from "../../../src/compose/zones.ts";
import { articleOf } from "../../support/article.ts";
import { RUNS } from "../../support/runs.ts";
import { PUBLICATION } from "../../support/story.ts";

const NOW = "2026-11-23T12:00:00Z";

function dated(text: string, language = "en", now = NOW): Dating {
  const article = articleOf(text);
  return dating(article, zones(article), { publication: PUBLICATION, now: new Date(now), language });
}

const day = ({ published }: Dating): string => published?.at.toISOString().slice(0, 10) ?? "none";

const candidates = ({ findings }: Dating): readonly string[] | undefined =>
  findings.flatMap((each) => (each.code === "date/ambiguous" ? [each.facts.candidates] : []))[0];

/** A report with a day and a fact, in the places where reports have them. */
function report(lead: string, ...facts: readonly string[]): string {
  return [lead, "Nobody at the quay had expected it, and nobody was surprised.", ...facts].join("\n");
}

const VOTE = "The council of Saltmarsh voted for a second ferry quay on Friday, August 30, after a long row.";

describe("the sample article", () => {
  const text = readFileSync(join(import.meta.dirname, "../../../data/mongolia-visit.txt"), "utf8");
  test("is of 30 August 2024, by its weekday and what had happened", () => {
    const found = dated(text);
    expect(found.published).toEqual({ at: new Date("2024-08-30T12:00:00Z"), precision: "day", from: "text" });
    expect(found.evidence).toEqual([
      {
        field: "published",
        value: "2024-08-30",
        from: "text",
        words: "Friday, August 30",
        line: 2,
        column: 274,
        sure: "strong",
        because: 'year by weekday Friday and "In December 2023": 2024 fits both, the next that would is 2030',
      },
    ]);
    expect([found.spent, found.findings]).toEqual([[], []]);
  });
});

describe("the year of a report", () => {
  test.for([
    [[VOTE, "In December 2023 a storm took the old one."], "en", "2024-08-30", "the sample's shape"],
    [[VOTE, "The study was ordered on 3 June 2024."], "en", "2024-08-30", "a full date in the past"],
    [[VOTE, "The row began in 2023 over a lamp."], "en", "2024-08-30", "a year alone"],
    [
      ["Der Rat hat am Freitag, 30. August, abgestimmt.", "Seit Mai 2024 wird darüber gestritten."],
      "de",
      "2024-08-30",
      "what has lasted since then, in the present tense",
    ],
    [
      [
        "The tram will open later than planned, the agency admitted on Friday, Aug. 30, to nobody’s surprise.",
        "It was moved before, in May 2024. Trains are now supposed to run from the spring of 2026.",
      ],
      "en",
      "2024-08-30",
      "what lies ahead is no bound, and “will” not the report's tense",
    ],
    [
      [VOTE, "In May 2024 a study came out.", "A meeting has been called for Monday, September 16 at the hall."],
      "en",
      "2024-08-30",
      "a later weekday that is still ahead",
    ],
    [
      [VOTE, "Work had stopped on Monday, August 26, when the lamp broke in May 2024 for good."],
      "en",
      "2024-08-30",
      "the latest of two past days",
    ],
    [
      [
        "KESTREL, Aug 30 (Reuters) - The council of Kestrel voted for a quay on Friday, August 30, after a row.",
        "In May 2024 a study came out.",
      ],
      "en",
      "2024-08-30",
      "the dateline's day has its weekday in the text",
    ],
    [
      [
        "Der Rat von Seebach hat am Freitag, dem 30. August, einen zweiten Anleger beschlossen.",
        "Im Mai 2024 gab es eine Studie.",
      ],
      "de",
      "2024-08-30",
      "German",
    ],
    [
      [
        "Le conseil de Valmont a voté vendredi 30 août la construction d’un second quai.",
        "Une étude avait été commandée en mai 2024.",
      ],
      "fr",
      "2024-08-30",
      "French",
    ],
    [
      [
        "El pleno aprobó el viernes, 30 de agosto, la construcción de un segundo muelle.",
        "El estudio se encargó en mayo de 2024.",
      ],
      "es",
      "2024-08-30",
      "Spanish",
    ],
    [
      [
        "Il consiglio ha approvato venerdì 30 agosto la costruzione di un secondo molo.",
        "Lo studio era del maggio 2024.",
      ],
      "it",
      "2024-08-30",
      "Italian",
    ],
    [
      [
        "De raad heeft op vrijdag 30 augustus besloten een tweede kade te bouwen.",
        "De studie was in mei 2024 besteld.",
      ],
      "nl",
      "2024-08-30",
      "Dutch",
    ],
    [
      [
        "Совет города в пятницу, 30 августа, одобрил строительство второго причала.",
        "Исследование заказали в мае 2024 года.",
      ],
      "ru",
      "2024-08-30",
      "Russian",
    ],
    [
      [
        "Рада міста у п’ятницю, 30 серпня, схвалила будівництво другого причалу.",
        "Дослідження замовили у травні 2024 року.",
      ],
      "uk",
      "2024-08-30",
      "Ukrainian",
    ],
    [
      ["Rada miasta w piątek, 30 sierpnia, zgodziła się na drugie nabrzeże.", "Badania zamówiono w maju 2024 roku."],
      "pl",
      "2024-08-30",
      "Polish",
    ],
    [
      ["町議会は8月30日（金）、第二の渡船桟橋を建設する案を可決した。", "最初の調査は2024年5月に始まった。"],
      "ja",
      "2024-08-30",
      "Japanese",
    ],
    [
      ["议事会星期五（8月30日）通过决定，兴建第二座渡轮码头。", "2024年5月，有关方面委托了第一份研究。"],
      "zh",
      "2024-08-30",
      "Chinese",
    ],
    [
      [
        "Meclis, 30 Ağustos Cuma günü ikinci iskelenin yapımını onayladı.",
        "İlk etüt 2024 yılının Mayıs ayında istenmişti.",
      ],
      "tr",
      "2024-08-30",
      "Turkish",
    ],
  ] as const)("%0$j → %2$s (%3$s)", ([[lead, ...facts], language, value]) => {
    expect(day(dated(report(lead, ...facts), language))).toBe(value);
  });

  test.for([
    [[VOTE], "no fact at all", ["1991", "1996", "2002", "2013", "2019", "2024"]],
    [[VOTE, "The old one was built in October 1998."], "old facts leave several", ["2002", "2013", "2019", "2024"]],
    [[VOTE, "The old one was lost on 3 June 2020."], "one year, but the fact is older than 24 months", ["2024"]],
    [[VOTE, "The doors open on 30 August 2024 at noon."], "the same day in full: an event's", ["2024"]],
    [[VOTE, "In May 2025 a study came out."], "no year fits: one of them is wrong", []],
    [
      [VOTE, "“We asked in May 2024,” she said."],
      "a year in a quotation",
      ["1991", "1996", "2002", "2013", "2019", "2024"],
    ],
    [[VOTE, "It is to be ready in May 2024."], "a year ahead", ["1991", "1996", "2002", "2013", "2019", "2024"]],
    [[VOTE, "© 2024 Saltmarsh News"], "rights", ["1991", "1996", "2002", "2013", "2019", "2024"]],
    [[VOTE, "Some 2024 people use it daily."], "a number", ["1991", "1996", "2002", "2013", "2019", "2024"]],
    [[VOTE, "— Jane Doe (@jane) May 3, 2024"], "an embedded post", ["1991", "1996", "2002", "2013", "2019", "2024"]],
  ] as const)("%j stays open: %s", ([[lead, ...facts], , years]) => {
    const found = dated(report(lead, ...facts));
    expect(day(found)).toBe("none");
    expect(candidates(found)).toEqual(years.map((year) => `${year}-08-30`));
  });

  test.for([
    ["The council of Saltmarsh voted for a second ferry quay on Friday after a long row.", "a weekday alone"],
    ["A meeting about the second ferry quay has been called for Friday, August 30 at the parish hall.", "a day ahead"],
    ["The next round of talks on the quay is due to begin on Friday, August 30, if a room is found.", "a day ahead"],
    ["The council of Saltmarsh voted for a second ferry quay on August 30 after a long row.", "no weekday"],
    [
      "The council of Saltmarsh voted for a quay on Friday, May 31, 2024 after a long row in the hall.",
      "a full date in the text",
    ],
  ] as const)("%s: nothing to date it by (%s)", ([lead]) => {
    const found = dated(report(lead, "In December 2023 a storm took the old one."));
    expect([day(found), found.findings]).toEqual(["none", []]);
  });

  test("a dateline without its year is told as open", () => {
    const found = dated(
      report("HOLLIN, Jul 27 (Reuters) - People on the slopes above Hollin were told on Monday to pack a bag and go."),
    );
    expect(day(found)).toBe("none");
    expect(found.findings).toMatchObject([{ code: "date/ambiguous", facts: { words: "Jul 27", candidates: [] } }]);
  });

  test("an update bounds the year as the present does", () => {
    const text = `Updated May 3, 2020\n\n${report(VOTE, "The row began in 2018 over a lamp.")}`;
    expect(day(dated(text))).toBe("2019-08-30");
    expect(day(dated(report(VOTE, "The row began in 2018 over a lamp.")))).toBe("none");
  });
});

describe("where the weekday fits several years since the latest fact", () => {
  test.for([
    [["In May 2018 a study came out."], "the month of a fact at most 24 months older"],
    [["The study was ordered on 3 June 2019."], "its day"],
    [["In May 2018 a study came out.", "The quay was closed in 2019, and reopened."], "a later year, too"],
    [["In May 2018 a study came out.", "It is to be ready by 2022."], "a later year that lies ahead"],
    [["In May 2018 a study came out.", "It divides those who stand in the 2020 election."], "the year after"],
    [["In May 2018 a study came out.", "Sales could rise again in 2023, the bank said."], "what could be, is ahead"],
  ] as const)("the news decides: %j (%s)", ([facts]) => {
    expect(day(dated(report(VOTE, ...facts)))).toBe("2019-08-30");
  });

  test.for([
    [["The row began in 2018 over a lamp."], "years alone are named of what is long past, too"],
    [["The old one was built in October 2001."], "what is older than 2010 is history more often than news"],
    [["The old one was lost on 30 August 2019."], "an anniversary"],
    [["In May 2018 a study came out.", "She had won the 2023 race."], "a year later than the answer, not ahead"],
    [["In May 2016 a study came out."], "no year within 24 months"],
  ] as const)("open otherwise: %j (%s)", ([facts]) => {
    expect(day(dated(report(VOTE, ...facts)))).toBe("none");
  });

  test.for([
    ["de", "Der Rat hat am Freitag, 30. August, abgestimmt.", "Im Mai 2018 kam eine Studie heraus."],
    ["fr", "Le conseil a voté vendredi 30 août la construction d’un quai.", "En mai 2018, une étude avait paru."],
    ["es", "El pleno aprobó el viernes, 30 de agosto, el muelle.", "En mayo de 2018 se publicó un estudio."],
    ["it", "Il consiglio ha approvato venerdì 30 agosto il molo.", "Lo studio era del maggio 2018."],
    ["pt", "A câmara aprovou na sexta-feira, 30 de agosto, o cais.", "Em maio de 2018 saiu um estudo."],
    ["pl", "Rada miasta w piątek, 30 sierpnia, zgodziła się na nabrzeże.", "W maju 2018 roku zamówiono badania."],
    ["ru", "Совет города в пятницу, 30 августа, одобрил причал.", "В мае 2018 года заказали исследование."],
    ["ja", "町議会は8月30日（金）、桟橋を建設する案を可決した。", "最初の調査は2018年5月に始まった。"],
  ] as const)("%s", ([language, lead, fact]) => {
    expect(day(dated(report(lead, fact), language))).toBe("2019-08-30");
  });
});

describe("whenever it is built", () => {
  const text = report(VOTE, "In December 2023 a storm took the old one.");

  test("the same date and the same evidence", () => {
    const [first] = dated(text, "en", "2024-09-15T00:00:00Z").evidence;
    expect(first?.value).toBe("2024-08-30");
    for (let year = 2025; year <= 2060; year += 1) {
      for (const month of ["01", "08", "09", "12"])
        expect(dated(text, "en", `${year}-${month}-15T00:00:00Z`).evidence, `${year}-${month}`).toEqual([first]);
    }
  });

  test("the present only ever takes candidates away", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2040 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 15 }),
        (year, month, date, monthsBefore, yearsLater) => {
          const at = new Date(Date.UTC(year, month - 1, date));
          const fact = new Date(Date.UTC(year, month - 1 - monthsBefore, 1));
          const name = (when: Date, options: Intl.DateTimeFormatOptions): string =>
            when.toLocaleDateString("en-US", { ...options, timeZone: "UTC" });
          const lead = `The council voted for a second ferry quay on ${name(at, { weekday: "long", month: "long", day: "numeric" })}, after a row.`;
          const past = `In ${name(fact, { month: "long", year: "numeric" })} a storm took the old one.`;
          const found = dated(report(lead, past), "en", `${year + yearsLater}-12-31T00:00:00Z`);
          expect([at.toISOString().slice(0, 10), "none"]).toContain(day(found));
          if (day(found) === "none") expect(found.findings.map(({ code }) => code)).toEqual(["date/ambiguous"]);
          const isNews = fact.getUTCFullYear() >= 2010;
          if (monthsBefore < 24 && (yearsLater < 5 || isNews)) expect(day(found)).toBe(at.toISOString().slice(0, 10));
        },
      ),
      RUNS,
    );
  });
});
