import type { Item } from "feed";
import type { Evidence } from "../compose/evidence.ts";
import type { Precision } from "../compose/story.ts";
import type { Person } from "../publication/publication.ts";
import type { StatedMedia } from "../read/article.ts";

/**
 * A story with identity: what subscribers get. It is an `Item` of the `feed` package, filled so that any renderer of
 * that model can print it (`date` is its last update, `published` its first publication, `content` HTML with absolute
 * URLs, `description` plain text), and carries beside it what that model has no place for.
 */
export interface Entry extends Item {
  /** A tag URI (RFC 4151), minted once. */
  readonly id: string;
  readonly file: string;
  readonly published: Date;
  readonly precision: Precision;
  readonly titleDerived: boolean;
  readonly people: readonly Person[];
  readonly helpers: readonly Person[];
  readonly tags: readonly string[];
  readonly section?: string;
  readonly outlet?: string;
  readonly credit?: string;
  readonly bio?: string;
  /** Set where it differs from the publication's. */
  readonly language?: string;
  readonly attachments: readonly StatedMedia[];
  readonly evidence: readonly Evidence[];
}

/** An entry that was published and is no more (RFC 6721). */
export interface Tombstone {
  readonly id: string;
  readonly withdrawn: Date;
  readonly title: string;
}
