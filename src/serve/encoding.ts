import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import Negotiator from "negotiator";

/** How a file's bytes are written on the wire (RFC 9110, section 8.4). */
export type Encoding = "br" | "gzip" | "identity";

const OURS: readonly Encoding[] = ["br", "gzip", "identity"];
/** There are few different headers; nobody fills our memory with made-up ones. */
const MOST_HEADERS = 200;
const chosen = new Map<string, Encoding>();

/** The published types are those of an older version, without the second argument. */
interface Preferring {
  readonly encoding: (
    ours: readonly Encoding[],
    how: { readonly preferred: readonly Encoding[] },
  ) => string | undefined;
}

/** The encoding that a client likes best of those that it takes; of those that it likes equally, the smallest. */
export function encodingFor(accept: string | undefined): Encoding {
  if (accept === undefined) return "identity";
  const known = chosen.get(accept);
  if (known !== undefined) return known;
  const negotiator = new Negotiator({ headers: { "accept-encoding": accept } }) as unknown as Preferring;
  const best = (negotiator.encoding(OURS, { preferred: OURS }) ?? "identity") as Encoding;
  if (chosen.size >= MOST_HEADERS) chosen.clear();
  chosen.set(accept, best);
  return best;
}

/** Bytes that are kept as they go out, so that a feed is read and compressed once and not for each of its readers. */
export interface Press {
  /** The bytes that `hash` is of, read by `read`, in an encoding; `undefined` where there are none any more. */
  readonly press: (
    hash: string,
    encoding: Encoding,
    read: () => Promise<Uint8Array | undefined>,
  ) => Promise<Uint8Array | undefined>;
}

const COMPRESS = {
  identity: async (bytes: Uint8Array): Promise<Uint8Array> => bytes,
  gzip: promisify(gzip),
  // As small as gzip's best in a tenth of the time of brotli's best.
  br: (bytes: Uint8Array): Promise<Uint8Array> =>
    promisify<Uint8Array, object, Uint8Array>(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
} as const;

interface Kept {
  readonly bytes: Promise<Uint8Array | undefined>;
  size: number;
}

/** Keeps at most so many bytes, the last used. */
export function openPress(room: number = 32 * 1024 * 1024): Press {
  const kept = new Map<string, Kept>();
  let used = 0;
  const drop = (key: string): void => {
    used -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  const shrink = (): void => {
    for (const key of kept.keys()) {
      if (used <= room) return;
      drop(key);
    }
  };
  return {
    press: async (hash, encoding, read) => {
      const key = `${hash}.${encoding}`;
      const before = kept.get(key);
      if (before !== undefined) {
        kept.delete(key);
        kept.set(key, before);
        return before.bytes;
      }
      const one: Kept = { bytes: read().then((bytes) => bytes && COMPRESS[encoding](bytes)), size: 0 };
      kept.set(key, one);
      const bytes = await one.bytes.catch(() => undefined);
      if (kept.get(key) !== one) return bytes;
      if (bytes === undefined) drop(key);
      else {
        one.size = bytes.length;
        used += bytes.length;
        shrink();
      }
      return bytes;
    },
  };
}
