import { displayed, pieceOf } from "./name.ts";

/** What the last lines of an agency's report say of who made it. */
export interface SignOff {
  readonly authors: readonly string[];
  readonly contributors: readonly string[];
}

const ROLE =
  /(?:^|[;.]\s*|\(\s*)(additional reporting|reporting and writing|reporting|additional writing|writing|compiled|editing|edited|production|research)\s+by\s+([^;.()]*(?:\b\p{Lu}\.[^;.()]*)*)/giu;
const CONTRIBUTED =
  /^(.{3,160}?)\s+(?:also )?contributed (?:reporting |research )?(?:to|from) (?:this|the) (?:report|story|article|piece)/iu;
const CONTRIBUTING = /^contributing:\s*(.{3,160}?)\.?$/iu;
const WITH_FILES = /^\(?with (?:files|inputs?|reports?|additional reporting) (?:from|by) (.{3,120}?)\.?\)?$/iu;
/** What each of these three has in it. */
const CONTRIBUTION = /contribut|^\(?with /i;
const SIGNATURE = /^(?:[—–―-]{1,2}|-- )\s*([\p{Lu}\p{Lo}][^!?"“”]{2,60})$/u;
const IN_BRACKETS = /^[(（]\s*([\p{Lu}\p{Lo}][^!?"“”()（）]{2,60})\s*[)）]$/u;

const OPENS_SIGNATURE = /^[—–―(（-]/;

/** Reads a sign-off line: `Reporting by A in X, B in Y and C; Editing by D`; `undefined` where it is none. */
export function signOffOf(text: string): SignOff | undefined {
  if (text.length > 400) return undefined;
  const contributed = CONTRIBUTION.test(text) ? contributedBy(text) : undefined;
  if (contributed !== undefined) {
    const contributors = people(contributed);
    return contributors.length === 0 && WITH_FILES.exec(text) === null ? undefined : { authors: [], contributors };
  }
  if (!/^\(?(?:additional )?(?:reporting|writing|compiled|editing|edited)\b/iu.test(text)) return undefined;
  const authors: string[] = [];
  const contributors: string[] = [];
  let found = false;
  for (const [, role = "", names = ""] of text.matchAll(ROLE)) {
    found = true;
    const kind = role.toLowerCase();
    if (kind.startsWith("reporting") || kind === "compiled") authors.push(...people(names));
    else if (kind.startsWith("additional") || kind === "writing") contributors.push(...people(names));
  }
  return found ? { authors, contributors } : undefined;
}

function contributedBy(text: string): string | undefined {
  return CONTRIBUTED.exec(text)?.[1] ?? CONTRIBUTING.exec(text)?.[1] ?? WITH_FILES.exec(text)?.[1];
}

/** A line that is nothing but a dash and a name, or a name in brackets. */
export function signatureOf(text: string): readonly string[] {
  const name = OPENS_SIGNATURE.test(text) ? (SIGNATURE.exec(text) ?? IN_BRACKETS.exec(text))?.[1] : undefined;
  // "— Rep. Jane Roe (@roe) November 19, 2019" is a post on a social network that was pasted in.
  if (name === undefined || /[@\d()]/u.test(name)) return [];
  return people(name);
}

function people(names: string): string[] {
  return names
    .split(/\s*,\s*|\s+and\s+|\s*&\s*/u)
    .map((piece) =>
      piece
        .replace(/^and\s+/u, "")
        .replace(/\s+(?:in|from|at)\s+.*$/u, "")
        .trim(),
    )
    .filter((piece) => pieceOf(piece) === "name")
    .map(displayed);
}
