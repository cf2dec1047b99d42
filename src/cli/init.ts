import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isDiskTrouble, readTextIfThere, reasonOf } from "../files.ts";
import { listArticles } from "../listing.ts";
import { jsonSchemaText, publicationJsonSchema } from "../publication/json-schema.ts";
import { placeName } from "../words.ts";
import type { ExitCode } from "./exit-code.ts";
import { type AnswerName, type Answers, complaint } from "./init/answers.ts";
import { articleText, publicationText, SCHEMA_FILE } from "./init/template.ts";
import { type Io, Refusal } from "./io.ts";
import { coloursFor } from "./look.ts";
import { present } from "./present.ts";

export type InitArguments = Answers;

type NewFile = readonly [path: string, text: string];

/** `dateline init`: a publication's first files. What is there already is left alone, and said. */
export async function runInit(folder: string, given: InitArguments, io: Io): Promise<ExitCode> {
  const data = join(folder, "data");
  try {
    await refuseExisting(data);
    const answers = await complete(given, io);
    const files = await newFiles(data, answers, present(io));
    for (const [path, text] of files) await writeNew(path, text);
    const { good } = coloursFor(io.stdout, io.env);
    io.stdout.write(`${files.map(([path]) => `${good("Wrote")} ${placeName({ file: path })}\n`).join("")}`);
    io.stdout.write(`Publish it: ${folder === "." ? "" : `cd ${placeName({ file: folder })} && `}dateline build\n`);
    return 0;
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
    const path = (error as NodeJS.ErrnoException).path ?? data;
    throw new Refusal(`${placeName({ file: path })} cannot be read or written: ${reasonOf(error)}.`);
  }
}

async function refuseExisting(data: string): Promise<void> {
  for (const name of ["publication.yaml", "publication.yml", SCHEMA_FILE]) {
    const path = join(data, name);
    if ((await readTextIfThere(path)) !== undefined)
      throw new Refusal(`${placeName({ file: path })} is there already, and init overwrites nothing.`);
  }
}

async function complete(given: InitArguments, io: Io): Promise<Answers> {
  for (const [name, answer] of Object.entries(given)) {
    const wrong = complaint(name as AnswerName, answer);
    if (wrong !== undefined) throw new Refusal(`--${name} ${JSON.stringify(answer)}: ${wrong}`);
  }
  if (io.stdin.isTTY !== true || io.stdout.isTTY !== true) return given;
  const { ask } = await import("./init/ask.ts");
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return ask(given, { language: "en", timezone: timeZone }, io);
}

/** A folder that has articles gets no first one. */
async function newFiles(data: string, answers: Answers, now: Date): Promise<readonly NewFile[]> {
  const files: NewFile[] = [
    [join(data, "publication.yaml"), publicationText(answers)],
    [join(data, SCHEMA_FILE), jsonSchemaText(publicationJsonSchema())],
  ];
  const articles = await listArticles(data).then(
    (listing) => listing.files,
    () => [],
  );
  if (articles.length > 0) return files;
  const day = now.toLocaleDateString("en-US", { dateStyle: "long", timeZone: answers.timezone ?? "UTC" });
  return [...files, [join(data, "first-article.txt"), articleText(answers, day)]];
}

/** Whoever else wrote the file a moment ago keeps it. */
async function writeNew(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flag: "wx" });
}
