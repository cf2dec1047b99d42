import { readdirSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { GENERATOR } from "../build/generator.ts";
import { check } from "../check/check.ts";
import type { CheckFinding } from "../check/check-finding.ts";
import { atLevel, byPlace } from "../check/check-finding.ts";
import type { CheckedDocument } from "../check/cross.ts";
import { crossCheck, isFeedFile } from "../check/cross.ts";
import type { Profile } from "../check/profile.ts";
import { PROFILES, profileAnswer } from "../check/profiles.ts";
import type { Severity } from "../check/rule.ts";
import { ruleOf } from "../check/rulebook.ts";
import { checkSite } from "../check/site.ts";
import { readBytes, reasonOf } from "../files.ts";
import { harmless } from "../words.ts";
import { type CheckFormat, checkText, ruleText } from "./check-report.ts";
import type { ExitCode } from "./exit-code.ts";
import { type Io, Refusal } from "./io.ts";
import { coloursFor } from "./look.ts";
import { present } from "./present.ts";

export interface CheckArguments {
  readonly url?: string;
  readonly profile?: readonly string[];
  readonly format: CheckFormat;
  readonly level: Severity;
  readonly explain?: string;
  readonly now?: Date;
}

/** Something that was read, or the reason why it was not. */
interface Source {
  readonly documents: readonly CheckedDocument[];
  readonly findings: readonly CheckFinding[];
}

/** `dateline check`: 0 nothing at the level, 1 something, 2 something could not be read. */
export async function runCheck(targets: readonly string[], given: CheckArguments, io: Io): Promise<ExitCode> {
  const look = coloursFor(io.stdout, io.env);
  if (given.explain !== undefined) {
    const rule = ruleOf(given.explain);
    if (rule === undefined) throw new Refusal(`There is no rule ${harmless(given.explain)}. docs/rules.md lists all.`);
    io.stdout.write(ruleText(rule, look));
    return 0;
  }
  if (targets.length === 0) throw new Refusal('Name a file, a folder, an address, or "-" for what is piped in.');
  const profiles = (given.profile ?? []).map(profileOf);
  const now = given.now ?? present(io);
  const troubles: string[] = [];
  const sources: Source[] = [];
  for (const target of targets) {
    const source = await sourceOf(target, { ...given, now }, io);
    if (typeof source === "string") troubles.push(`${harmless(target)} cannot be read: ${harmless(source)}`);
    else sources.push(source);
  }
  const documents = sources.flatMap((source) => source.documents);
  const answers = profiles.map((profile) => documents.map((document) => profileAnswer(profile, document)));
  const all = [...sources.flatMap(({ findings }) => findings), ...answers.flat().flatMap(({ findings }) => findings)];
  const findings = atLevel(byPlace(all), given.level);
  const lines = answers.flat().map(({ line }) => line);
  if (documents.length > 0 || given.format === "json")
    io.stdout.write(checkText({ findings, documents: documents.length, answers: lines }, given.format, look));
  for (const trouble of troubles) io.stderr.write(`${coloursFor(io.stderr, io.env).error("error:")} ${trouble}.\n`);
  if (troubles.length > 0) return 2;
  return findings.length > 0 ? 1 : 0;
}

function profileOf(name: string): Profile {
  const found = PROFILES.find((profile) => profile.name === name);
  if (found === undefined)
    throw new Refusal(
      `There is no profile ${harmless(name)}. There are ${PROFILES.map((profile) => profile.name).join(", ")}.`,
    );
  return found;
}

type Given = CheckArguments & { readonly now: Date };

async function sourceOf(target: string, given: Given, io: Io): Promise<Source | string> {
  if (/^https?:\/\//i.test(target)) return siteSource(target, given);
  if (target === "-") return one("stdin", await pipedIn(io), given);
  try {
    if (statSync(target).isDirectory()) return await folderSource(target, given);
    return one(target, await readBytes(target), given);
  } catch (error) {
    return reasonOf(error);
  }
}

async function siteSource(url: string, { now }: Given): Promise<Source | string> {
  const agent = `${GENERATOR.name}/${GENERATOR.version} (+${GENERATOR.uri})`;
  const checked = await checkSite(url, { now, agent });
  if ("trouble" in checked) return checked.trouble;
  return { documents: [{ file: url, path: url, bytes: checked.bytes }], findings: checked.findings };
}

function one(file: string, bytes: Uint8Array, { url, now }: Given): Source {
  const findings = check(bytes, { file, now, ...(url !== undefined && { url }) });
  return { documents: [{ file, path: file, bytes }], findings };
}

async function pipedIn({ stdin }: Io): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function folderSource(folder: string, { now }: Given): Promise<Source | string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const documents: CheckedDocument[] = [];
  const pages: CheckedDocument[] = [];
  for (const name of names) {
    const file = join(folder, name);
    if (!/\.(?:xml|rss|atom|rdf|json|opml|html)$/i.test(name) || !statSync(file).isFile()) continue;
    const document = { file, path: name.split(sep).join("/"), bytes: await readBytes(file) };
    if (/\.html$/i.test(name)) pages.push(document);
    else if (isFeedFile(document.bytes)) documents.push(document);
  }
  if (documents.length === 0) return "there is no feed in it";
  const own = documents.flatMap(({ file, bytes }) => check(bytes, { file, now }));
  return { documents, findings: [...own, ...crossCheck(documents, pages)] };
}
