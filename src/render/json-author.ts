import type { JsonAuthor } from "./dateline-extension.ts";
import type { NamedPerson } from "./persons.ts";

/** A person as an author of a JSON Feed; what the ledger knows of them beside, in `_dateline`. */
export function jsonAuthor({ name, uri, avatar, kind, email, bio }: NamedPerson): JsonAuthor {
  return { name, url: uri, avatar, _dateline: kind && { kind, email, bio } };
}
