import { utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { png } from "../support/pictures.ts";
import type { Site } from "../support/site.ts";
import type { Chance } from "./chance.ts";
import { newPiece, type Piece, paragraph, SECTIONS, sentence, TOKEN, written } from "./piece.ts";

/** A data folder and what its writers have in mind: which piece is in which file, and what they threw away. */
export interface Newsroom {
  readonly site: Site;
  readonly dice: Chance;
  /** By path below `data/`. */
  readonly files: Map<string, Piece>;
  readonly trash: { readonly file: string; readonly piece: Piece }[];
  /** How many files were ever made of a piece, by its token. */
  readonly copies: Map<string, number>;
  readonly settings: Settings;
  /** What the writers did, for whoever reads of a failure. */
  readonly log: string[];
  now: Date;
}

interface Settings {
  title: string;
  url: string;
  limit: number;
  archiveSize: number;
  tags: boolean;
  content: "full" | "summary";
  tombstones: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const FOLDERS = ["", "harbour/", "2025/", "sport/2026/", "a b/"];

export function openNewsroom(site: Site, dice: Chance, articles: number): Newsroom {
  const room: Newsroom = {
    site,
    dice,
    files: new Map(),
    trash: [],
    copies: new Map(),
    settings: {
      title: "Gazette",
      url: "https://gazette.example/",
      limit: 20,
      archiveSize: 25,
      tags: true,
      content: "full",
      tombstones: 30,
    },
    log: [],
    now: new Date("2026-03-01T00:00:00Z"),
  };
  site.put({ "data/crane.png": png(80, 60), "data/quay.png": png(90, 60) });
  settle(room);
  for (let made = 0; made < articles; made += 1) add(room);
  return room;
}

/** Does one thing that writers do. No piece is touched twice between two builds: what then is the same nobody could say. */
export function editAtRandom(room: Newsroom, touched: Set<string>): void {
  const [name, edit] = room.dice.oneOf(EDITS);
  const done = edit(room, touched);
  if (done !== undefined) room.log.push(`${name} ${done}`);
}

/** Takes time. */
export function wait(room: Newsroom): void {
  room.now = new Date(room.now.getTime() + room.dice.between(1, 900) * MINUTE);
}

/** What is to be published now, a token for each file. */
export function expected({ files, now }: Newsroom): readonly string[] {
  return [...files.values()]
    .filter(({ draft, expires }) => draft !== true && (expires === undefined || expires > now))
    .map(({ token }) => token)
    .sort();
}

type Edit = (room: Newsroom, touched: Set<string>) => string | undefined;

/** An edit of a file whose piece nobody has touched yet. */
function ofOne(edit: (room: Newsroom, file: string, piece: Piece) => string | undefined): Edit {
  return (room, touched) => {
    const file = untouched(room, touched);
    const piece = file === undefined ? undefined : room.files.get(file);
    if (file === undefined || piece === undefined) return undefined;
    touched.add(piece.token);
    const done = edit(room, file, piece);
    return done === undefined ? undefined : `${piece.token} in ${file}${done === "" ? "" : `: ${done}`}`;
  };
}

/** An edit that changes what a file says, not where it is. */
function change(how: (piece: Piece, room: Newsroom) => Piece | undefined): Edit {
  return ofOne((room, file, piece) => {
    const next = how(piece, room);
    if (next === undefined) return undefined;
    write(room, file, next);
    return "";
  });
}

const EDITS: readonly (readonly [name: string, edit: Edit])[] = [
  ["adds", add],
  ["adds", add],
  ["edits", change((piece, { dice }) => edited(piece, dice))],
  ["edits", change((piece, { dice }) => edited(piece, dice))],
  ["corrects", change((piece, { dice }) => ({ ...piece, correction: sentence(dice) }))],
  ["retitles", change((piece, { dice }) => ({ ...piece, headline: sentence(dice).slice(0, -1) }))],
  ["gives another slug to", change((piece, { dice }) => ({ ...piece, slug: `slug-${dice.between(1, 999_999)}` }))],
  ["gives another address to", change((piece, { dice }) => ({ ...piece, link: `/at/${dice.between(1, 999_999)}/` }))],
  ["puts into another section", change((piece, { dice }) => ({ ...piece, section: dice.oneOf(SECTIONS) }))],
  ["makes a draft of", change((piece) => ({ ...piece, draft: true }))],
  ["publishes the draft", publishDraft],
  [
    "lets expire",
    change((piece, { now, dice }) => ({ ...piece, expires: new Date(now.getTime() + dice.between(-2, 9) * DAY) })),
  ],
  ["lets last for ever", change(({ expires, ...piece }) => (expires === undefined ? undefined : piece))],
  ["takes the picture from", change(({ picture, ...piece }) => (picture === undefined ? undefined : piece))],
  ["illustrates", change((piece, { dice }) => ({ ...piece, picture: dice.oneOf(["crane.png", "quay.png"]) }))],
  ["touches", ofOne(touch)],
  ["renames", ofOne((room, file, piece) => rename(room, file, piece, `${dirname(file)}/`))],
  [
    "renames and edits",
    ofOne((room, file, piece) => rename(room, file, edited(piece, room.dice), `${dirname(file)}/`)),
  ],
  ["moves", ofOne((room, file, piece) => rename(room, file, piece, room.dice.oneOf(FOLDERS)))],
  ["copies", ofOne(copy)],
  ["deletes", ofOne(remove)],
  ["deletes", ofOne(remove)],
  ["restores", restore],
  ["restores elsewhere", restoreElsewhere],
  ["swaps", swap],
  ["writes something else into", ofOne(replace)],
  ["draws anew", redraw],
  ["changes the settings:", changeSettings],
  ["changes the settings:", changeSettings],
];

function add(room: Newsroom): string {
  const { dice, now, copies } = room;
  const past = dice.onceIn(4) || copies.size < 60 ? dice.between(3 * 24 * 60, 300 * 24 * 60) : dice.between(1, 24 * 60);
  const date = dice.onceIn(10) ? undefined : new Date(now.getTime() - past * MINUTE);
  const piece = newPiece(dice, copies.size, date);
  const file = freeFile(room, dice.oneOf(FOLDERS));
  copies.set(piece.token, 1);
  write(room, file, piece);
  return `${piece.token} as ${file}`;
}

function edited(piece: Piece, dice: Chance): Piece {
  const at = dice.between(0, piece.paragraphs.length - 1);
  const paragraphs = piece.paragraphs.map((one, index) => (index === at ? `${one} ${sentence(dice)}` : one));
  return { ...piece, paragraphs: dice.onceIn(6) ? [...paragraphs, paragraph(dice)] : paragraphs };
}

function publishDraft(room: Newsroom, touched: Set<string>): string | undefined {
  const [file, held] = [...room.files].find(([, { draft, token }]) => draft === true && !touched.has(token)) ?? [];
  if (file === undefined || held === undefined) return undefined;
  const { draft: _, ...piece } = held;
  touched.add(piece.token);
  write(room, file, piece);
  return `${piece.token} in ${file}`;
}

function touch({ site }: Newsroom, file: string): string {
  const now = new Date();
  utimesSync(join(site.folder, "data", file), now, now);
  return "";
}

function rename(room: Newsroom, file: string, piece: Piece, folder: string): string {
  const to = freeFile(room, folder === "./" ? "" : folder);
  erase(room, file);
  write(room, to, piece);
  return `to ${to}`;
}

function copy(room: Newsroom, _file: string, piece: Piece): string {
  const to = freeFile(room, room.dice.oneOf(FOLDERS));
  room.copies.set(piece.token, (room.copies.get(piece.token) ?? 0) + 1);
  write(room, to, { ...piece });
  return `to ${to}`;
}

function remove(room: Newsroom, file: string, piece: Piece): string | undefined {
  if (room.files.size < 10) return undefined;
  erase(room, file);
  room.trash.push({ file, piece });
  return "";
}

function restore(room: Newsroom, touched: Set<string>): string | undefined {
  const at = room.trash.findLastIndex(({ piece }) => !touched.has(piece.token));
  const [thrown] = at < 0 ? [] : room.trash.splice(at, 1);
  if (thrown === undefined) return undefined;
  const { piece } = thrown;
  const file = room.files.has(thrown.file) ? freeFile(room, "") : thrown.file;
  touched.add(piece.token);
  write(room, file, piece);
  return `${piece.token} as ${file}`;
}

function restoreElsewhere(room: Newsroom, touched: Set<string>): string | undefined {
  const at = room.trash.findIndex(({ piece }) => !touched.has(piece.token));
  const [thrown] = at < 0 ? [] : room.trash.splice(at, 1);
  if (thrown === undefined) return undefined;
  const file = freeFile(room, room.dice.oneOf(FOLDERS));
  touched.add(thrown.piece.token);
  write(room, file, thrown.piece);
  return `${thrown.piece.token} as ${file}`;
}

function swap(room: Newsroom, touched: Set<string>): string | undefined {
  const a = untouched(room, touched);
  const first = a === undefined ? undefined : room.files.get(a);
  if (a === undefined || first === undefined) return undefined;
  touched.add(first.token);
  const b = untouched(room, touched);
  const second = b === undefined ? undefined : room.files.get(b);
  if (b === undefined || second === undefined) return undefined;
  touched.add(second.token);
  write(room, a, second);
  write(room, b, first);
  return `${first.token} in ${a} and ${second.token} in ${b}`;
}

/** Another article in a file that had one: it says another day, as such files do. */
function replace(room: Newsroom, file: string, piece: Piece): string | undefined {
  if (piece.date === undefined) return undefined;
  const { dice, copies, now } = room;
  const next = newPiece(dice, copies.size, new Date(now.getTime() - dice.between(1, 600) * MINUTE));
  if (next.date === undefined || next.date.getTime() - piece.date.getTime() < 2 * DAY) return undefined;
  copies.set(next.token, 1);
  room.trash.push({ file, piece });
  write(room, file, next);
  return next.token;
}

function redraw({ site, dice }: Newsroom): string {
  const name = dice.oneOf(["crane.png", "quay.png"]);
  site.put({ [`data/${name}`]: png(dice.between(50, 99), dice.between(50, 99)) });
  return name;
}

function changeSettings(room: Newsroom): string {
  const { settings, dice } = room;
  const change = dice.oneOf<() => void>([
    () => (settings.title = `Gazette ${dice.between(1, 99)}`),
    () => (settings.url = dice.oneOf(["https://gazette.example/", "https://www.gazette.example/news/"])),
    () => (settings.limit = dice.between(5, 40)),
    () => (settings.archiveSize = dice.between(10, 40)),
    () => (settings.tags = !settings.tags),
    () => (settings.content = settings.content === "full" ? "summary" : "full"),
    () => (settings.tombstones = dice.between(1, 60)),
  ]);
  change();
  settle(room);
  return JSON.stringify(settings);
}

function settle({ site, settings }: Newsroom): void {
  const { title, url, limit, archiveSize, tags, content, tombstones } = settings;
  const feeds = `feeds:\n  archives: all\n  archiveSize: ${archiveSize}\n  tags: ${tags}\n`;
  const rest = `tagDomain: gazette.example\nlimit: ${limit}\ncontent: ${content}\ntombstones: ${tombstones}\n`;
  site.put({ "data/publication.yaml": `title: ${title}\nurl: ${url}\n${rest}${feeds}` });
}

function untouched({ files, dice }: Newsroom, touched: ReadonlySet<string>): string | undefined {
  const open = [...files].filter(([, { token }]) => !touched.has(token)).map(([file]) => file);
  return open.length === 0 ? undefined : dice.oneOf(open);
}

function freeFile({ files, dice }: Newsroom, folder: string): string {
  for (;;) {
    const file = `${folder}n${dice.between(1, 9_999_999)}.md`;
    if (!files.has(file)) return file;
  }
}

function write({ site, files }: Newsroom, file: string, piece: Piece): void {
  files.set(file, piece);
  site.put({ [`data/${file}`]: written(piece) });
}

function erase({ site, files }: Newsroom, file: string): void {
  files.delete(file);
  site.remove(`data/${file}`);
}

/** The token in a title. */
export function tokenOf(title: string): string {
  return TOKEN.exec(title)?.[0] ?? "";
}
