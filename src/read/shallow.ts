import type { Token } from "markdown-it";
import { DEEPEST_KEPT } from "./depth.ts";

const NESTING: ReadonlySet<string> = new Set(["blockquote_open", "bullet_list_open", "ordered_list_open"]);

/**
 * Markdown's tokens without what stands too deep to be shown: of quotes and lists below that, each line is a paragraph;
 * of emphasis, the words are kept. Readers show some hundred levels at most, and some parse what they show recursively.
 */
export function shallow(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  /** The level at which the first quote or list that is too deep stands. */
  let flat: number | undefined;
  for (const token of tokens) {
    if (token.children !== null) token.children = words(token.children);
    if (flat === undefined && token.level >= DEEPEST_KEPT && NESTING.has(token.type)) flat = token.level;
    if (flat === undefined) kept.push(token);
    else if (token.type === "inline") kept.push(edge(token, 1), token, edge(token, -1));
    else if (token.nesting === 0) kept.push(token);
    if (flat === token.level && token.nesting === -1) flat = undefined;
  }
  return kept;
}

/** Inline tokens without emphasis that is too deep, and without links that have no words. */
function words(tokens: readonly Token[]): Token[] {
  return tokens.filter(
    ({ type, nesting, level }, index) =>
      (nesting === 0 || level < DEEPEST_KEPT) &&
      !(type === "link_open" && tokens[index + 1]?.type === "link_close") &&
      !(type === "link_close" && tokens[index - 1]?.type === "link_open"),
  );
}

function edge(inline: Token, nesting: 1 | -1): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(inline)) as Token, inline, {
    type: nesting === 1 ? "paragraph_open" : "paragraph_close",
    tag: "p",
    content: "",
    children: null,
    nesting,
  });
}
