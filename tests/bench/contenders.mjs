/**
 * Who builds: how each is installed, set up for what a job asks of it, and called. All read the same folder of articles;
 * each writes to a folder of its own.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { COMMAND, ROOT } from "../support/command.mjs";

/** @typedef {import("./jobs.mjs").Variant} Variant */
/**
 * @typedef {object} Site
 * @property {() => void} forget throws away what earlier builds have left
 * @property {(changed?: readonly string[]) => { command: string, args: readonly string[], cwd: string }} build
 * @property {() => readonly string[]} feeds the RSS files in which entries can be counted
 */

const SITES = join(import.meta.dirname, "sites");
const EVERYTHING = 1_000_000_000;
const NEWEST = 50;

const limit = ({ entries }) => (entries === "newest" ? NEWEST : EVERYTHING);
const runs = (command, args) => spawnSync(command, args, { encoding: "utf8" });

/** What a program says its version is; undefined where it is not installed. */
const saidVersion = (command, arg) => /\d+\.[\d.]+/.exec(runs(command, [arg]).stdout ?? "")?.[0];

/** A peer's site is a folder of `sites/`, beside a link to the articles. */
function peerSite(name, folder, articles, link) {
  cpSync(join(SITES, name), folder, { recursive: true });
  if (link !== undefined) symlinkSync(articles, join(folder, link));
  const removed = ["public", "resources", ".hugo_build.lock", ".jekyll-cache"];
  return {
    put: (file, text) => writeFileSync(join(folder, file), text),
    forget: () => {
      for (const path of removed) rmSync(join(folder, path), { recursive: true, force: true });
    },
  };
}

/** Whether our command knows an option. */
export function knows(option) {
  return runs(process.execPath, [COMMAND, "build", "--help"]).stdout.includes(option);
}

/** Ours has its data folder around the articles; a chain gives it another publication.yaml. */
export const dateline = {
  name: "dateline",
  upTo: Number.POSITIVE_INFINITY,
  version: () => JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).version,
  /** @returns {Site} */
  site(folder, articles, { entries }) {
    const data = dirname(articles);
    const out = join(folder, "dist");
    mkdirSync(folder, { recursive: true });
    const feeds = `{ sections: false, authors: false, languages: false, tags: false, archives: ${entries === "all" ? "main" : "none"} }`;
    writeFileSync(
      join(data, "publication.yaml"),
      `title: Bench\nurl: https://bench.example/\nlimit: ${NEWEST}\npages: false\nhosting: false\nfeeds: ${feeds}\n`,
    );
    return {
      forget: () => {
        for (const path of [join(data, ".dateline"), join(data, "ledger.jsonl"), out])
          rmSync(path, { recursive: true, force: true });
      },
      build: (changed = []) => ({
        command: process.execPath,
        args: [
          COMMAND,
          "build",
          "--data",
          data,
          "--out",
          out,
          "--quiet",
          ...changed.flatMap((file) => ["--changed", join(articles, file)]),
        ],
        cwd: folder,
      }),
      feeds: () =>
        readdirSync(out, { recursive: true, encoding: "utf8" })
          .filter((path) => /(?:^|\/)rss[^/]*\.xml$/.test(path))
          .map((path) => join(out, path)),
    };
  },
};

const hugo = {
  name: "hugo",
  upTo: 100_000,
  version: () => saidVersion("hugo", "version"),
  /** @returns {Site} */
  site(folder, articles, variant) {
    const { put, forget } = peerSite("hugo", folder, articles);
    const outputs = { rss: "rss", atom: "atom", json: "jsonfeed" };
    const home = variant.formats.map((format) => outputs[format]);
    put(
      "variant.toml",
      `contentDir = ${JSON.stringify(articles)}\n[params]\nlimit = ${limit(variant)}\n[outputs]\nhome = ${JSON.stringify(home)}\n`,
    );
    const args = ["--config", "hugo.toml,variant.toml", "--quiet"];
    return {
      forget,
      build: () => ({ command: "hugo", args, cwd: folder }),
      feeds: () => [join(folder, "public/index.xml")],
    };
  },
};

const eleventy = {
  name: "eleventy",
  upTo: 10_000,
  version: () => installed("@11ty/eleventy")?.version,
  /** @returns {Site} */
  site(folder, articles, variant) {
    const { put, forget } = peerSite("eleventy", folder, articles, "articles");
    put("variant.json", JSON.stringify({ limit: limit(variant), formats: variant.formats }));
    const args = [join(installed("@11ty/eleventy").folder, "cmd.cjs"), "--quiet"];
    return {
      forget,
      build: () => ({ command: process.execPath, args, cwd: folder }),
      feeds: () => [join(folder, "public/rss.xml")],
    };
  },
};

const jekyll = {
  name: "jekyll",
  upTo: 10_000,
  version: () => saidVersion("jekyll", "--version"),
  /** @returns {Site} */
  site(folder, articles, variant) {
    const { put, forget } = peerSite("jekyll", folder, articles, "_articles");
    const files = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" };
    const exclude = Object.keys(files).filter((format) => !variant.formats.includes(format));
    put(
      "variant.yml",
      `limit: ${limit(variant)}\nexclude: ${JSON.stringify(exclude.map((format) => files[format]))}\n`,
    );
    const args = ["build", "--config", "_config.yml,variant.yml", "--quiet"];
    return {
      forget,
      build: () => ({ command: "jekyll", args, cwd: folder }),
      feeds: () => [join(folder, "public/rss.xml")],
    };
  },
};

/** Eleventy, where it is installed; its package names neither its command nor its version to others. */
function installed(name) {
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    return { folder, version: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version };
  } catch {
    return undefined;
  }
}

/** No program but the least that has to be done to see what has changed: every file's size and times. */
export const stat = {
  name: "stat",
  upTo: Number.POSITIVE_INFINITY,
  version: () => process.version,
  /** @returns {Site} */
  site: (_, articles) => ({
    forget: () => {},
    build: () => ({
      command: process.execPath,
      args: [join(import.meta.dirname, "stat.mjs"), articles],
      cwd: dirname(articles),
    }),
    feeds: () => [],
  }),
};

export const PEERS = [hugo, eleventy, jekyll];
