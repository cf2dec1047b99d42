/** Whether a document is JSON: it begins with a brace or a bracket, in UTF-8 with or without its mark; XML never does. */
export function isJson(document: Uint8Array | string): boolean {
  const head =
    typeof document === "string" ? document.slice(0, 64) : new TextDecoder("utf-8").decode(document.subarray(0, 64));
  const start = head.trimStart();
  return start.startsWith("{") || start.startsWith("[");
}
