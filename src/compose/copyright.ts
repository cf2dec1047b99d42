import type { Article } from "../read/article.ts";
import { type Evidence, evidence } from "./evidence.ts";
import { folded } from "./wording.ts";
import type { Zones } from "./zones.ts";

export interface CopyrightFact {
  /** Plain text. */
  readonly copyright?: string;
  readonly evidence: readonly Evidence[];
}

const RIGHTS_LINE = /^(?:©|\(c\)|copyright\b).{3,160}$/iu;

/** The rights in an article: as declared, else its one line that begins with ©. That line stays in the body. */
export function copyrightOf({ matter, meta }: Article, { tail }: Zones): CopyrightFact {
  const declared = matter.copyright ?? meta.copyright;
  const words = folded(declared?.value ?? "");
  if (declared !== undefined && words !== "") {
    const from = declared === matter.copyright ? "front-matter" : "meta";
    return {
      copyright: words,
      evidence: [evidence("copyright", words, from, declared.words, declared.place, "certain")],
    };
  }
  const [placed, second] = tail.filter(({ line: { text } }) => text.length <= 170 && RIGHTS_LINE.test(text));
  if (placed === undefined || second !== undefined) return { evidence: [] };
  const { text, place } = placed.line;
  return { copyright: text, evidence: [evidence("copyright", text, "text", text, place, "strong")] };
}
