import type { Entry } from "../ledger/entry.ts";
import { oneLine } from "../render/characters.ts";
import { webUrl } from "../render/urls.ts";
import { decoded } from "./address.ts";
import { attribute, html, type Markup, NOTHING } from "./markup.ts";
import type { Wording } from "./wording/wording.ts";

/** A file that belongs to an article, as far as it is described. */
export interface Shown {
  readonly url: string;
  /** What a picture shows, for those who don't see it; empty where nothing tells. */
  readonly alt: string;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  /** Pixels. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly type?: string | undefined;
}

/** What is known of a file, given as its address or as an object. */
export function shown(value: unknown): Shown | undefined {
  const stated = (typeof value === "object" && value !== null ? value : { url: value }) as Readonly<
    Record<string, unknown>
  >;
  const url = webUrl(stated.url);
  if (url === undefined) return undefined;
  const width = pixels(stated.width);
  const height = pixels(stated.height);
  return {
    url,
    alt: oneLine(stated.alt) ?? "",
    caption: oneLine(stated.caption) ?? oneLine(stated.title),
    credit: oneLine(stated.credit),
    ...(width === undefined || height === undefined ? {} : { width, height }),
    type: oneLine(stated.type),
  };
}

function pixels(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** How a page calls the address of a file. */
type Files = (address: string) => string;

/** The picture above an article, unless the article itself shows it. */
export function leadPicture(entry: Entry, files: Files, wording: Wording): Markup {
  const picture = shown(entry.image);
  if (picture === undefined || shows(entry, picture)) return NOTHING;
  const { url, alt, width, height } = picture;
  return html`<figure class="lead">
<img src="${files(url)}" alt="${alt}"${attribute("width", width)}${attribute("height", height)}>
${caption(picture, wording)}</figure>
`;
}

/** Whether the article's own body shows a file. */
function shows({ content }: Entry, { url }: Shown): boolean {
  return content?.includes(html`${url}`.html) === true;
}

function caption({ caption: words, credit }: Shown, wording: Wording): Markup {
  if (words === undefined && credit === undefined) return NOTHING;
  const by =
    credit === undefined ? NOTHING : html`<small>${wording.pictureBy}${wording.space}<bdi>${credit}</bdi></small>`;
  const between = words === undefined || credit === undefined ? "" : wording.space;
  return html`<figcaption>${words}${between}${by}</figcaption>\n`;
}

/** Sound, film and other files of an article. Nothing is loaded before it is asked for. */
export function players(entry: Entry, files: Files, wording: Wording): Markup {
  const { audio, video, attachments } = entry;
  const sound = shown(audio);
  const film = shown(video);
  const others = attachments
    .flatMap((one) => shown(one) ?? [])
    .filter(({ url }) => url !== sound?.url && url !== film?.url);
  return html`${
    sound === undefined || shows(entry, sound)
      ? NOTHING
      : html`<p class="player"><audio controls preload="none" src="${files(sound.url)}" aria-label="${wording.sound}"></audio></p>\n`
  }${
    film === undefined || shows(entry, film)
      ? NOTHING
      : html`<p class="player"><video controls preload="none" src="${files(film.url)}" aria-label="${wording.film}"></video></p>\n`
  }${others.length === 0 ? NOTHING : html`<p class="files">${wording.files}${wording.colon}${others.map((one, index) => fileLink(one, index, files, wording))}</p>\n`}`;
}

function fileLink({ url, caption: title }: Shown, index: number, files: Files, { comma }: Wording): Markup {
  const file = decoded(new URL(url).pathname.split("/").at(-1) ?? "");
  return html`${index === 0 ? "" : comma}<a href="${files(url)}"><bdi>${title ?? (file || url)}</bdi></a>`;
}
