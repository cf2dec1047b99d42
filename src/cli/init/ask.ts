import { createInterface, type Interface } from "node:readline/promises";
import { Writable } from "node:stream";
import { type Io, Refusal } from "../io.ts";
import { type AnswerName, type Answers, complaint } from "./answers.ts";

const QUESTIONS: readonly (readonly [AnswerName, string])[] = [
  ["title", "What is your publication called?"],
  ["url", "What is its address on the web?"],
  ["description", "What is it about, in a sentence?"],
  ["author", "Who writes it?"],
  ["language", "In which language?"],
  ["timezone", "In which time zone?"],
];

/** Asks on a terminal for what no option told. An empty answer leaves a field open, or takes what stands in brackets. */
export async function ask(given: Answers, usual: Answers, io: Io): Promise<Answers> {
  const output = new Writable({
    write: (chunk: Buffer, _, done) => {
      io.stdout.write(chunk.toString());
      done();
    },
  });
  const lines = createInterface({ input: io.stdin, output });
  const left = new AbortController();
  // Ctrl-C and Ctrl-D close the questions; without this the program would end without a word.
  lines.once("close", () => left.abort());
  try {
    io.stdout.write("An empty answer leaves a question open: publication.yaml can be changed at any time.\n");
    let answers = given;
    for (const [name, question] of QUESTIONS)
      if (given[name] === undefined)
        answers = { ...answers, ...(await answer(name, question, usual[name], lines, left, io)) };
    return answers;
  } catch (error) {
    if (left.signal.aborted) throw new Refusal("The questions were broken off; nothing was written.");
    throw error;
  } finally {
    lines.close();
  }
}

async function answer(
  name: AnswerName,
  question: string,
  usual: string | undefined,
  lines: Interface,
  { signal }: AbortController,
  io: Io,
): Promise<Answers> {
  for (;;) {
    const typed = (await lines.question(`${question}${usual === undefined ? "" : ` [${usual}]`} `, { signal })).trim();
    const said = typed === "" ? usual : typed;
    if (said === undefined) return {};
    const wrong = complaint(name, said);
    if (wrong === undefined) return { [name]: said };
    io.stdout.write(`  ${wrong}\n`);
  }
}
