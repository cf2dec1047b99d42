import type { Readable } from "node:stream";

/** Where a command's words go. */
export interface Output {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** All that a command has of the process it runs in, so that tests can run it in theirs. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean | undefined };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Trouble that ends a command with one clear line. */
export class Refusal extends Error {}
