import { type Finding, finding } from "../finding.ts";
import type { Entry } from "../ledger/entry.ts";
import type { StatedMedia } from "../read/article.ts";
import type { Wants } from "./profiles.ts";

/** What aggregators miss in an entry's picture. What isn't known of it (a picture elsewhere has no size) is let pass. */
export function imageAdvice(entry: Entry, wanted: readonly Wants[]): readonly Finding[] {
  const minded = wanted.filter(({ image }) => image !== undefined);
  const place = { file: entry.file };
  const picture = pictureOf(entry);
  if (picture === undefined) {
    const profiles = minded.filter(({ image }) => image?.needed === true).map(({ name }) => name);
    return profiles.length === 0 || entry.content?.includes("<img") === true
      ? []
      : [finding("profile/no-image", place, { profiles })];
  }
  const { width, height } = picture;
  const type = typeOf(picture);
  const mind = (fits: (wants: NonNullable<Wants["image"]>) => boolean): readonly string[] =>
    minded.filter(({ image }) => image !== undefined && !fits(image)).map(({ name }) => name);
  const small = width === undefined || height === undefined ? [] : mind((image) => isLargeEnough(image, width, height));
  const odd = type === undefined ? [] : mind(({ types = [type] }) => types.includes(type));
  const unsigned = mind(({ credit }) => credit !== true || picture.credit !== undefined);
  return [
    ...(small.length > 0 && width !== undefined && height !== undefined
      ? [finding("profile/small-image", place, { profiles: small, width, height, wanted: sizes(minded, small) })]
      : []),
    ...(odd.length > 0 && type !== undefined ? [finding("profile/image-type", place, { profiles: odd, type })] : []),
    ...(unsigned.length > 0 ? [finding("profile/no-credit", place, { profiles: unsigned })] : []),
  ];
}

/** The picture that stands for the entry, else the first of its files that is one. */
function pictureOf({ image, attachments }: Entry): StatedMedia | undefined {
  if (typeof image === "string") return { url: image };
  return (image as StatedMedia | undefined) ?? attachments.find((file) => typeOf(file)?.startsWith("image/"));
}

const ENDINGS: Readonly<Partial<Record<string, string>>> = {
  avif: "image/avif",
  gif: "image/gif",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  png: "image/png",
  svg: "image/svg+xml",
  webp: "image/webp",
};

function typeOf({ type, url }: StatedMedia): string | undefined {
  return type ?? ENDINGS[/\.(\w+)(?:[?#]|$)/.exec(url)?.[1]?.toLowerCase() ?? ""];
}

function isLargeEnough(
  { side = 0, longer = 0, area = 0 }: NonNullable<Wants["image"]>,
  width: number,
  height: number,
): boolean {
  return Math.min(width, height) >= side && Math.max(width, height) >= longer && width * height >= area;
}

/** The sizes that those who mind ask for, in words: `500 pixels on the shorter side`. */
function sizes(wanted: readonly Wants[], names: readonly string[]): readonly string[] {
  return wanted.flatMap(({ name, image }) => {
    if (image === undefined || !names.includes(name)) return [];
    const { side, longer, area } = image;
    return [
      ...(side === undefined ? [] : [`${side} pixels on the shorter side`]),
      ...(longer === undefined ? [] : [`${longer} pixels on the longer side`]),
      ...(area === undefined ? [] : [`${area} pixels in all`]),
    ];
  });
}
