/** Whether bytes are JSON: it begins with a brace or a bracket, in UTF-8 with or without its mark; XML never does. */
export function isJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder("utf-8").decode(bytes.subarray(0, 64)).trimStart();
  return start.startsWith("{") || start.startsWith("[");
}
