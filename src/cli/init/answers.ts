import { readPublication } from "../../publication/load.ts";
import { words } from "../../words.ts";

/** What `init` asks for; what is absent was not answered. */
export interface Answers {
  readonly title?: string;
  readonly url?: string;
  readonly description?: string;
  readonly author?: string;
  readonly language?: string;
  readonly timezone?: string;
}

export type AnswerName = keyof Answers;

/** What is wrong with an answer, in words; `undefined` if nothing is. The publication's own rules are the only ones. */
export function complaint(name: AnswerName, answer: string): string | undefined {
  const value = JSON.stringify(answer);
  const text = name === "author" ? `authors: [${value}]` : `${name}: ${value}`;
  const [first] = readPublication({ file: "publication.yaml", text }, []).findings;
  if (first === undefined) return undefined;
  const { wrong, mend } = words(first);
  return `${wrong} ${mend}`;
}
