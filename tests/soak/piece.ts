import type { Chance } from "./chance.ts";

/** An article as its writer has it in mind. */
export interface Piece {
  /** By which the test knows it again, in every version and copy: it begins the title. */
  readonly token: string;
  readonly headline: string;
  readonly paragraphs: readonly string[];
  readonly author: string;
  readonly section: string;
  readonly tags: readonly string[];
  /** Absent: the article does not say when it was published. */
  readonly date?: Date;
  readonly slug?: string;
  readonly link?: string;
  readonly correction?: string;
  readonly picture?: string;
  readonly draft?: true;
  readonly expires?: Date;
}

const AUTHORS = ["Ada Grey", "Ben Stone", "Cora Reed", "Dan Marsh", "Eve Field"];
export const SECTIONS: readonly string[] = ["Harbour", "Town", "Sport", "Weather"];
const TAGS = ["ferries", "cranes", "quays", "storms", "boats", "fish"];
const SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu zan bre cli dro flu".split(" ");

export const TOKEN = /T\d{4,}/;

function word(dice: Chance): string {
  return Array.from({ length: dice.between(2, 4) }, () => dice.oneOf(SYLLABLES)).join("");
}

export function sentence(dice: Chance): string {
  const words = Array.from({ length: dice.between(8, 14) }, () => word(dice)).join(" ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

export function paragraph(dice: Chance): string {
  return Array.from({ length: dice.between(2, 4) }, () => sentence(dice)).join(" ");
}

export function newPiece(dice: Chance, number: number, date: Date | undefined): Piece {
  return {
    token: `T${String(number).padStart(4, "0")}`,
    headline: sentence(dice).slice(0, -1),
    paragraphs: Array.from({ length: dice.between(3, 6) }, () => paragraph(dice)),
    author: dice.oneOf(AUTHORS),
    section: dice.oneOf(SECTIONS),
    tags: [dice.oneOf(TAGS)],
    ...(date === undefined ? {} : { date }),
    ...(dice.onceIn(8) ? { picture: dice.oneOf(["crane.png", "quay.png"]) } : {}),
  };
}

function titleOf({ token, headline }: Piece): string {
  return `${token} ${headline}`;
}

/** All that a reader sees of it: another text here is a cause for another `updated`. */
export function visible(piece: Piece): string {
  const { paragraphs, author, section, tags, correction, picture } = piece;
  return JSON.stringify([titleOf(piece), paragraphs, author, section, tags, correction, picture]);
}

/** The file that it is. */
export function written(piece: Piece): string {
  const { author, section, tags, date, slug, link, correction, draft, expires, picture } = piece;
  const lines = [
    `author: ${author}`,
    `section: ${section}`,
    `tags: [${tags.join(", ")}]`,
    ...(date === undefined ? [] : [`date: ${date.toISOString()}`]),
    ...(slug === undefined ? [] : [`slug: ${slug}`]),
    ...(link === undefined ? [] : [`link: ${link}`]),
    ...(correction === undefined ? [] : [`correction: ${correction}`]),
    ...(draft === undefined ? [] : ["draft: true"]),
    ...(expires === undefined ? [] : [`expires: ${expires.toISOString()}`]),
  ];
  const shown = picture === undefined ? [] : [`![A sight](/${picture})`];
  return `---\n${lines.join("\n")}\n---\n# ${titleOf(piece)}\n\n${[...piece.paragraphs, ...shown].join("\n\n")}\n`;
}
