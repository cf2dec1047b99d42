import type { Evidence } from "../../compose/evidence.ts";
import type { Moment, Story } from "../../compose/story.ts";

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
export function parted({ body, markdown, evidence, spent, ...rest }: Story): { light: LightStory; words: string } {
  const beside = JSON.stringify({ markdown, evidence, spent });
  // Bodies hold no character that XML can't carry, so that this one ends them.
  const light = { ...rest, ...(markdown === undefined ? {} : { typed: true }) };
  return { light: light as unknown as LightStory, words: `${body}${END_OF_BODY}${beside}` };
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
