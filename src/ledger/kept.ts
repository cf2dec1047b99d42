import type { Entry } from "./entry.ts";

type Written<T> = T extends Date
  ? string
  : T extends readonly (infer Member)[]
    ? readonly Written<Member>[]
    : T extends object
      ? { readonly [Key in keyof T]: Written<T[Key]> }
      : T;

/** An entry as JSON: what the ledger keeps of an article that is refused today, so that it stays published. */
export type KeptEntry = Written<Entry>;

/** An entry as it is put into the ledger. */
export function keep(entry: Entry): KeptEntry {
  return JSON.parse(JSON.stringify(entry)) as KeptEntry;
}

/** The entry that was kept. */
export function restore(kept: KeptEntry): Entry {
  return { ...kept, date: new Date(kept.date), published: new Date(kept.published) } as Entry;
}
