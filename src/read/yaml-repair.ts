const PAIR = /^([ \t]*)([\p{L}_][\p{L}\p{N}_ -]{0,40}):[ \t]+(\S.*)$/u;

/**
 * A line of YAML that the parser stumbled over, with its value in quotation marks, where it is plain that words were
 * meant: a headline with a colon in it is the most frequent mistake in front matter, quotation marks at its start the
 * next. Lists and objects that never end are left to the writer.
 */
export function mendedYamlLine(line: string): { readonly line: string; readonly field: string } | undefined {
  const [, indent, field, value] = PAIR.exec(line.trimEnd()) ?? [];
  if (indent === undefined || field === undefined || value === undefined) return undefined;
  const [mark = ""] = value;
  if (mark === "[" || mark === "{") {
    const end = value.lastIndexOf(mark === "[" ? "]" : "}");
    if (end === -1 || end === value.length - 1) return undefined;
  }
  const words = mark === '"' || mark === "'" ? unwrapped(value, mark) : value;
  return words === undefined ? undefined : { line: `${indent}${field}: ${JSON.stringify(words)}`, field };
}

/**
 * The words of a value that begins with a quotation mark. `"He said "no" today"` is wrapped in its outer marks, in
 * `"Peace" and "War"` all belong to the words: there the second mark closes a word. One that never closes is no wrapper.
 */
function unwrapped(value: string, mark: string): string | undefined {
  const second = value.indexOf(mark, 1);
  if (second === -1) return undefined;
  if (!value.endsWith(mark) || second === value.length - 1) return value;
  const closes = /\s|[,.;:!?]/.test(value[second + 1] ?? " ") && !/\s/.test(value[second - 1] ?? " ");
  return closes ? value : value.slice(1, -1);
}
