import { styleText } from "node:util";
import type { Style } from "../explain.ts";
import type { Look } from "../words.ts";
import type { Io, Output } from "./io.ts";

type Format = Parameters<typeof styleText>[0];

/** How everything that commands print looks: in colours on a terminal, plain elsewhere. */
export type Colours = Look & Style & { readonly good: (text: string) => string };

/** `FORCE_COLOR` wins over `NO_COLOR` (https://no-color.org), as in Node itself; else colours are for terminals. */
export function hasColours(output: Output, env: Io["env"]): boolean {
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  if ((env.NO_COLOR ?? "") !== "" || env.TERM === "dumb") return false;
  return output.isTTY === true;
}

export function coloursFor(output: Output, env: Io["env"]): Colours {
  const coloured = hasColours(output, env);
  const look = (format: Format) => (text: string) => (coloured ? painted(format, text) : text);
  return {
    error: look(["bold", "red"]),
    warning: look(["bold", "yellow"]),
    note: look("cyan"),
    mark: look("magenta"),
    quiet: look("dim"),
    title: look("bold"),
    good: look("green"),
  };
}

// Newer Nodes look at the real stdout before they paint; that was decided above, for the stream that is written to.
function painted(format: Format, text: string): string {
  return styleText(format, text, { validateStream: false });
}
