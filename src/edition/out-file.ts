import type { OutFile } from "./edition.ts";

/** A file whose text is made when it is asked for: a preview of many pages shows but a few of them. */
export function madeWhenAsked(path: string, make: () => string): OutFile {
  return {
    path,
    get content() {
      return make();
    },
  };
}
