import { clean } from "./characters.ts";
import { encoded, parsed } from "./urls.ts";

/**
 * Ids, the same in every format. Atom is the strictest (an absolute IRI in normal form, RFC 4287, section 4.2.6), so its
 * rules make the id, and RSS and JSON Feed carry that very id.
 */

const TAG_URI =
  /^tag:(?:[a-z0-9._-]+@)?[a-z0-9.-]+,\d{4}(?:-\d\d(?:-\d\d)?)?:[\w;/?:@&=+$.!~*'(),%-]*(?:#[\w;/?:@&=+$.!~*'(),%-]*)?$/;
const URN = /^urn:[a-z0-9][a-z0-9-]{1,31}:(?:[\w()+,.:=@;$!*'-]|%[\da-f]{2})+$/i;
const UUID = /^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const ANY_UUID = /^urn:uuid:/i;
// Registered schemes that people use for ids of lasting things.
const LASTING = /^(?:info|mid|cid|news|did|doi|ark|at|ni|geo|magnet|acct):[\w;/?:@&=+$.!~*'(),%-]+$/i;
const WEB = /^(?:https?|ftp):\/\//i;
const NORMAL =
  /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*(?:\/(?!\.)[\w;:@&=+$.!~*'(),-]*)+(?:[?#][\w;/:@&=+$.!~*'(),-]*)?$/;
const ENCODED = /%[\da-f]{2}/gi;
const BEYOND_ASCII = /[\w.~-]?(?:%[89A-F][\dA-F])+/g;
const UNRESERVED = /[\w.~-]/;

/**
 * The id as an absolute URI in normal form: a URI stays what it is, any other text (`post-42`) becomes a fragment of
 * the publication's address, under which it is as unique as it was.
 */
export function idOf(stated: string, home: string): string {
  const id = clean(stated).trim();
  if (TAG_URI.test(id) || NORMAL.test(id) || LASTING.test(id)) return id;
  if (URN.test(id) && (UUID.test(id) || !ANY_UUID.test(id))) return id;
  return (WEB.test(id) ? webId(id) : undefined) ?? below(home, id);
}

/** A web address in normal form (RFC 3986, section 6.2.2). */
function webId(id: string): string | undefined {
  const url = parsed(id.normalize());
  if (url === undefined || url.host === "" || url.host.startsWith("[")) return undefined;
  return encoded(url.href).replace(ENCODED, octet).replace(BEYOND_ASCII, composed);
}

function octet(written: string): string {
  const character = String.fromCharCode(Number.parseInt(written.slice(1), 16));
  return UNRESERVED.test(character) ? character : written.toUpperCase();
}

/** Unicode's normal form C (RFC 3987, section 5.3.2.2). */
function composed(octets: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(octets).normalize());
  } catch {
    return octets;
  }
}

/**
 * A fragment of an address, which is brought to normal form. `~` stands for `%`: the W3C validator decodes an encoded
 * `%` twice.
 */
export function below(address: string, name: string): string {
  const home = webId(address) ?? address;
  const fragment = home.indexOf("#");
  return `${fragment === -1 ? home : home.slice(0, fragment)}#${encodeURIComponent(name.normalize()).replaceAll("%25", "~")}`;
}

/** A name for what has none: the same words give the same sixteen hexadecimal digits (FNV-1a, twice). */
export function fingerprint(words: string): string {
  return hash(words, 0x811c9dc5) + hash(words, 0x01000193);
}

function hash(words: string, seed: number): string {
  let state = seed;
  for (let index = 0; index < words.length; index += 1)
    state = Math.imul(state ^ words.charCodeAt(index), 0x01000193) >>> 0;
  return state.toString(16).padStart(8, "0");
}
