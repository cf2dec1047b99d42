import type { Author, Category, Item } from "feed";
import type { Evidence } from "../compose/evidence.ts";
import type { Episode, Precision, Story } from "../compose/story.ts";
import type { Person, Publication, Usage } from "../publication/publication.ts";
import type { StatedMedia } from "../read/article.ts";
import { absolutise } from "../read/links.ts";
import type { Membership } from "./belonging.ts";

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
  /** A wide picture for the top of its page. */
  readonly banner?: StatedMedia;
  /** How many comments it has. */
  readonly comments?: number;
  /** What it is as an episode of a podcast. */
  readonly episode?: Episode;
  /** A licence's address, where it is not the publication's. */
  readonly license?: string;
  /** What machines may and may not do with it, where it says so itself. */
  readonly usage?: Usage;
  /**
   * The body as its writer typed it, where the article is Markdown, the publication asks for it, and nothing else than
   * the body would be read from it. An entry that is kept from a standing feed has none.
   */
  readonly markdown?: string;
  /** The same in other languages. */
  readonly translations?: readonly Translation[];
  readonly evidence: readonly Evidence[];
}

/** The page of the same in another language. */
export interface Translation {
  /** BCP 47. */
  readonly language: string;
  readonly link: string;
  readonly title: string;
}

/** An entry that was published and is no more (RFC 6721). */
export interface Tombstone {
  readonly id: string;
  readonly published: Date;
  readonly withdrawn: Date;
  readonly title: string;
  /** Where it belonged, as far as the ledger knows. */
  readonly about?: Membership;
  /** Its page's absolute URL, where the ledger knows it. */
  readonly link?: string;
}

/** What identity adds to a story. */
export interface Identity {
  readonly id: string;
  /** RSS's own id, where it is another. */
  readonly rssId?: string | undefined;
  readonly link: string;
  readonly published: Date;
  readonly updated: Date;
  readonly precision: Precision;
  readonly evidence: () => readonly Evidence[];
  /** HTML that follows the body: what was corrected. */
  readonly notes?: string;
}

/** An entry: a story under its identity, with every URL in its body made absolute. */
export function entryOf(story: Story, identity: Identity, publication: Publication): Entry {
  const { id, link, published, updated, precision, notes = "" } = identity;
  // A story's words are on the disk perhaps (see `Story`): they are asked for when the entry is rendered.
  const entry = {
    get content() {
      return absolutise(story.body, link) + notes;
    },
    get evidence() {
      return identity.evidence();
    },

    id,
    guid: identity.rssId ?? id,
    file: story.file,
    title: story.title,
    link,
    date: updated,
    published,
    precision,
    titleDerived: story.titleDerived,
    people: story.authors,
    helpers: story.contributors,
    author: story.authors.map(asAuthor),
    contributor: story.contributors.map(asAuthor),
    tags: story.tags,
    category: categories(story, publication),
    attachments: story.attachments.map((media) => located(media, link)),
    ...optional("description", story.summary),
    ...optional("section", story.section),
    ...optional("outlet", story.outlet),
    ...optional("credit", story.credit),
    ...optional("bio", story.bio),
    ...optional("copyright", story.copyright),
    ...optional("license", story.license === publication.license ? undefined : story.license),
    ...optional("usage", story.usage),
    ...optional("comments", story.comments),
    ...optional("episode", story.episode && locatedEpisode(story.episode, link)),
    ...optional("language", story.language === publication.language ? undefined : story.language),
    ...optional("image", story.image && located(story.image, link)),
    ...optional("banner", story.banner && located(story.banner, link)),
    ...optional("audio", story.audio && located(story.audio, link)),
    ...optional("video", story.video && located(story.video, link)),
    ...optional("enclosure", story.attachments[0] && located(story.attachments[0], link)),
  };
  // What was corrected is told below the body: Markdown without it would be another text.
  if (!("markdown" in story) || notes !== "") return entry;
  return Object.defineProperty(entry, "markdown", { get: () => story.markdown, enumerable: true });
}

function asAuthor({ name, email, uri, avatar }: Person): Author {
  return { name, ...optional("email", email), ...optional("link", uri), ...optional("avatar", avatar) };
}

/** The section first, then the tags; each once. Readers show the first as the entry's place in the publication. */
function categories({ section, tags }: Story, { url }: Publication): Category[] {
  const schemes = schemesAt(url);
  const topics = tags.filter((tag) => tag !== section).map((tag) => category(tag, schemes.tags));
  return section === undefined ? topics : [category(section, schemes.sections), ...topics];
}

interface Schemes {
  readonly url: string;
  readonly tags: string;
  readonly sections: string;
}

let lastSchemes: Schemes | undefined;

/** The addresses that say what tags and sections are: put together once, not for each tag of each entry. */
function schemesAt(url: string): Schemes {
  if (lastSchemes?.url !== url)
    lastSchemes = { url, tags: new URL("tags/", url).href, sections: new URL("sections/", url).href };
  return lastSchemes;
}

function category(name: string, scheme: string): Category {
  return { name, term: name, scheme, domain: scheme };
}

function locatedEpisode({ transcripts, chapters, ...rest }: Episode, link: string): Episode {
  return {
    ...rest,
    ...optional(
      "transcripts",
      transcripts?.map((one) => located(one, link)),
    ),
    ...optional("chapters", chapters && located(chapters, link)),
  };
}

function located(media: StatedMedia, link: string): StatedMedia {
  return { ...media, url: new URL(media.url, link).href };
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}
