/** A reference to a file beside the articles. */
export interface LocalFile {
  /** Relative to the data folder, with forward slashes. */
  readonly path: string;
  /** Whether the reference counts from the folder's root (`/images/quay.jpg`): that may as well be the website's. */
  readonly rooted: boolean;
}

/** Another host, the page itself, a part of it. */
const ELSEWHERE = /^(?:\/\/|\\|[#?]|$)/;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The file that a URL of an article means, if it means one beside the articles: `quay.jpg` and `img/quay.jpg` count from
 * the article's own folder, `/img/quay.jpg` from the data folder. "outside" where it leads out of that.
 */
export function localFile(url: string, article: string): LocalFile | "outside" | undefined {
  const written = url.trim();
  if (SCHEME.test(written) || ELSEWHERE.test(written)) return undefined;
  const path = decoded(written.replace(/[?#].*$/s, ""));
  if (path === undefined || /^$|\/$|\0/.test(path)) return undefined;
  const rooted = path.startsWith("/");
  const steps = walked(rooted ? [] : article.split("/").slice(0, -1), path);
  if (steps !== undefined) return { path: steps.join("/"), rooted };
  return rooted ? undefined : "outside";
}

/** The folders and the file that a path leads through; none where it climbs out. */
function walked(from: readonly string[], path: string): readonly string[] | undefined {
  const steps = [...from];
  for (const step of path.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
