import type { Author } from "feed";
import type { Person } from "../publication/publication.ts";
import { anyLines, oneLine } from "./characters.ts";
import { label } from "./html.ts";
import { contactUrl, webUrl } from "./urls.ts";

/** Somebody to be named in a feed. */
export interface NamedPerson {
  readonly name: string;
  /** Only an address that a mail program takes. */
  readonly email?: string | undefined;
  readonly uri?: string | undefined;
  readonly avatar?: string | undefined;
  /** Known of an entry's people only. */
  readonly kind?: Person["kind"] | undefined;
  readonly bio?: string | undefined;
}

const EMAIL = /^[\w.+'!#$%&*/=?^`{|}~-]+@(?:[a-z0-9-]+\.)+[a-z0-9][a-z0-9-]*$/i;
const BRACKETED_EMAIL = /<([^<>@\s]+@[^<>@\s]+)>/;

const KINDS: ReadonlySet<unknown> = new Set<unknown>(["person", "organisation"]);
const NOBODY: readonly NamedPerson[] = [];

/** The persons of an `author` or `contributor` field: a list, one alone, or (against the types) a bare name. */
export function personsOf(value: unknown): readonly NamedPerson[] {
  if (value === undefined || value === null) return NOBODY;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const people: NamedPerson[] = [];
  for (const one of list) {
    const known = person(one);
    if (known !== undefined) people.push(known);
  }
  return people.length === 0 ? NOBODY : people;
}

/** One person; nobody, where neither name nor address is known. */
export function person(value: unknown): NamedPerson | undefined {
  if (typeof value === "string") return person({ name: value });
  if (typeof value !== "object" || value === null) return undefined;
  const author = value as Author & Partial<Person>;
  const stated = oneLine(author.name);
  const email =
    emailOf(author.email) ?? (stated?.includes("@") ? emailOf(BRACKETED_EMAIL.exec(stated)?.[1]) : undefined);
  const uri = contactUrl(author.link ?? author.uri);
  const avatar = webUrl(author.avatar);
  const name = nameOf(stated) ?? email ?? uri;
  if (name === undefined) return undefined;
  const kind = KINDS.has(author.kind) ? author.kind : undefined;
  return { name, email, uri, avatar, kind, bio: anyLines(author.bio) };
}

/** A name without markup and address: every reader shows names as they come, and the W3C validator warns of both. */
function nameOf(stated: string | undefined): string | undefined {
  const name = label(stated);
  return name?.includes("@") && BRACKETED_EMAIL.test(name) ? oneLine(name.replace(BRACKETED_EMAIL, " ")) : name;
}

function emailOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const email = oneLine(value)?.replace(/^mailto:/i, "");
  return email !== undefined && EMAIL.test(email) ? email : undefined;
}

const PLAIN_ADDRESS = /^[\w.+-]+@/;
const PLAIN_NAME = /^[\p{L}\p{M}\p{N} .'’&-]+$/u;

/** `mail (Name)` as RSS wants its persons; nothing without an address, or for names that such a form would garble. */
export function rssPerson({ name, email }: NamedPerson): string | undefined {
  if (email === undefined || name === email || !PLAIN_ADDRESS.test(email) || !PLAIN_NAME.test(name)) return undefined;
  return `${email} (${name})`;
}
