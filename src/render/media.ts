import type { Enclosure, Item } from "feed";
import mime from "mime/lite";
import type { StatedMedia } from "../read/article.ts";
import { oneLine } from "./characters.ts";
import { label } from "./html.ts";
import { webUrl } from "./urls.ts";

type MediumKind = "image" | "audio" | "video";

/** A file beside an entry's words. Sizes and lengths are absent unless they are known. */
export interface Medium {
  readonly url: string;
  /** What the field that named it says that it is. */
  readonly kind?: MediumKind | undefined;
  /** A well-formed media type. */
  readonly type?: string | undefined;
  /** Bytes. */
  readonly length?: number | undefined;
  readonly title?: string | undefined;
  /** Seconds. */
  readonly duration?: number | undefined;
  /** Pixels. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** What it shows, for those who don't see it. */
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  /** Who made it. */
  readonly credit?: string | undefined;
  /** The body shows it: a picture of the text, no file beside it. */
  readonly inBody: boolean;
}

/** The media type of what nothing is known of (RFC 2046, section 4.5.1). */
export const UNKNOWN_TYPE = "application/octet-stream";

const MEDIA_TYPE = /^[\w.+!#$&^-]+\/[\w.+!#$&^-]+(?:; ?[\w-]+=[\w.-]+)*$/;

const NOTHING: readonly Medium[] = [];

/** An item's media, each file once: the enclosure, further attachments, audio, video, then the image. */
export function mediaOf(item: Item & { readonly attachments?: unknown }, base: string | undefined): readonly Medium[] {
  const { enclosure, attachments, audio, video, image } = item;
  if (!(enclosure || attachments || audio || video || image)) return NOTHING;
  const found = [
    medium(enclosure, base),
    ...(Array.isArray(attachments) ? attachments : []).map((one) => medium(one, base)),
    medium(audio, base, "audio"),
    medium(video, base, "video"),
    medium(image, base, "image"),
  ];
  const media = new Map<string, Medium>();
  for (const one of found) if (one !== undefined) media.set(one.url, merged(media.get(one.url), one));
  return [...media.values()];
}

/** What is known of one file by two fields: what the first says, filled up from the second. */
function merged(first: Medium | undefined, second: Medium): Medium {
  if (first === undefined) return second;
  const { url, kind = second.kind, type = second.type, length = second.length } = first;
  const { title = second.title, duration = second.duration, width = second.width, height = second.height } = first;
  const { alt = second.alt, caption = second.caption, credit = second.credit } = first;
  const inBody = first.inBody && second.inBody;
  return { url, kind, type, length, title, duration, width, height, alt, caption, credit, inBody };
}

/** One medium, given as its URL or as an object. */
function medium(value: unknown, base?: string, kind?: MediumKind): Medium | undefined {
  if (typeof value === "string") return medium({ url: value }, base, kind);
  if (typeof value !== "object" || value === null) return undefined;
  const stated = value as Partial<Enclosure>;
  const url = webUrl(stated.url, base);
  if (url === undefined) return undefined;
  return {
    url,
    kind,
    type: mediaType(stated.type, url, kind),
    length: count(stated.length),
    title: label(oneLine(stated.title)),
    duration: count(stated.duration),
    ...described(value as Partial<StatedMedia>),
  };
}

const NOT_DESCRIBED = { inBody: false };

/** What our own entries know of a file beyond the `feed` package's enclosures. */
function described(
  stated: Partial<StatedMedia>,
): Pick<Medium, "width" | "height" | "alt" | "caption" | "credit" | "inBody"> {
  const { width, height, alt, caption, credit, inBody } = stated;
  if (!(width || alt || caption || credit || inBody)) return NOT_DESCRIBED;
  return {
    width: count(width),
    height: count(height),
    alt: label(oneLine(alt)),
    caption: label(oneLine(caption)),
    credit: label(oneLine(credit)),
    inBody: inBody === true,
  };
}

/** As stated, else by the file name's extension; an MP4 file that is called audio is audio. */
function mediaType(stated: unknown, url: string, kind: MediumKind | undefined): string | undefined {
  const type = oneLine(stated);
  if (type !== undefined && MEDIA_TYPE.test(type)) return type;
  const path = url.replace(/[?#].*$/s, "");
  const known = path.lastIndexOf(".") > path.lastIndexOf("/") ? mime.getType(path) : null;
  if (known === null) return undefined;
  const [top = "", sub = ""] = known.split("/");
  return (kind === "audio" || kind === "video") && (top === "audio" || top === "video") ? `${kind}/${sub}` : known;
}

/** A whole number that is known and makes sense. */
function count(value: unknown): number | undefined {
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) && number > 0 ? Math.round(number) : undefined;
}
