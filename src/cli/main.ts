import { CommanderError } from "commander";
import { isCode, isDiskTrouble, reasonOf } from "../files.ts";
import type { ExitCode } from "./exit-code.ts";
import { type Io, Refusal } from "./io.ts";
import { coloursFor } from "./look.ts";
import { program } from "./program.ts";

/** Where not even the program's own files can be opened. */
const TOO_MANY_OPEN =
  "Too many files are open, so nothing was done. Allow this process more (ulimit -n 256), or close other programs.";

/** Node says so as well where its own look for a library finds no file handle left. */
const NOT_FOUND =
  "A part of Dateline cannot be loaded, so nothing was done. Too many files are open (ulimit -n 256 allows more), or it is not installed whole: then install it again.";

/**
 * Runs a command: `argv` as given after the command's name. Prints to `io` and resolves to the exit code; it never
 * rejects, since a defect of ours is said in so many words.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  try {
    const commands = program(io, (ended) => {
      code = ended;
    });
    await commands.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    // Commander has said it already; its codes 0 (help, version) and 1 (usage) are all it has.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { error: red } = coloursFor(io.stderr, io.env);
    if (error instanceof Refusal) {
      io.stderr.write(`${red("error:")} ${error.message}\n`);
      return 2;
    }
    if (isCode(error, "EMFILE") || isCode(error, "ENFILE")) {
      io.stderr.write(`${red("error:")} ${TOO_MANY_OPEN}\n`);
      return 2;
    }
    if (isCode(error, "ERR_MODULE_NOT_FOUND")) {
      io.stderr.write(`${red("error:")} ${NOT_FOUND}\n`);
      return 2;
    }
    const trouble = outputTrouble(error);
    if (trouble !== undefined) {
      io.stderr.write(`${trouble}\n`);
      return 2;
    }
    io.stderr.write(`${red("This is a defect in Dateline. Please report it, with these lines:")}\n${stackOf(error)}\n`);
    return 70;
  }
}

/** What is to be said where the disk does not take what we print (`dateline build > log`); nothing of any other error. */
export function outputTrouble(error: unknown): string | undefined {
  if (!isDiskTrouble(error)) return undefined;
  // Of files, the path is known.
  const { syscall, path } = error as NodeJS.ErrnoException;
  if (syscall !== "write" || path !== undefined) return undefined;
  return `error: The output of this command cannot be written: ${reasonOf(error)}.`;
}

/** An error with what caused it. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\nCaused by: ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
