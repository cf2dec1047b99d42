import { isAlias, isCollection, isMap, isNode, isPair, isScalar, type Node } from "yaml";

/**
 * The first key of a YAML document that its map has already. The parser's own look at this compares each key with each
 * other: of some ten thousand it takes minutes.
 */
export function doubledKey(contents: Node | null): Node | undefined {
  const stack: unknown[] = [contents];
  while (stack.length > 0) {
    const next = stack.pop();
    if (!isNode(next) || !isCollection(next)) continue;
    const doubled = isMap(next) ? doubledIn(next.items) : undefined;
    if (doubled !== undefined) return doubled;
    for (const item of next.items.toReversed()) {
      if (isPair(item)) stack.push(item.value, item.key);
      else stack.push(item);
    }
  }
  return undefined;
}

function doubledIn(items: readonly unknown[]): Node | undefined {
  const seen = new Set<unknown>();
  for (const item of items) {
    if (!isPair(item) || !isNode(item.key)) continue;
    const name = nameOf(item.key);
    if (name !== undefined && seen.has(name)) return item.key;
    seen.add(name);
  }
  return undefined;
}

/** What tells a key from others, where that is a word or a number. */
function nameOf(key: Node): unknown {
  if (isAlias(key)) return `*${key.source}`;
  return isScalar(key) ? key.value : undefined;
}

/** What the parser says where its own stack ends, or to programmers, in words of people. */
export function plainYamlMessage(message: string): string {
  if (message.startsWith("Source contains multiple documents")) return "a line of --- begins a second document";
  return message.startsWith("Maximum call stack") ? "values stand too deep in one another" : message;
}
