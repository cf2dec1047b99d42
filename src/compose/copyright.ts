import type { Article } from "../read/article.ts";
import { folded } from "./wording.ts";
import type { Zones } from "./zones.ts";

const RIGHTS_LINE = /^(?:©|\(c\)|copyright\b).{3,160}$/iu;

/** The rights in an article: as declared, else its one line that begins with ©. That line stays in the body. */
export function copyrightOf(article: Article, { tail }: Zones): string | undefined {
  const declared = folded((article.matter.copyright ?? article.meta.copyright)?.value ?? "");
  if (declared !== "") return declared;
  const [line, second] = tail.filter(({ line: { text } }) => text.length <= 170 && RIGHTS_LINE.test(text));
  return second === undefined ? line?.line.text : undefined;
}
