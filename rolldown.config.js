import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "rolldown";

const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
/** The command stands here, all files side by side: they look for each other, and for `../../package.json`, from here. */
const FOLDER = "lib/bin";

/**
 * Libraries that builds load, nearly all of them, and that come in many files or with much that nobody asks for: `zod` has
 * its messages in fifty languages, `slugify` the letters of twenty. They are brought along, without what isn't needed. The
 * others stay apart, those above all that look at what strangers have written: their mended versions must reach the command
 * at once.
 */
const BROUGHT = new Set(["@sindresorhus/slugify", "commander", "dayjs", "feed", "mime", "yaml", "zod"]);

/**
 * Leaves what is the same as it stands there, and removes what the program no longer has. A program whose files were
 * touched counts as another one, of which builds remember nothing.
 */
const changedOnly = {
  name: "changed-only",
  generateBundle: {
    order: "post",
    handler(_options, files) {
      for (const name of existsSync(FOLDER) ? readdirSync(FOLDER) : []) {
        const file = files[name];
        const path = join(FOLDER, name);
        if (file === undefined) rmSync(path, { recursive: true });
        else if (readFileSync(path, "utf8") === (file.code ?? file.source)) delete files[name];
      }
    },
  },
};

/** Libraries that are brought along come with their licences, as these ask. */
const licences = {
  name: "licences",
  generateBundle(_options, files) {
    const modules = Object.values(files).flatMap((file) => Object.keys(file.modules ?? {}));
    const folders = new Set(modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []));
    const texts = [...folders].map(licenceIn).sort();
    this.emitFile({ type: "asset", fileName: "LICENCES.txt", source: texts.join("\n\n\n") });
  },
};

function licenceIn(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.\w+)?$/i.test(one));
  if (file === undefined) throw new Error(`${name} says nothing of its licence`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}

/** The letters of languages that `slugify` is never told about here: it makes patterns of them whenever it is loaded. */
const unaskedLetters = {
  name: "unasked-letters",
  load: {
    filter: { id: /@sindresorhus\/transliterate\/locale-replacements\.js$/ },
    handler: () => "export default {};",
  },
};

/** The command in few files: as hundreds of modules it takes twice as long to load. The library stays as `tsc` makes it. */
export default defineConfig({
  input: {
    cli: "src/cli.ts",
    "crew-worker": "src/build/crew/crew-worker.ts",
    "look-worker": "src/build/look/look-worker.ts",
    "serve-worker": "src/serve/serve-worker.ts",
  },
  platform: "node",
  // A library has one path, wherever its folder is kept.
  resolve: { symlinks: false },
  logLevel: "warn",
  external: Object.keys(dependencies).flatMap((name) => (BROUGHT.has(name) ? [] : [new RegExp(`^${name}(?:/|$)`)])),
  output: {
    dir: FOLDER,
    // Without a hash, so that the same sources give the same names.
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
    sourcemap: true,
    sourcemapExcludeSources: true,
  },
  plugins: [unaskedLetters, licences, changedOnly],
});
