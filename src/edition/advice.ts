import { type Finding, finding } from "../finding.ts";
import type { Entry } from "../ledger/entry.ts";
import { PUBLICATION_FILE } from "../publication/complete.ts";
import type { Publication } from "../publication/publication.ts";
import { imageAdvice } from "./image-advice.ts";
import { type PictureField, WANTS, type Wants } from "./profiles.ts";

/**
 * What the aggregators that a publication names would miss, as notes: of the publication, and of the entries as the main
 * feed brings them. Each lack is said once, with all the aggregators that mind.
 */
export function adviceFor(publication: Publication, entries: readonly Entry[]): readonly Finding[] {
  const wanted = publication.profiles.map((profile) => WANTS[profile]);
  if (wanted.length === 0) return [];
  return [
    ...publicationAdvice(publication, wanted),
    ...feedAdvice(publication, entries, wanted),
    ...entries.flatMap((entry) => [...entryAdvice(entry, publication, wanted), ...imageAdvice(entry, wanted)]),
  ];
}

const PLACE = { file: PUBLICATION_FILE };

const namesOf = (wanted: readonly Wants[], mind: (wants: Wants) => boolean): readonly string[] =>
  wanted.filter(mind).map(({ name }) => name);

/** Something is said where somebody minds. */
function whereMinded(profiles: readonly string[], say: (profiles: readonly string[]) => Finding): readonly Finding[] {
  return profiles.length === 0 ? [] : [say(profiles)];
}

function publicationAdvice(publication: Publication, wanted: readonly Wants[]): readonly Finding[] {
  const { url, language, content } = publication;
  const has: Readonly<Record<PictureField, boolean>> = {
    icon: publication.icon !== undefined || publication.webfeeds?.icon !== undefined,
    logo: [publication.logo, publication.webfeeds?.logo, publication.smartnews?.logo].some((one) => one !== undefined),
    "webfeeds.cover": publication.webfeeds?.cover !== undefined,
  };
  const missing = (Object.keys(has) as PictureField[]).filter((field) => !has[field]);
  return [
    ...missing.flatMap((field) =>
      whereMinded(
        namesOf(wanted, ({ pictures = [] }) => pictures.includes(field)),
        (profiles) => finding("profile/no-picture", PLACE, { profiles, field }),
      ),
    ),
    ...descriptionAdvice(publication, wanted),
    ...whereMinded(
      namesOf(wanted, ({ region }) => region === true && new Intl.Locale(language).region === undefined),
      (profiles) => finding("profile/no-region", PLACE, { profiles, language }),
    ),
    ...whereMinded(
      namesOf(wanted, ({ secure }) => secure === true && !url.startsWith("https:")),
      (profiles) => finding("profile/not-secure", PLACE, { profiles, url }),
    ),
    ...whereMinded(
      namesOf(wanted, ({ whole }) => whole === true && content === "summary"),
      (profiles) => finding("profile/not-whole", PLACE, { profiles }),
    ),
  ];
}

/** SmartNews has words of its own; the others take the publication's. */
function descriptionAdvice({ description, smartnews }: Publication, wanted: readonly Wants[]): readonly Finding[] {
  const [own, usual] = [smartnews?.description ?? description, description].map((text) => [...text].length);
  return wanted.flatMap(({ name, description: most }) => {
    const length = (name === WANTS.smartnews.name ? own : usual) ?? 0;
    if (most === undefined) return [];
    if (length === 0) return [finding("profile/no-description", PLACE, { profiles: [name] })];
    return length > most ? [finding("profile/long-description", PLACE, { profiles: [name], length, most })] : [];
  });
}

function feedAdvice(
  { language }: Publication,
  entries: readonly Entry[],
  wanted: readonly Wants[],
): readonly Finding[] {
  const languages = [...new Set(entries.map((entry) => entry.language ?? language))].sort();
  return [
    ...wanted.flatMap(({ name, entries: least = 0 }) => {
      const facts = { profiles: [name], count: entries.length, least };
      return entries.length < least ? [finding("profile/few-entries", PLACE, facts)] : [];
    }),
    ...whereMinded(
      namesOf(wanted, ({ oneLanguage }) => oneLanguage === true && languages.length > 1),
      (profiles) => finding("profile/several-languages", PLACE, { profiles, languages }),
    ),
  ];
}

function entryAdvice(entry: Entry, publication: Publication, wanted: readonly Wants[]): readonly Finding[] {
  const place = { file: entry.file };
  const language = entry.language ?? publication.language;
  const spoken = language.split("-")[0] ?? language;
  return [
    ...wanted.flatMap((wants) => lengthAdvice(entry, wants)),
    ...whereMinded(
      namesOf(wanted, ({ author }) => author === true && entry.people.length === 0),
      (profiles) => finding("profile/no-author", place, { profiles }),
    ),
    ...whereMinded(
      namesOf(wanted, ({ languages = [spoken] }) => !languages.includes(spoken)),
      (profiles) => finding("profile/other-language", place, { profiles, language }),
    ),
  ];
}

/** What is too short or too long for one of them. */
function lengthAdvice(entry: Entry, { name, title, summary }: Wants): readonly Finding[] {
  const place = { file: entry.file };
  const { title: heading, description = "" } = entry;
  const [characters, brought] = [[...heading].length, [...description].length];
  const isOff = title !== undefined && (characters < (title.least ?? 0) || characters > title.most);
  return [
    ...(isOff ? [finding("profile/title-length", place, { profiles: [name], length: characters, ...title })] : []),
    ...(summary !== undefined && brought < summary
      ? [finding("profile/short-summary", place, { profiles: [name], length: brought, least: summary })]
      : []),
  ];
}
