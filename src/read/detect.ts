import { createRequire } from "node:module";

/** The detector compares letters in pairs and triples: this much of a file tells as much as all of it. */
const SAMPLE = 64 * 1024;
/** By so much, of 100, another alphabet has to be likelier than the Western one: it shares most of its letters with that. */
const SURELY = 20;
const WESTERN = "windows-1252";
/** Names of the detector for what browsers, too, take for the Windows code page, which has all their letters. */
const WESTERN_NAMES: ReadonlySet<string> = new Set(["ISO-8859-1", "windows-1252", "ASCII", "UTF-8"]);

/** Loaded only where a file is in no known encoding, and at once: decoding waits for nothing. */
const load = (): typeof import("chardet") => createRequire(import.meta.url)("chardet") as typeof import("chardet");

/** The encoding that bytes without a declaration are most likely in, as a WHATWG name; the Western one where nothing tells. */
export function detected(bytes: Uint8Array): string {
  const likely = load().analyse(sampleOf(bytes));
  const western = Math.max(
    0,
    ...likely.filter(({ name }) => WESTERN_NAMES.has(name)).map(({ confidence }) => confidence),
  );
  const [best] = likely;
  if (best === undefined || WESTERN_NAMES.has(best.name) || best.confidence < western + SURELY) return WESTERN;
  return decoderOf(best.name) ?? WESTERN;
}

/** A piece around the first byte that is not ASCII: many files begin with pages of markup. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes;
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const start = Math.max(0, Math.min(first, bytes.length - SAMPLE));
  return bytes.subarray(start, start + SAMPLE);
}

function decoderOf(name: string): string | undefined {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}
