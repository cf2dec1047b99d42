import type { Finding, FindingCode, FindingFacts, Place, Severity } from "./finding.ts";
import { harmless } from "./words/cells.ts";
import { DISK_WORDS } from "./words/disk.ts";
import { EDITION_WORDS } from "./words/edition.ts";
import { frame } from "./words/frame.ts";
import { ITEMS_WORDS } from "./words/items.ts";
import { LEDGER_WORDS } from "./words/ledger.ts";
import { MEDIA_WORDS } from "./words/media.ts";
import { PODCAST_WORDS } from "./words/podcast.ts";
import { PROFILE_WORDS } from "./words/profile.ts";
import { PUBLICATION_WORDS } from "./words/publication.ts";
import { READ_WORDS } from "./words/read.ts";
import type { Words } from "./words/say.ts";
import { STORY_WORDS } from "./words/story.ts";

export { harmless } from "./words/cells.ts";
export { frame } from "./words/frame.ts";
export type { Words } from "./words/say.ts";

/** What each code says. A code without words here does not compile. */
const ALL_WORDS: { readonly [Code in FindingCode]: (facts: FindingFacts[Code]) => Words } = {
  ...PUBLICATION_WORDS,
  ...READ_WORDS,
  ...ITEMS_WORDS,
  ...STORY_WORDS,
  ...MEDIA_WORDS,
  ...PODCAST_WORDS,
  ...LEDGER_WORDS,
  ...EDITION_WORDS,
  ...PROFILE_WORDS,
  ...DISK_WORDS,
};

/** A finding in plain words, safe to print: a terminal obeys nothing in them. */
export function words({ code, facts }: Finding): Words {
  const say = ALL_WORDS[code] as (given: unknown) => Words;
  const { wrong, mend } = say(facts);
  return { wrong: harmless(wrong), mend: harmless(mend) };
}

/** How the parts of a description look; each function gets plain text and may add colours. */
export interface Look {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly note: (text: string) => string;
  readonly mark: (text: string) => string;
  readonly quiet: (text: string) => string;
}

const asIs = (text: string): string => text;
const PLAIN: Look = { error: asIs, warning: asIs, note: asIs, mark: asIs, quiet: asIs };

/** `data/visit.txt:3:18`, as editors and terminals make it a link. */
export function placeName({ file, line, column }: Place): string {
  return harmless([file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(":"));
}

/**
 * A finding as lines for a person: its place, what is wrong, the words that are meant (where `sourceLine`, the file's
 * line of that number, is given), how to mend it.
 */
export function describe(finding: Finding, sourceLine?: string, look: Look = PLAIN): string {
  const { code, severity, place } = finding;
  const { wrong, mend } = words(finding);
  const lines = [`${placeName(place)} ${look[severity satisfies Severity](`${severity} ${code}:`)} ${wrong}`];
  if (sourceLine !== undefined && place.line !== undefined) {
    const { source, carets } = frame(sourceLine, place);
    lines.push(look.quiet(source), ...(carets === undefined ? [] : [look.mark(carets)]));
  }
  return [...lines, `  ${mend}`].join("\n");
}
