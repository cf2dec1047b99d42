import type { MediaFile } from "../../media/files-of.ts";

/**
 * The files beside an article that had a say in its story: pictures, and what its links would lead to. Each with the
 * version in which it was looked at (`mediaVersionAt`), and what is known of it if it is published.
 */
export type Beside = readonly (readonly [path: string, version: string, file?: MediaFile])[];

export function besideText(beside: Beside): string {
  return beside.length === 0 ? "" : JSON.stringify(beside);
}

export function besideOf(text: string): Beside {
  return text === "" ? NOTHING : (JSON.parse(text) as Beside);
}

const NOTHING: Beside = [];
