import { parseArgs } from "node:util";
import { JOBS } from "./jobs.mjs";

export const USAGE = `npm run bench:build -- [--sizes N,…] [--jobs NAME,…] [--rounds N] [--peers NAME,…] [--json | --markdown] [--folder FOLDER]

Measures builds of 1,000 to 1,000,000 articles side by side with Hugo, Eleventy and Jekyll, where they are installed.

  --sizes      how many articles: 1000,10000,100000 if nothing is said; a million takes 40 GB of disk
  --jobs       ${JOBS.map(({ name }) => name).join(", ")}
  --rounds     how often each is measured: 5 up to 10,000 articles, 3 up to 100,000, then 1
  --peers      hugo, eleventy, jekyll, or none
  --json       prints every measurement
  --markdown   prints a table for the README
  --folder     keeps articles and what is built there, instead of in the system's folder for temporary files

${JOBS.map(({ name, words }) => `  ${name.padEnd(10)} ${words}`).join("\n")}
`;

const PEERS = ["hugo", "eleventy", "jekyll"];
const LARGEST = 5_000_000;

/** What is wrong with the arguments. */
export class UsageError extends Error {}

/** @param {readonly string[]} args */
export function options(args) {
  const text = { type: /** @type {const} */ ("string") };
  const flag = { type: /** @type {const} */ ("boolean"), default: false };
  const known = {
    sizes: text,
    jobs: text,
    rounds: text,
    peers: text,
    folder: text,
    json: flag,
    markdown: flag,
    help: flag,
  };
  const { values } = parsed([...args], known);
  const { sizes, jobs, rounds, peers, folder, json, markdown, help } = values;
  return {
    sizes: list(sizes)?.map((size) => whole("--sizes", size, LARGEST)),
    jobs: named(
      "--jobs",
      list(jobs),
      JOBS.map(({ name }) => name),
    ),
    rounds: rounds === undefined ? undefined : whole("--rounds", rounds, 99),
    peers: peers === "none" ? [] : (named("--peers", list(peers), PEERS) ?? PEERS),
    folder,
    json,
    markdown,
    help,
  };
}

function parsed(args, known) {
  try {
    return parseArgs({ args, options: known });
  } catch (error) {
    throw new UsageError(error.message);
  }
}

/** @param {string | undefined} value */
const list = (value) => value?.split(",").filter((part) => part !== "");

function whole(option, value, most) {
  const number = Number(value.replaceAll("_", ""));
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new UsageError(`${option}: "${value}" is no whole number from 1 to ${most}`);
}

function named(option, names, known) {
  for (const name of names ?? [])
    if (!known.includes(name)) throw new UsageError(`${option}: "${name}" is none of ${known.join(", ")}`);
  return names;
}
