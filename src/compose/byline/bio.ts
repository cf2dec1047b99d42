import { outletIn, sectionIn } from "./bio-facts.ts";
import { FIRST_PERSON, THIRD_PERSON, type Wordings } from "./bio-wording.ts";
import { displayed, isName, pieceOf } from "./name.ts";

/** What a paragraph about the author tells. */
export interface Bio {
  readonly names: readonly string[];
  /** `I am Jane Doe`, not `Jane Doe is`. */
  readonly own: boolean;
  readonly outlet?: string;
  readonly section?: string;
}

/** `About the author` and the like: what stands below is a bio. */
export const BIO_HEADING: RegExp =
  /^(?:about (?:the )?(?:authors?|writers?)|über (?:den autor|die autorin|die autoren)|zur person|à propos de l['’]auteure?|sobre (?:el autor|la autora|o autor|a autora)|l['’]autore|over de auteur|om författaren|om forfatteren|об авторе|про автора|o autorze|o autorovi|yazar hakkında|tentang penulis|về tác giả|作者简介|作者簡介|筆者紹介)\s*:?$/iu;

const QUOTED = /^["“„«»‘'「『]/u;

/** Reads a paragraph as one about its author; `undefined` where it is none. Quoted speech never is. */
export function bioOf(text: string): Bio | undefined {
  if (QUOTED.test(text) || text.length > 900) return undefined;
  const first = matched(text, FIRST_PERSON);
  const found = first ?? matched(text, THIRD_PERSON);
  if (found === undefined) return undefined;
  const names = found
    .split(/\s+and\s+|\s*,\s*/u)
    .map(trimmed)
    .filter((name) => isPerson(name));
  if (names.length === 0) return undefined;
  const outlet = outletIn(text.slice(text.indexOf(found) + found.length));
  const section = sectionIn(text);
  return {
    names: names.map(displayed),
    own: first !== undefined,
    ...(outlet === undefined ? {} : { outlet }),
    ...(section === undefined ? {} : { section }),
  };
}

function matched(text: string, wordings: Wordings): string | undefined {
  if (!wordings.near.test(text)) return undefined;
  for (const { near, whole } of wordings.each) {
    const name = near.test(text) ? whole().exec(text)?.[1] : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

function trimmed(name: string): string {
  return name
    .replace(/^(?:Ο|Η|Του|Της) /u, "")
    .replace(/^(?:Dr|Prof|Mr|Mrs|Ms)\.? /u, "")
    .replace(/[.,;:—–-]+$/u, (end) => (/^\.$/u.test(end) && /(?:Jr|Sr|\b\p{Lu})\.$/u.test(name) ? end : ""))
    .trim();
}

function isPerson(name: string): boolean {
  return pieceOf(name) === "name" || isName(name);
}
