import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A file of a preview: its path below the folder, and its text, which is made when it is asked for. */
interface PreviewFile {
  readonly path: string;
  /** `copyOf`: the bytes of a file of the data folder. */
  readonly content: string | Uint8Array | { readonly copyOf: string };
}

/** A folder that holds of a build what has been looked at: of thousands of pages, people look at a few. */
export interface Preview {
  /** Takes the files of a build in place of those of the one before. */
  readonly take: (files: readonly PreviewFile[]) => void;
  /** Puts into the folder what a request's path may mean. Throws what the disk says. */
  readonly prepare: (path: string) => void;
}

export function openPreview(folder: string, data: string): Preview {
  let files: readonly PreviewFile[] = [];
  const written = new Set<string>();
  const put = (path: string): boolean => {
    if (written.has(path)) return true;
    // An index of thousands of files at every save would take longer than looking a few of them up.
    const file = files.findLast((one) => path.endsWith(one.path) && path === `/${one.path}`);
    if (file === undefined) return false;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const { content } = file;
    if (typeof content === "object" && "copyOf" in content)
      copyFileSync(join(data, content.copyOf), join(folder, path));
    else writeFileSync(join(folder, path), content);
    written.add(path);
    return true;
  };
  return {
    take: (taken) => {
      files = taken;
      for (const path of written) rmSync(join(folder, path), { force: true });
      written.clear();
    },
    prepare: (path) => {
      const meant = path.endsWith("/") ? [`${path}index.html`] : [path, `${path}/index.html`, `${path}.html`];
      if (!meant.map(put).includes(true)) put("/404.html");
    },
  };
}
