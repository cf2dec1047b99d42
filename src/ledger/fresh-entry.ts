import type { Story } from "../compose/story.ts";
import type { Publication } from "../publication/publication.ts";
import { aboutOf, aboutText } from "./about.ts";
import type { Stored } from "./candidate.ts";
import type { Identity } from "./entry.ts";
import { type About, type EntryHead, LightEntry, type Origin, type Sums } from "./light-entry.ts";
import { type NumbersAt, sideBySide } from "./side-by-side.ts";
import type { WrittenLine } from "./written-line.ts";

/** The numbers of an entry: when it was published and changed, whether it is steady. */
const WIDTH = 3;

/** A story that lies on the disk, and its line. */
export interface Freshly {
  readonly story: Story;
  readonly stored: Stored;
  readonly line: WrittenLine;
  readonly isSteady: boolean;
}

/** Makes the entries of stories that lie on the disk, whose lines have just been written. */
export function freshEntries(publication: Publication): (fresh: Freshly, identity: Identity) => LightEntry {
  const put = sideBySide(WIDTH);
  return (fresh, { link, published, updated }) =>
    new FreshEntry(fresh, link, publication, put([published.getTime(), updated.getTime(), Number(fresh.isSteady)]));
}

/** An entry, its head and what it is made of, all in one object: of a million new articles each further one counts. */
class FreshEntry extends LightEntry implements EntryHead, Origin {
  readonly story: Story;
  private readonly stored: Stored;
  private readonly written: WrittenLine;
  private readonly headline: string;
  private readonly address: string;
  readonly about: About;
  readonly publication: Publication;
  private readonly numbers: Float64Array;
  private readonly place: number;

  constructor({ story, stored, line }: Freshly, address: string, publication: Publication, { numbers, at }: NumbersAt) {
    super();
    this.story = story;
    this.stored = stored;
    this.written = line;
    this.headline = story.title;
    this.address = address;
    this.about = aboutOf(aboutText(story, publication.language));
    this.publication = publication;
    this.numbers = numbers;
    this.place = at;
  }

  override get head(): EntryHead {
    return this;
  }
  override get origin(): Origin {
    return this;
  }
  override get more(): undefined {
    return undefined;
  }
  override get id(): string {
    return this.written.id;
  }
  override get file(): string {
    return this.stored.file;
  }
  override get title(): string {
    return this.headline;
  }
  override get link(): string {
    return this.address;
  }
  get publishedAt(): number {
    return this.numbers[this.place] ?? Number.NaN;
  }
  get updatedAt(): number {
    return this.numbers[this.place + 1] ?? Number.NaN;
  }
  get isSteady(): boolean {
    return this.numbers[this.place + 2] === 1;
  }
  get sums(): Sums {
    return [...this.stored.sums, this.written.sum];
  }

  line(): string {
    return this.written.bare;
  }
}
