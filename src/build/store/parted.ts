import type { Evidence } from "../../compose/evidence.ts";
import type { Moment, Story } from "../../compose/story.ts";
import { type Marks, marksOf } from "../../ledger/marks.ts";
import { bodyReferences } from "../../media/references.ts";

/** What only those need who render a story: most of its bytes. */
type Heavy = Pick<Story, "body" | "markdown" | "evidence" | "spent">;

type Writ<T> = T extends Date ? string : T extends object ? { readonly [Key in keyof T]: Writ<T[Key]> } : T;

/** A story's facts without its words, as JSON. */
export type LightStory = Writ<Omit<Story, keyof Heavy>> & {
  /** Whether the story has its body as it was typed. */
  readonly typed?: true;
};

const END_OF_BODY = "\0";

/** A story in two parts: its facts, and the words that are looked up when somebody asks for them. */
export interface PartedStory {
  readonly light: LightStory;
  /** By which the ledger compares it, unless files beside it have a say. */
  readonly marks?: Marks;
  /** UTF-8 where it is bytes. */
  readonly words: string | Uint8Array;
}

/** Takes a story apart. */
export function parted(story: Story): PartedStory & { readonly words: string } {
  const { body, markdown, evidence, spent, ...rest } = story;
  const light = { ...rest, ...(markdown === undefined ? {} : { typed: true }) };
  return {
    light: light as unknown as LightStory,
    ...(hasMedia(story) ? {} : { marks: marksOf(story) }),
    // Bodies hold no character that XML can't carry, so that this one ends them.
    words: `${body}${END_OF_BODY}${JSON.stringify({ markdown, evidence, spent })}`,
  };
}

/** Whether files beside the story change what readers see of it. */
function hasMedia({ image, banner, audio, video, attachments, episode, body }: Story): boolean {
  const stated = [image, banner, audio, video, ...attachments, ...(episode?.transcripts ?? []), episode?.chapters];
  return stated.some((one) => one !== undefined) || bodyReferences(body).length > 0;
}

/** The story again. Its words are asked for when they are read, each time. */
export function whole({ typed, ...light }: LightStory, words: () => string): Story {
  const facts = { ...light, ...moment("published", light.published), ...moment("updated", light.updated) };
  const beside = (): Omit<Heavy, "body"> => {
    const text = words();
    return JSON.parse(text.slice(text.indexOf(END_OF_BODY) + 1)) as Omit<Heavy, "body">;
  };
  const story = { ...facts, ...(light.expires === undefined ? {} : { expires: new Date(light.expires) }) };
  Object.defineProperties(story, {
    body: getter(() => {
      const text = words();
      return text.slice(0, text.indexOf(END_OF_BODY));
    }),
    ...(typed ? { markdown: getter(() => beside().markdown) } : {}),
    evidence: getter((): readonly Evidence[] => beside().evidence),
    spent: getter(() => beside().spent),
  });
  return story as unknown as Story;
}

function getter(get: () => unknown): PropertyDescriptor {
  return { get, enumerable: true, configurable: true };
}

function moment(name: string, stored: Writ<Moment> | undefined): { readonly [name: string]: Moment } {
  return stored === undefined ? {} : { [name]: { ...stored, at: new Date(stored.at) } };
}
