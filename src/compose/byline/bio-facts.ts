import { pieceOf } from "./name.ts";

const AT_OUTLET =
  /\b(?:for|at|with|from|(?:editor|publisher|founder|director|staff|correspondent|columnist) of) (?:the )?((?:The )?\p{Lu}[\p{L}\p{M}\d'’&-]*(?: (?:\p{Lu}[\p{L}\p{M}\d'’&-]*|of|and|the|&)){0,5})(?=[.,;:—–]|\s+(?:and|where|who|in|since|covering|based|as|with|while|newspaper|magazine)\b|$)/u;
const OUTLETS_ELSEWHERE: readonly RegExp[] = [
  /(?<!\p{L})(?:für (?:die|den|das)|bei(?:m| der| den)?|der|des|von der) [„"»]?(\p{Lu}[\p{L}\p{M}'’-]*(?: \p{Lu}[\p{L}\p{M}'’-]*){1,4})[“"«]?/u,
  /(?<!\p{L})(?:pour|au|à la|du|de|del|para|para o|para a|por|per|di|do|da|voor|bij|på|för|for|i|lehden|gazety|listu|deníku|газеты|газети|в газете|для) [«„"“]?(\p{Lu}[\p{L}\p{M}'’-]*(?: (?:\p{Lu}[\p{L}\p{M}'’-]*|de|del|du|des|di|do|da)){0,4})[»”“"]?/u,
  /[«„"“「《]([^«»„”“"「」《》]{3,40})[»”“"」》]/u,
];
const SECTION =
  /\b(?:the|in|our) ([\p{L}&' -]{3,30}?) (?:section|desk|beat|team)\b|\b(?:covers?|covering|speciali[sz]es? in|writes about) (?:the )?([\p{L}&'-]+(?: and [\p{L}&'-]+)?)(?=[.,;]| for\b| at\b| news\b)/u;
/** A subject that somebody has studied or taught, not whom he writes for. */
const SUBJECTS = /^(?:Journalism|History|Politics|English|Law|Economics|Information)$/u;

/** The outlet that a bio names behind its author's: `a reporter at the Buna Times`. */
export function outletIn(text: string): string | undefined {
  for (const pattern of [AT_OUTLET, ...OUTLETS_ELSEWHERE]) {
    const outlet = pattern.exec(text)?.[1]?.trim();
    if (outlet !== undefined && outlet.length > 2 && pieceOf(outlet) !== "role" && !SUBJECTS.test(outlet))
      return outlet;
  }
  return undefined;
}

/** The section that a bio names: `the world section`, `covers courts`. */
export function sectionIn(text: string): string | undefined {
  const section = SECTION.exec(text);
  return (section?.[1] ?? section?.[2])?.replace(/^(?:the|our) /u, "").trim();
}
