#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { main, outputTrouble, stackOf } from "./cli/main.ts";

// What builds have done with is soon more than what they need: unless told otherwise, V8 lets it grow to four times that
// before it looks, which takes a third more memory and is no faster. Holds for the workers as well.
setFlagsFromString("--heap-growing-percent=40");

// `dateline build | head -1` closes the pipe while we write: what is left to say then is said to nobody.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
process.on("uncaughtException", (error) => {
  const trouble = outputTrouble(error);
  const words = trouble ?? `This is a defect in Dateline. Please report it, with these lines:\n${stackOf(error)}`;
  try {
    process.stderr.write(`${words}\n`);
  } finally {
    process.exit(trouble === undefined ? 70 : 2);
  }
});

process.exitCode = await main(process.argv.slice(2), process);
