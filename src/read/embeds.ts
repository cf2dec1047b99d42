/** Hosts whose players and posts a reader would want to reach, though no reader shows them in place. */
const HOSTS: readonly (readonly [host: RegExp, label: string])[] = [
  [/(?:^|\.)(?:youtube\.com|youtube-nocookie\.com|youtu\.be)$/, "Video on YouTube"],
  [/(?:^|\.)vimeo\.com$/, "Video on Vimeo"],
  [/(?:^|\.)dailymotion\.com$/, "Video on Dailymotion"],
  [/(?:^|\.)(?:twitter|x)\.com$/, "Post on X"],
  [/(?:^|\.)instagram\.com$/, "Post on Instagram"],
  [/(?:^|\.)facebook\.com$/, "Post on Facebook"],
  [/(?:^|\.)tiktok\.com$/, "Video on TikTok"],
  [/(?:^|\.)soundcloud\.com$/, "Audio on SoundCloud"],
  [/(?:^|\.)spotify\.com$/, "Audio on Spotify"],
  [/(?:^|\.)apple\.com$/, "Media on Apple"],
  [/(?:^|\.)bandcamp\.com$/, "Audio on Bandcamp"],
  [/(?:^|\.)datawrapper\.de$|(?:^|\.)dwcdn\.net$/, "Chart on Datawrapper"],
  [/(?:^|\.)flourish\.studio$/, "Chart on Flourish"],
];

/** What an embed becomes: the address to open, and words for it. */
export interface EmbedLink {
  readonly href: string;
  readonly label: string;
}

/** The link that stands for an embedded frame of a known host; `undefined` for any other, which goes without trace. */
export function embedLink(src: string | undefined): EmbedLink | undefined {
  const absolute = src?.startsWith("//") ? `https:${src}` : src;
  if (absolute === undefined || !URL.canParse(absolute)) return undefined;
  const url = new URL(absolute);
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  const label = HOSTS.find(([host]) => host.test(url.hostname))?.[1];
  return label === undefined ? undefined : { href: watchable(url), label };
}

const YOUTUBE_EMBED = /^\/embed\/([\w-]{6,20})$/;

/** A player's address is of no use outside a frame: YouTube refuses it. */
function watchable(url: URL): string {
  const id = YOUTUBE_EMBED.exec(url.pathname)?.[1];
  return id !== undefined && url.hostname.includes("youtube") ? `https://www.youtube.com/watch?v=${id}` : url.href;
}
