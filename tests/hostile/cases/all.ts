import { ACTIVE_CASES, MARKDOWN_CASES } from "./active.ts";
import { BODIES } from "./bodies.ts";
import type { Case } from "./case.ts";
import { CHARACTERS } from "./characters.ts";
import { DATES } from "./dates.ts";
import { ENCODINGS } from "./encodings.ts";
import { MATTER } from "./matter.ts";
import { MEDIA } from "./media.ts";
import { NAMES } from "./names.ts";
import { OTHERS } from "./others.ts";

/** All that is tried but for the large ones, by the folder that it stands in. */
export const CASES: readonly Case[] = Object.entries({
  active: ACTIVE_CASES,
  bodies: BODIES,
  characters: CHARACTERS,
  dates: DATES,
  encodings: ENCODINGS,
  markdown: MARKDOWN_CASES,
  matter: MATTER,
  media: MEDIA,
  names: NAMES,
  others: OTHERS,
}).flatMap(([folder, cases]) => cases.map(([file, ...rest]): Case => [`${folder}/${file}`, ...rest]));
