import type { OutFile } from "./edition.ts";

/** A file whose text is made when it is asked for: a preview of many pages shows but a few of them. */
export function madeWhenAsked(path: string, make: () => string, mark?: () => string): OutFile {
  return {
    path,
    ...(mark === undefined ? {} : { mark }),
    get content() {
      return make();
    },
  };
}

/** What several files are made of, made once for those that are asked for one behind the other. */
export function madeOnce<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
