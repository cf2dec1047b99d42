import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "rolldown";

const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
/** The command stands here, all files side by side: they look for each other, and for `../../package.json`, from here. */
const FOLDER = "lib/bin";

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

/** The command in few files: as hundreds of modules it takes twice as long to load. The library stays as `tsc` makes it. */
export default defineConfig({
  input: {
    cli: "src/cli.ts",
    "crew-worker": "src/build/crew/crew-worker.ts",
    "look-worker": "src/build/look/look-worker.ts",
    "serve-worker": "src/serve/serve-worker.ts",
  },
  platform: "node",
  logLevel: "warn",
  external: Object.keys(dependencies).map((name) => new RegExp(`^${name}(?:/|$)`)),
  output: {
    dir: FOLDER,
    // Without a hash, so that the same sources give the same names.
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
    sourcemap: true,
    sourcemapExcludeSources: true,
  },
  plugins: [changedOnly],
});
