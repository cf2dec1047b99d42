import type { StatedMedia } from "./article.ts";
import { folded } from "./inline.ts";

/** A scheme that no reader fetches: `javascript:`, `data:`, `file:`. */
const UNSAFE = /^\s*(?!https?:)[a-z][a-z0-9+.-]*:/i;
/** A path or a file name: `photo: Jane Doe` names a photographer. */
const ADDRESS = /[/.]/;
const MIME_TYPE = /^[\w.+-]+\/[\w.+-]+$/;

const URL_KEYS = ["url", "src", "href", "file", "path", "image"] as const;
const TYPE_KEYS = ["type", "mime_type", "mimeType"] as const;
const LENGTH_KEYS = ["length", "size_in_bytes", "size", "bytes"] as const;
const TITLE_KEYS = ["title", "alt", "caption"] as const;
const DURATION_KEYS = ["duration", "duration_in_seconds"] as const;

/**
 * A media file of front matter: a URL or path, or an object that has one, by the names that other tools give. A length
 * that is no number and a type that is none are left out, and that is said.
 */
export function mediaOf(value: unknown): { readonly value: StatedMedia | null; readonly wrong: boolean } {
  const given = typeof value === "string" ? { url: value } : value;
  if (typeof given !== "object" || given === null || Array.isArray(given)) return { value: null, wrong: true };
  const thing = given as Readonly<Record<string, unknown>>;
  const url = textIn(thing, URL_KEYS);
  if (url === undefined || UNSAFE.test(url) || !ADDRESS.test(url)) return { value: null, wrong: true };
  const type = textIn(thing, TYPE_KEYS);
  const length = numberIn(thing, LENGTH_KEYS);
  const title = textIn(thing, TITLE_KEYS);
  const duration = numberIn(thing, DURATION_KEYS);
  const typed = type === undefined || MIME_TYPE.test(type);
  const media: StatedMedia = {
    url,
    ...(typed && type !== undefined ? { type } : {}),
    ...(typeof length === "number" ? { length } : {}),
    ...(title === undefined ? {} : { title }),
    ...(typeof duration === "number" ? { duration } : {}),
  };
  return { value: media, wrong: !typed || length === null || duration === null };
}

function textIn(thing: Readonly<Record<string, unknown>>, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = thing[key];
    const text = typeof value === "string" ? folded(value) : "";
    if (text !== "") return text;
  }
  return undefined;
}

/** A whole number; `undefined` where none is given, `null` where something else is. */
function numberIn(thing: Readonly<Record<string, unknown>>, keys: readonly string[]): number | null | undefined {
  for (const key of keys) {
    const value = thing[key];
    if (value === undefined || value === null || value === "") continue;
    const number = typeof value === "string" ? (clock(value) ?? Number(value)) : value;
    return typeof number === "number" && Number.isInteger(number) && number >= 0 ? number : null;
  }
  return undefined;
}

const CLOCK = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})$/;

/** `1:02:03` in seconds, as podcasters write durations. */
function clock(text: string): number | undefined {
  const [, hours = "0", minutes, seconds] = CLOCK.exec(text.trim()) ?? [];
  if (minutes === undefined || seconds === undefined) return undefined;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
