import type { Evidence } from "../../compose/evidence.ts";
import type { Story } from "../../compose/story.ts";
import { dateWords } from "../../ledger/dates.ts";
import { type Marks, marksOf } from "../../ledger/marks.ts";
import { linkedFile } from "../../media/linked.ts";
import { bodyLinks, bodyReferences } from "../../media/references.ts";

/** What only those need who render a story: most of its bytes. */
type Heavy = Pick<Story, "body" | "markdown" | "evidence" | "spent">;

/** A story's facts without its words, and what the ledger asks of these: by what it compares it unless files beside it have a say. */
export type Facts = Omit<Story, keyof Heavy> & {
  readonly marks?: Marks;
  readonly typed?: true;
  readonly dateWords?: string;
};

type Written<T> = T extends Date ? string : T extends object ? { readonly [Key in keyof T]: Written<T[Key]> } : T;

/** What is asked of every story in every build, so that it need not be read for it. */
export const TRAITS = {
  /** No file beside it has a say in what readers see. */
  plain: 1,
  /** The present had a say in its date. */
  today: 2,
  /** There is something to say of it. */
  findings: 4,
  /** It states what few do, for which its facts have to be read. */
  special: 8,
  draft: 16,
  /** Its files have their published addresses already: it holds while the files beside it are the same. */
  placed: 32,
  /** It states what the ledger has to look at each time. */
  restless: 64,
  /** Only its day is known (`statedAt`): nothing else was read. */
  glanced: 128,
  /** It states by which id readers of RSS know it. */
  rss: 256,
} as const;

/** A story in two parts, as texts: its facts, and the words that are looked up when somebody asks for them. */
export interface PartedStory {
  /** Of `TRAITS`. */
  readonly traits: number;
  /** The moment that it states, in milliseconds; NaN where it states none. */
  readonly statedAt: number;
  /** As JSON. */
  readonly facts: string;
  readonly words: string;
}

const END_OF_BODY = "\0";

/** Takes a story apart; `media` is the path at which its own files stand on the publication's host, once they do. */
export function parted(story: Story, media?: string): PartedStory {
  const { body, markdown, evidence, spent, ...rest } = story;
  const kind = media === undefined ? (hasMedia(story) ? 0 : TRAITS.plain) : TRAITS.placed;
  const words = dateWords(evidence);
  const facts = {
    ...rest,
    ...(markdown === undefined ? {} : { typed: true }),
    ...(words === undefined ? {} : { dateWords: words }),
    ...(kind === 0 ? {} : { marks: marksOf(story, media) }),
  };
  return {
    traits: traitsOf(story) | kind,
    statedAt: story.published?.at.getTime() ?? Number.NaN,
    facts: JSON.stringify(facts),
    // Bodies hold no character that XML can't carry, so that this one ends them.
    words: `${body}${END_OF_BODY}${JSON.stringify({ markdown, evidence, spent })}`,
  };
}

function traitsOf(story: Story): number {
  const { today, findings, draft, id, rssId, expires, translation, updated, corrections } = story;
  const isSpecial = [id, rssId, expires, translation, updated, corrections].some((one) => one !== undefined);
  const isRestless = [expires, translation, corrections].some((one) => one !== undefined) || linksToArticles(story);
  return (
    (today ? TRAITS.today : 0) |
    (findings.length > 0 ? TRAITS.findings : 0) |
    (isSpecial ? TRAITS.special : 0) |
    (isRestless ? TRAITS.restless : 0) |
    (rssId === undefined ? 0 : TRAITS.rss) |
    (draft ? TRAITS.draft : 0)
  );
}

/** Where its links lead depends on other articles. */
function linksToArticles({ body, file }: Story): boolean {
  return bodyLinks(body).some((url) => linkedFile(url, file)?.isArticle === true);
}

/** Whether files beside the story change what readers see of it. */
function hasMedia({ file, image, banner, audio, video, attachments, episode, body }: Story): boolean {
  const stated = [image, banner, audio, video, ...attachments, ...(episode?.transcripts ?? []), episode?.chapters];
  return (
    stated.some((one) => one !== undefined) ||
    bodyReferences(body).length > 0 ||
    bodyLinks(body).some((url) => linkedFile(url, file)?.isArticle === false)
  );
}

/** The facts again. */
export function factsFrom(text: string): Facts {
  const facts = JSON.parse(text) as Written<Facts>;
  const moment = (name: "published" | "updated"): object => {
    const stored = facts[name];
    return stored === undefined ? {} : { [name]: { ...stored, at: new Date(stored.at) } };
  };
  const expires = facts.expires === undefined ? {} : { expires: new Date(facts.expires) };
  return Object.assign(facts, moment("published"), moment("updated"), expires) as unknown as Facts;
}

/** A story's body. */
export function bodyFrom(words: string): string {
  return words.slice(0, words.indexOf(END_OF_BODY));
}

/** What is said of a story's words beside its body. */
export function besideFrom(words: string): { readonly evidence: readonly Evidence[] } & Omit<Heavy, "body"> {
  return JSON.parse(words.slice(words.indexOf(END_OF_BODY) + 1)) as ReturnType<typeof besideFrom>;
}
