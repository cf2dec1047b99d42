/** Whether a document is JSON: it begins with a brace or a bracket, in UTF-8 with or without its mark; XML never does. */
export function isJson(document: Uint8Array | readonly string[]): boolean {
  const start = headOf(document).trimStart();
  return start.startsWith("{") || start.startsWith("[");
}

function headOf(document: Uint8Array | readonly string[]): string {
  if (document instanceof Uint8Array) return new TextDecoder("utf-8").decode(document.subarray(0, 64));
  const [first = ""] = document;
  return first.slice(0, 64);
}
