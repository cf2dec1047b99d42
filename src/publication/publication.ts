import type { Finding } from "../finding.ts";

/** Somebody who is credited: a person, or an agency or staff desk. */
export interface Person {
  readonly name: string;
  readonly kind: "person" | "organisation";
  readonly email?: string;
  /** An absolute URL of a page about them. */
  readonly uri?: string;
  /** An absolute URL of a square picture. */
  readonly avatar?: string;
  readonly bio?: string;
}

/** A person of `data/authors/`, with the spellings by which bylines call them. */
export interface KnownPerson extends Person {
  readonly spellings: readonly string[];
}

/** What the publisher says of itself, complete: every default is filled in. */
export interface Publication {
  readonly title: string;
  /** Whether `title` was stated; if not, the build names the publication after the outlet in the bylines. */
  readonly titleStated: boolean;
  /** The absolute URL of the publication's front page, ending in a slash. */
  readonly url: string;
  /** Whether `url` was stated; if not, it is a placeholder below the reserved `.example` (RFC 2606). */
  readonly urlStated: boolean;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA zone, in which dates without one are read. */
  readonly timezone: string;
  readonly copyright?: string;
  /** Whom an article without a byline is credited to; may be empty. */
  readonly authors: readonly Person[];
  /** A square picture. */
  readonly icon?: string;
  /** A wide picture. */
  readonly logo?: string;
  /** WebSub hub. */
  readonly hub?: string;
  /** Entries in the main feeds. */
  readonly limit: number;
  readonly content: "full" | "summary";
  /** `/{year}/{month}/{day}/{slug}/` and the like, resolved against `url`. */
  readonly permalink: string;
  /** Section's name → other spellings of it. */
  readonly sections: Readonly<Record<string, readonly string[]>>;
  /** The authority of the tag URIs that entries get (RFC 4151): lower case domain. */
  readonly tagDomain: string;
  readonly people: readonly KnownPerson[];
}

export interface LoadedPublication {
  readonly publication: Publication;
  readonly findings: readonly Finding[];
}
