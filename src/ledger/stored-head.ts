import type { Story } from "../compose/story.ts";
import type { Publication } from "../publication/publication.ts";
import { aboutOf, aboutText } from "./about.ts";
import type { Stored } from "./candidate.ts";
import type { Identity } from "./entry.ts";
import type { EntryHead, Origin, Sums } from "./light-entry.ts";
import { lineSum, type PutText, type WrittenLine } from "./written-line.ts";

/** What is known of the entry of a story that lies on the disk. */
export function headOf(
  story: Story,
  { id, link, published, updated }: Identity,
  stored: Stored,
  { language, written, isSteady }: { language: string; written: WrittenLine; isSteady: boolean },
): EntryHead {
  return new StoredHead(stored, {
    id,
    title: story.title,
    link,
    publishedAt: published.getTime(),
    updatedAt: updated.getTime(),
    about: aboutOf(aboutText(story, language)),
    lineSum: lineSum(written),
    isSteady,
  });
}

/** Of a million heads each string counts: what the story's place on the disk tells is told by that. */
class StoredHead implements EntryHead {
  private readonly stored: Stored;
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly publishedAt: number;
  readonly updatedAt: number;
  readonly about: EntryHead["about"];
  private readonly lineSum: number;
  readonly isSteady: boolean;

  constructor(stored: Stored, head: Omit<EntryHead, "file" | "sums"> & { readonly lineSum: number }) {
    this.stored = stored;
    this.id = head.id;
    this.title = head.title;
    this.link = head.link;
    this.publishedAt = head.publishedAt;
    this.updatedAt = head.updatedAt;
    this.about = head.about;
    this.lineSum = head.lineSum;
    this.isSteady = head.isSteady;
  }

  get file(): string {
    return this.stored.file;
  }
  get sums(): Sums {
    return [...this.stored.sums, this.lineSum];
  }
}

/** What an entry is made of whose line has just been written: no function, since each holds all that stands around it. */
export class WrittenOrigin implements Origin {
  readonly story: Story;
  readonly publication: Publication;
  private readonly put: PutText;

  constructor(story: Story, put: PutText, publication: Publication) {
    this.story = story;
    this.put = put;
    this.publication = publication;
  }

  line(): string {
    return this.put.read();
  }
}
