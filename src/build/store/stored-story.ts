import type { Moment, Story } from "../../compose/story.ts";
import type { Stored } from "../../ledger/candidate.ts";
import type { Marks } from "../../ledger/marks.ts";
import type { PutText } from "../../ledger/written-line.ts";
import { besideFrom, bodyFrom, type Facts, TRAITS } from "./parted.ts";
import type { Row } from "./row.ts";

/** Where facts and words of stories come from. Throws `Damaged` where they are not what was put there. */
export interface Source {
  readonly facts: (row: Row) => Facts;
  readonly words: (row: Row) => string;
  /** Puts a text away that only this build asks for. */
  readonly put: (text: string) => PutText;
}

/**
 * A story on the disk. What all builds ask of all stories, its row tells; for anything else it is read again, so that
 * no build holds the words of many at once.
 */
export class StoredStory implements Stored {
  readonly row: Row;
  private readonly source: Source;

  constructor(row: Row, source: Source) {
    this.row = row;
    this.source = source;
  }

  facts(): Facts {
    return this.source.facts(this.row);
  }

  words(): string {
    return this.source.words(this.row);
  }

  get statedAt(): number | undefined {
    return Number.isNaN(this.row.statedAt) ? undefined : this.row.statedAt;
  }

  get sums(): Stored["sums"] {
    return [this.row.facts[2], this.row.words[2]];
  }

  marks(): Marks {
    const { marks } = this.facts();
    if (marks === undefined) throw new Error(`${this.row.file} was put away without what the ledger compares`);
    return marks;
  }

  put(text: string): PutText {
    return this.source.put(text);
  }

  dateWords(): string | undefined {
    return this.facts().dateWords;
  }

  get file(): string {
    return this.row.file;
  }
  get draft(): boolean {
    return (this.row.traits & TRAITS.draft) !== 0;
  }
  get published(): Moment | undefined {
    return Number.isNaN(this.row.statedAt) ? undefined : new StatedMoment(this);
  }
  get findings(): Story["findings"] {
    return (this.row.traits & TRAITS.findings) === 0 ? NO_FINDINGS : this.facts().findings;
  }
  get body(): string {
    return bodyFrom(this.words());
  }
  get markdown(): string | undefined {
    return this.facts().typed === true ? besideFrom(this.words()).markdown : undefined;
  }
  get evidence(): Story["evidence"] {
    return besideFrom(this.words()).evidence;
  }
  get spent(): Story["spent"] | undefined {
    return besideFrom(this.words()).spent;
  }
}

/** The moment that a story states: builds ask many stories when it is, and few how it is known. */
class StatedMoment implements Moment {
  private readonly story: StoredStory;

  constructor(story: StoredStory) {
    this.story = story;
  }

  get at(): Date {
    return new Date(this.story.row.statedAt);
  }
  get precision(): Moment["precision"] {
    return this.stated().precision;
  }
  get from(): Moment["from"] {
    return this.stated().from;
  }

  private stated(): Moment {
    return this.story.facts().published as Moment;
  }
}

const NO_FINDINGS: Story["findings"] = [];

/** Fields that most stories don't state: the row knows, and the facts are read for those that do. */
const SPECIAL = ["id", "rssId", "expires", "translation", "updated", "corrections"] as const;

const FACTS = [
  "format",
  "title",
  "titleDerived",
  "summary",
  "authors",
  "contributors",
  "outlet",
  "section",
  "bio",
  "credit",
  "language",
  "tags",
  "copyright",
  "slug",
  "link",
  "image",
  "banner",
  "audio",
  "video",
  "attachments",
  "comments",
  "episode",
  "license",
  "usage",
  "today",
] as const satisfies readonly (keyof Story)[];

for (const field of FACTS)
  Object.defineProperty(StoredStory.prototype, field, {
    get(this: StoredStory) {
      return this.facts()[field];
    },
  });

for (const field of SPECIAL)
  Object.defineProperty(StoredStory.prototype, field, {
    get(this: StoredStory) {
      return (this.row.traits & TRAITS.special) === 0 ? undefined : this.facts()[field];
    },
  });

/** Every field of a story is there, by one way or the other: this does not compile when one is forgotten. */
type Forgotten = Exclude<keyof Story, keyof StoredStory | (typeof FACTS)[number] | (typeof SPECIAL)[number]>;
const NONE_FORGOTTEN: [Forgotten] extends [never] ? true : never = true;

/** A stored story as those see it who know nothing of stores. */
export function asStory(stored: StoredStory): Story {
  return NONE_FORGOTTEN && (stored as unknown as Story);
}

/** Where a story lies, if it is one that lies somewhere. */
export function storedRow(story: Story): Row | undefined {
  return story instanceof StoredStory ? (story as StoredStory).row : undefined;
}

/** A story in full, in memory. */
export function inFull(stored: StoredStory): Story {
  const { marks: _, typed: __, dateWords: ___, ...facts } = stored.facts();
  const { markdown, evidence, spent } = besideFrom(stored.words());
  return {
    ...facts,
    body: stored.body,
    evidence,
    ...(markdown === undefined ? {} : { markdown }),
    ...(spent === undefined ? {} : { spent }),
  };
}
