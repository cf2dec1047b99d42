import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { faults } from "../../src/check/faults.ts";
import { expected, type Newsroom, tokenOf } from "./newsroom.ts";
import { visible } from "./piece.ts";
import { FEEDS, type Read, readAll } from "./reader.ts";

/** Somebody who subscribes to everything, forgets nothing, and complains. */
export interface Subscriber {
  /** Looks at all feeds after a build; says what is wrong. */
  readonly visit: (room: Newsroom) => readonly string[];
}

interface Known {
  readonly token: string;
  readonly updated: number;
}

export function openSubscriber(out: string): Subscriber {
  /** Every entry ever seen, by id. */
  const known = new Map<string, Known>();
  /** What stood in the feeds at the last visit, by id. */
  let last = new Map<string, Read>();
  /** What readers saw of each piece at the last visit. */
  let seen = new Map<string, string>();
  const checked = new Map<string, string>();
  return {
    visit: (room) => {
      const { url } = room.settings;
      const wrong = [...malformed(out, checked, url)];
      const [read = [], ...others] = FEEDS.map((file) => readAll(out, file, url));
      for (const [index, other] of others.entries())
        if (listed(other) !== listed(read)) wrong.push(`${FEEDS[index + 1]} does not say what rss.xml says`);
      wrong.push(...doubles(read), ...missing(read, expected(room)));
      const looks = looksOf(room);
      // The dates of changes stand in all formats but RSS.
      const dated = readAll(out, "feed.json", url);
      for (const entry of dated) {
        wrong.push(...changedHands(entry, known), ...uncalledFor(entry, last, seen, looks));
        known.set(entry.id, { token: tokenOf(entry.title), updated: entry.updated });
      }
      wrong.push(...twice(known, room));
      last = new Map(dated.map((entry) => [entry.id, entry]));
      seen = looks;
      return wrong;
    },
  };
}

/** The feeds that have changed since they were looked at, and are not right. */
function* malformed(out: string, checked: Map<string, string>, url: string): Generator<string> {
  for (const path of readdirSync(out, { recursive: true, encoding: "utf8" })) {
    if (!/\.(?:xml|json|opml)$/.test(path)) continue;
    const { mtimeMs, ino } = statSync(join(out, path));
    if (checked.get(path) === `${url} ${mtimeMs} ${ino}`) continue;
    checked.set(path, `${url} ${mtimeMs} ${ino}`);
    const content = readFileSync(join(out, path), "utf8");
    const now = new Date("2030-01-01T00:00:00Z");
    for (const { rule, line } of faults([{ path, content, url: url + path }], now)) yield `${path}:${line} ${rule}`;
  }
}

function listed(read: readonly Read[]): string {
  return read.map(({ id, title }) => `${id} ${title}`).join("\n");
}

function doubles(read: readonly Read[]): string[] {
  const met = new Set<string>();
  return read.flatMap(({ id }) => {
    if (met.has(id)) return [`${id} stands in two places`];
    met.add(id);
    return [];
  });
}

/** Window and archive together hold what is published, and nothing else. */
function missing(read: readonly Read[], wanted: readonly string[]): string[] {
  const has = read.map(({ title }) => tokenOf(title)).sort();
  if (has.join() === wanted.join()) return [];
  const lost = wanted.filter((token) => !has.includes(token));
  const surplus = has.filter((token) => !wanted.includes(token));
  return [
    `${has.length} entries stand for ${wanted.length} articles: ${lost} are lost, ${surplus} should not be there`,
  ];
}

function changedHands({ id, title }: Read, known: ReadonlyMap<string, Known>): string[] {
  const token = tokenOf(title);
  const before = known.get(id)?.token ?? token;
  return before === token ? [] : [`${id} was ${before}, and is ${token} now`];
}

/** An `updated` that moved although nobody changed what readers see, or did not although somebody did, or went back. */
function uncalledFor(
  { id, title, updated }: Read,
  last: ReadonlyMap<string, Read>,
  seen: ReadonlyMap<string, string>,
  looks: ReadonlyMap<string, string>,
): string[] {
  const before = last.get(id);
  if (before === undefined) return [];
  const token = tokenOf(title);
  const isOther = seen.get(token) !== looks.get(token);
  if (updated < before.updated) return [`${id}: updated went back`];
  if (updated > before.updated && !isOther) return [`${id} (${token}): updated moved without cause`];
  const single = !looks.get(token)?.includes("\n");
  return updated === before.updated && isOther && single
    ? [`${id} (${token}): a change that readers aren't told of`]
    : [];
}

/** What readers see of each piece, in all of its copies. */
function looksOf({ files, site }: Newsroom): Map<string, string> {
  const looks = new Map<string, string[]>();
  const pictures = new Map<string, string>();
  const drawn = (name: string): string => {
    const known = pictures.get(name) ?? readFileSync(join(site.folder, "data", name)).toString("base64");
    pictures.set(name, known);
    return known;
  };
  for (const piece of files.values()) {
    const look = visible(piece) + (piece.picture === undefined ? "" : drawn(piece.picture));
    looks.set(piece.token, [...(looks.get(piece.token) ?? []), look]);
  }
  return new Map([...looks].map(([token, all]) => [token, all.sort().join("\n")]));
}

/** No piece under more ids than it ever had files. */
function twice(known: ReadonlyMap<string, Known>, { copies }: Newsroom): string[] {
  const ids = new Map<string, string[]>();
  for (const [id, { token }] of known) ids.set(token, [...(ids.get(token) ?? []), id]);
  return [...ids].flatMap(([token, theirs]) =>
    theirs.length > (copies.get(token) ?? 0) ? [`${token} was shown more than once: ${theirs.join(", ")}`] : [],
  );
}
