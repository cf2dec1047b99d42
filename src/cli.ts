#!/usr/bin/env node
import { main, outputTrouble, stackOf } from "./cli/main.ts";

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
