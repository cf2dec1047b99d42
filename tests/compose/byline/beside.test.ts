import { expect, test } from "vitest";
import { head, names, read } from "./read.ts";

test.for([
  ["By Jane Doe Staff Writer", ["Jane Doe"], undefined, "a writer on the staff is a person"],
  ["By Buna Staff", ["Buna Staff"], undefined, "a staff is none"],
  ["By Selby Times Staff Writers", ["Selby Times Staff Writers"], undefined, "nor are its writers"],
  ["By Jane Doe Business Columnist", ["Jane Doe"], undefined, "a role of two words"],
  ["By Jane Q. Doe Senior Contributor", ["Jane Q. Doe"], undefined, "an initial is not where a name ends"],
  ["By Jane Doe CEO", ["Jane Doe"], undefined, "an office in capitals"],
  ["Jane Doe, AP Sports Writer", ["Jane Doe"], undefined, "an agency's own"],
  [
    "By Jane Doe, Senior Staff Technologist, HNAB Speech, Privacy",
    ["Jane Doe"],
    undefined,
    "an office and its department",
  ],
  ["By Jane Doe, MS, RDN", ["Jane Doe"], undefined, "what she has learnt"],
  ["By Jane Doe Associated Press", ["Jane Doe"], undefined, "an agency with no comma before it"],
  [
    "By Jane Doe and John Q. Public Elder Falls Argus",
    ["Jane Doe", "John Q. Public"],
    undefined,
    "an outlet, the same",
  ],
  ["By Salt Harbour Argus Leader", [], "Salt Harbour Argus Leader", "but a town's paper is nobody"],
  ["By Jane Doe WRENBusiness", ["Jane Doe"], undefined, "a brand"],
  ["BySophie FordTravel News Reporter11:58", ["Sophie Ford"], undefined, "run together on all sides"],
  ["By Jane Doe Updated Nov 13, 2019, 10:28am EST", ["Jane Doe"], undefined, "what led to the date"],
  ["By Jane Doe 5 minute Read", ["Jane Doe"], undefined, "a reading time"],
  ["Last published: 5 June 2023 By Jane Doe", ["Jane Doe"], undefined, "a labelled date before"],
  ["By Jane Doe | Special to the Selby Times", ["Jane Doe"], "Selby Times", "a guest"],
  ["By Jane Doe for The Selby Times", ["Jane Doe"], "Selby Times", "for an outlet"],
  [
    "By Jane Doe | November 18, 2019 | Topic: Boats of the northern seas",
    ["Jane Doe"],
    undefined,
    "what follows the date",
  ],
  [
    "By Jane Doe, a deputy editor who has sailed the bay for a decade.",
    ["Jane Doe"],
    undefined,
    "a sentence's opening",
  ],
  ["// By Jane Doe • Nov 11, 2020", ["Jane Doe"], undefined, "slashes before"],
  ["By by JANE DOE", ["Jane Doe"], undefined, "twice"],
  ["Richard (R.J.) Roe", ["Richard (R.J.) Roe"], undefined, "what friends call him"],
  ["Par Zoé Lefèvre (avec Luc Blanc et Ève Noir)", ["Zoé Lefèvre"], undefined, "helpers in brackets"],
  ["By Selbynews with Agencies", ["Selbynews"], undefined, "an outlet beside agencies"],
  ["By TPN, in News, Business", ["TPN"], undefined, "an acronym is no person"],
] as const)("%s → %j, outlet %s: %s", async ([line, expected, outlet]) => {
  const credits = await read(head(line));
  expect([names(credits), credits.outlet]).toEqual([expected, outlet]);
});

test.for([
  ["By Theo James", "en", ["Theo James"], "Vietnamese lead word, English first name"],
  ["Theo Minh Anh", "vi", ["Minh Anh"], "Vietnamese lead word"],
  ["Di Chiara Bruni", "it", ["Chiara Bruni"], "Italian lead word"],
  ["Di Winter", "en", ["Di Winter"], "short for Diana"],
  ["Artikel von Carla Siebert", "de", ["Carla Siebert"], "German"],
  ["PorRodolfo Peña", "pt", ["Rodolfo Peña"], "Portuguese, run together"],
  ["Autori: Anna Ūdre", "lv", ["Anna Ūdre"], "Latvian"],
  ["Escribe Camila Ríos", "es", ["Camila Ríos"], "Spanish"],
] as const)("%s (%s) → %j: %s", async ([line, language, expected]) => {
  expect(names(await read(head(line), { language }))).toEqual(expected);
});
