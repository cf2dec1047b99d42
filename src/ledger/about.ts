import type { Story } from "../compose/story.ts";
import type { About } from "./light-entry.ts";

const known = new Map<string, About>();
const texts = new WeakMap<About, string>();
/** More of them than any publication has. Beyond that each is its own. */
const MOST = 100_000;

/** What decides in which editions a story stands, as text. */
export function aboutText(story: Story, usual: string): string {
  const { language, section, authors, tags, contributors, audio, video } = story;
  const plays = audio !== undefined || video !== undefined;
  const foreign = language === usual ? null : (language ?? null);
  return JSON.stringify([foreign, section ?? null, authors, tags, contributors, plays]);
}

/** The same again, one object for all entries that share it. */
export function aboutOf(text: string): About {
  const before = known.get(text);
  if (before !== undefined) return before;
  const [language, section, people, tags, helpers, plays] = JSON.parse(text) as [
    string | null,
    string | null,
    About["people"],
    readonly string[],
    About["helpers"],
    boolean,
  ];
  const about: About = {
    people,
    helpers,
    tags,
    plays,
    ...(language === null ? {} : { language }),
    ...(section === null ? {} : { section }),
  };
  if (known.size < MOST) known.set(text, about);
  texts.set(about, text);
  return about;
}

/** The text that it was made of. */
export function textOfAbout(about: About): string {
  return texts.get(about) ?? "";
}
