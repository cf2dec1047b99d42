import type { Site } from "../edition/edition.ts";
import { madeOnce } from "../edition/out-file.ts";

/** What hosts have to know of addresses where there is no article any more. Old ones are paths from the host's root. */
export interface Left {
  /** By old path. */
  readonly moved: readonly Departure[];
  /** By path. */
  readonly gone: readonly Vacancy[];
}

/** A path that leads nowhere any more. */
interface Vacancy {
  /** Percent-encoded, as in URLs. */
  readonly path: string;
  /** As servers see it. */
  readonly decoded: string;
}

/** A path that something has left. */
interface Departure extends Vacancy {
  /** The new address: a path, or a URL where it is on another host. */
  readonly to: string;
}

/** The addresses of moved and withdrawn entries, as far as nothing else stands there now. */
export function leftAddresses({ entries, publication, moved = [], withdrawn }: Site): Left {
  const { url, pages } = publication;
  // Asked where something has moved or gone: most builds need none of it.
  const standing = madeOnce(() => new Set(entries.map(({ link }) => link)));
  const vacant = (link: string | undefined): readonly Vacancy[] =>
    link?.startsWith(url) && link !== url && !standing().has(link) ? vacancy(link) : [];
  const departures = moved.flatMap(({ from, to }) => vacant(from).map((left) => ({ ...left, to: short(to, url) })));
  const redirects = new Map(departures.map((left) => [left.path, left]));
  const vacancies = pages ? withdrawn.flatMap(({ link }) => vacant(link)) : [];
  const gone = new Map(vacancies.filter(({ path }) => !redirects.has(path)).map((left) => [left.path, left]));
  return { moved: byPath(redirects), gone: byPath(gone) };
}

function byPath<One extends Vacancy>(all: ReadonlyMap<string, One>): readonly One[] {
  return [...all.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Characters that mean something in one of the files, or end a line. Addresses of ours never have them. */
const MEANINGFUL = /[\p{Cc}"\\{}*$#]/u;

/** Bytes. No page of ours has a longer path, and nginx would not start with it. */
const LONGEST = 1_000;
const encoder = new TextEncoder();

function vacancy(link: string): readonly Vacancy[] {
  const path = new URL(link).pathname;
  try {
    const decoded = decodeURIComponent(path);
    return MEANINGFUL.test(decoded) || encoder.encode(decoded).length > LONGEST ? [] : [{ path, decoded }];
  } catch {
    return [];
  }
}

/** In a form that none of the files takes for anything but an address. */
function short(link: string, url: string): string {
  const { origin, pathname, search } = new URL(link);
  const address = origin === new URL(url).origin ? pathname + search : link;
  return address.replace(/[${}*"\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
