import { AGENCIES, OUTLETS, PLACES, ROLES } from "./lexicon.ts";
import { type Piece, pieceOf } from "./name.ts";

/** A piece of a byline taken apart: the name, and what stands behind it with no comma between. */
interface Parted {
  readonly name: string;
  readonly behind: string;
}

const DENSE_ROLE =
  /^(?:선임|수석|전문|인턴)?(?:기자|특파원|편집장|논설위원)$|^(?:編集|論説)?(?:記者|委員|デスク)$|^(?:首席|资深)?(?:记者|编辑|主编)$/u;
const DENSE_ROLE_BEHIND = /^(.+?)\s*(?:기자|특파원|記者|记者|通讯员|編集委員|論説委員)(?:\s*외\s*\d+명)?$/u;
const DENSE_ROLE_BEFORE =
  /^(?:本报记者|本報記者|记者|記者|通讯员|文\/|文／|撰文|取材・文|文・取材|文＝|文=|글\s*=)\s*[／/]?\s*(.+)$/u;

/** Words that a role behind a name has at most. */
const MOST_BEHIND = 4;
/** One who writes: what a collective is not. `Jane Doe Staff Writer`, but `Buna Staff`, `Buna Staff Writers`. */
const ONE_WRITER =
  /(?:^|\s)(?:writer|reporter|correspondent|columnist|editor|photographer|critic|contributor|journalist)$/iu;
/** `Senior Staff Technologist`. */
const STAFF_MEMBER = /^(?:senior|chief|principal|former) staff \p{L}+$/iu;
/** `WRENBusiness`: no name begins so. */
const BRAND = /^\p{Lu}{2,}\p{Ll}/u;
/** Outlets are named after towns: `Salt Harbour Daily Argus` names nobody. */
const TOWN =
  /^(?:the|new|san|santa|los|las|st|saint|fort|port|south|north|east|west|mount|grand|great|little|big|salt|sioux|cedar|baton|palm|long|rapid|green|la|le|el|our|my)$/iu;
const GLUED = /(\p{Ll})(\p{Lu}\p{Ll}+)(?=\s|$)/gu;

/** What a piece is, seen without what stands beside its name. */
export function kindOf(written: string, lead: boolean): Piece {
  const piece = unglued(written);
  if (DENSE_ROLE.test(piece)) return "role";
  if (isAgencysOwn(piece) || STAFF_MEMBER.test(piece)) return "role";
  const kind = pieceOf(piece, lead);
  const { name, behind } = parted(piece);
  if (kind === "agency" && !ONE_WRITER.test(behind)) return isNamed(name, behind) ? "name" : "agency";
  return behind === "" ? kind : pieceOf(name, lead || isDense(behind));
}

/** A piece's name alone. */
export function nameAlone(written: string): string {
  return parted(unglued(written)).name;
}

function parted(piece: string): Parted {
  const dense = DENSE_ROLE_BEHIND.exec(piece)?.[1] ?? DENSE_ROLE_BEFORE.exec(piece)?.[1];
  if (dense !== undefined) return { name: dense.trim(), behind: "記者" };
  const half = piece.slice(0, Math.floor(piece.length / 2));
  // A picture's alternative text repeats the name beside it.
  if (half !== "" && piece === `${half} ${half}`) return { name: half, behind: "" };
  const tokens = piece.split(" ");
  const parts = roleBehind(tokens) ?? agencyBehind(tokens) ?? outletBehind(tokens);
  return parts ?? { name: piece, behind: "" };
}

function isDense(behind: string): boolean {
  return behind === "記者";
}

/** `Jane Doe Parliamentary editor`: what stands between two names and a role belongs to the role. */
function roleBehind(tokens: readonly string[]): Parted | undefined {
  const role = tokens.findIndex((token, index) => index >= 2 && (ROLES.has(token.toLowerCase()) || token === "The"));
  if (role === -1 || tokens.length - role > MOST_BEHIND) return undefined;
  const cuts = role === 3 && !/^\p{Lu}\.?$/u.test(tokens[1] ?? "") ? [2, 3] : [role];
  return firstName(tokens, cuts);
}

/** `Jane Doe Associated Press`. */
function agencyBehind(tokens: readonly string[]): Parted | undefined {
  const cut = [2, 3, 4].find((at) => at < tokens.length && isAgency(tokens.slice(at).join(" ")));
  return cut === undefined ? undefined : firstName(tokens, [cut]);
}

/** `Jane Doe Selby Daily News`, `Jane Doe WRENBusiness`. */
function outletBehind(tokens: readonly string[]): Parted | undefined {
  const least = /^\p{Lu}\.$/u.test(tokens[1] ?? "") ? 3 : 2;
  const brand = tokens.findIndex((token, index) => index >= least && BRAND.test(token));
  if (brand !== -1) return firstName(tokens, [brand]);
  const behind = tokens.slice(least);
  const titled = behind.length >= 2 && behind.some((token) => OUTLETS.has(token.toLowerCase()));
  return titled && !TOWN.test(tokens[0] ?? "") ? firstName(tokens, [least]) : undefined;
}

function firstName(tokens: readonly string[], cuts: readonly number[]): Parted | undefined {
  for (const cut of cuts) {
    const name = tokens.slice(0, cut).join(" ");
    const behind = tokens.slice(cut).join(" ");
    if (pieceOf(name) === "name" && !PLACES.has(name.toLowerCase())) return { name, behind };
  }
  return undefined;
}

function isNamed(name: string, behind: string): boolean {
  return behind !== "" && isAgency(behind) && pieceOf(name) === "name";
}

function isAgency(words: string): boolean {
  return AGENCIES.has(words.toLowerCase().replace(/^the /u, ""));
}

/** `AP Sports Writer`. */
function isAgencysOwn(piece: string): boolean {
  const [first = "", ...rest] = piece.split(" ");
  return rest.length > 0 && isAgency(first) && ONE_WRITER.test(piece);
}

/** Pages that set a role apart by style lose the blank before it: `Jane DoeTravel News Reporter`. */
function unglued(piece: string): string {
  return piece
    .replace(GLUED, (all, before: string, word: string) => (ROLES.has(word.toLowerCase()) ? `${before} ${word}` : all))
    .replace(/(?<=\p{Ll})\d$/u, "");
}
