import type { Story } from "../compose/story.ts";
import type { Entry } from "./entry.ts";
import { LightEntry } from "./light-entry.ts";
import { SettledLine } from "./settled-line.ts";

/** An entry's story, as far as it says what it is a translation of. */
type Told = Pick<Story, "id" | "file" | "translation">;

/**
 * Links the entries that say the same in several languages: those that share a word under `translation`, and the one
 * whose file or id that word is. Of two in one language neither is the other's translation. `stories` are those of all
 * entries but the settled ones, which share no word: where nobody says one, nobody is looked at.
 */
export function withTranslations(entries: readonly Entry[], stories: readonly Told[], usual: string): readonly Entry[] {
  if (stories.every(({ translation }) => translation === undefined)) return entries;
  const byFile = new Map(stories.map((story) => [story.file, story]));
  const storyOf = (entry: Entry): Told | undefined =>
    entry instanceof SettledLine ? entry.story : byFile.get(entry.file);
  const groups = new Map<string, Entry[]>();
  const keys = new Map<Entry, string>();
  const join = (key: string, entry: Entry): void => {
    const others = groups.get(key);
    if (others === undefined) groups.set(key, [entry]);
    else others.push(entry);
    keys.set(entry, key);
  };
  for (const entry of entries) {
    const key = storyOf(entry)?.translation;
    if (key !== undefined) join(key, entry);
  }
  if (groups.size === 0) return entries;
  for (const entry of entries) {
    if (keys.has(entry)) continue;
    const story = storyOf(entry);
    const key = [story?.id, story?.file].find((name) => name !== undefined && groups.has(name));
    if (key !== undefined) join(key, entry);
  }
  return entries.map((entry) => {
    const group = groups.get(keys.get(entry) ?? "") ?? [];
    const own = entry.language ?? usual;
    const others = group.filter((other) => (other.language ?? usual) !== own);
    const translations = others
      .map(({ language, link, title }) => ({ language: language ?? usual, link, title }))
      .sort((a, b) => (a.language < b.language ? -1 : 1));
    return translations.length === 0 ? entry : translated(entry, translations);
  });
}

/** A copy that asks for its words as the entry does: when they are read. */
function translated(entry: Entry, translations: NonNullable<Entry["translations"]>): Entry {
  if (entry instanceof LightEntry)
    return entry.also(JSON.stringify(translations), (whole) => translated(whole, translations));
  const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(entry)) as Entry;
  return Object.defineProperty(copy, "translations", { value: translations, enumerable: true });
}
