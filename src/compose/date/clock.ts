/** A time of day as written, and where in the text. */
export interface Clock {
  readonly from: number;
  readonly to: number;
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  /** As written: `ET`, `GMT+1`, `+02:00`, `Z`. */
  readonly zone?: string;
}

const HALF = `(?:(?<half>上午|下午|午前|午後|오전|오후|凌晨|早上|晚上) ?)?`;
const HOUR = String.raw`(?<hour>2[0-4]|[01]?\d)(?!\d)(?:(?:(?<colon>[:.])(?<minute>[0-5]\d)(?::(?<second>[0-5]\d)(?:[.,]\d{1,9})?)?(?!\d))|(?: ?(?<h>[hH])(?:(?<hMinute>[0-5]\d)(?!\d))?(?!\p{L}))|(?:[時时点點시] ?(?:(?<cMinute>[0-5]?\d)[分분]?)?))?`;
const NOON = String.raw`(?: ?(?<noon>[AaPp])\.? ?[Mm](?:\.|(?!\p{L})))?`;
const UNIT = String.raw`(?: ?(?<unit>Uhr|uhr|hrs|Hrs|hs|h|klo)(?!\p{L})\.?)?`;
const ZONE = String.raw`(?: ?\(?(?<zone>Z(?!\p{L})|(?:GMT|UTC)(?: ?[+-]\d{1,2}(?::?\d\d)?)?(?![\p{L}\d])|[+-]\d\d:?\d\d(?!\d)|[+-]\d\d(?![\d:])|(?:ET|EST|EDT|CT|CST|CDT|MT|MST|MDT|PT|PST|PDT|AKST|AKDT|HST|BST|CET|CEST|MEZ|MESZ|WET|WEST|EET|EEST|MSK|МСК|мск|IST|JST|KST|SGT|HKT|AEST|AEDT|ACST|ACDT|AWST|NZST|NZDT|SAST|WAT|CAT|EAT|WIB|WITA|WIT|BRT|ART|PKT|NPT|ICT|TRT|PHT|GST|Eastern|Central|Mountain|Pacific)(?![\p{L}\d]))\)?(?: Time| time)?)?`;
const CLOCK = `${HALF}${HOUR}${NOON}${UNIT}${ZONE}`;

const JOINT = String.raw`(?:[\s,;|·•@()،/–—-]|T(?=\d)|(?:at|um|às|as|à|a las|alle ore|alle|ore|ora|orele|kl\.?|klo|om|o godz\.|godz\.|о|в|об|v|ve|saat|saat:|pukul|lúc|στις|בשעה|الساعة|vers|u|lúc)(?=[\s\d]))`;
const AFTER = new RegExp(`${JOINT}{1,6}${CLOCK}`, "uy");
const AFTER_TOUCHING = new RegExp(`T?${CLOCK}`, "uy");
const BEFORE = new RegExp(
  String.raw`(?<![\d.:/,$£€-])${CLOCK}(?:[\s,;|·•()–—-]|(?:on|am|de|del|den|of|le|el|do dia|on the|la|на)(?=\s)){0,6}$`,
  "u",
);
const REACH = 48;

/** The time that follows at `offset`, if any. `plainText` is text with plain digits and blanks. */
export function clockAfter(plainText: string, offset: number): Clock | undefined {
  for (const pattern of [AFTER, AFTER_TOUCHING]) {
    pattern.lastIndex = offset;
    const match = pattern.exec(plainText);
    const clock = match === null ? undefined : read(match.groups ?? {}, offset, pattern.lastIndex);
    if (clock !== undefined) return clock;
  }
  return undefined;
}

/** The time that stands right before `offset`, if any. */
export function clockBefore(plainText: string, offset: number): Clock | undefined {
  const start = Math.max(0, offset - REACH);
  const match = BEFORE.exec(plainText.slice(start, offset));
  if (match === null) return undefined;
  return read(match.groups ?? {}, start + match.index, offset);
}

type Groups = Readonly<Record<string, string | undefined>>;

function read(groups: Groups, from: number, to: number): Clock | undefined {
  const { hour: written, second, zone, half, noon } = groups;
  const minute = groups.minute ?? groups.hMinute ?? groups.cMinute;
  if (!isTime(groups)) return undefined;
  const hour = withHalf(Number(written), noon ?? half);
  if (hour > 24 || (hour === 24 && Number(minute ?? 0) > 0)) return undefined;
  return {
    from,
    to,
    hour,
    minute: Number(minute ?? 0),
    ...(second === undefined ? {} : { second: Number(second) }),
    ...(zone === undefined ? {} : { zone }),
  };
}

/** A bare number is no time; a number with two decimals is one only where a word says so, or both have two digits. */
function isTime({ hour, minute, colon, noon, half, h, unit, zone, cMinute }: Groups): boolean {
  if (hour === undefined) return false;
  const isNamed = noon !== undefined || half !== undefined || unit !== undefined || h !== undefined;
  if (minute === undefined) return isNamed || cMinute !== undefined;
  return colon === ":" || isNamed || zone !== undefined || hour.length === 2;
}

function withHalf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  const late = /^(?:[Pp]|下午|午後|오후|晚上)$/u.test(half);
  if (hour === 12) return late ? 12 : 0;
  return late && hour < 12 ? hour + 12 : hour;
}

const ALONE = new RegExp(String.raw`^\s*(?:at|um|à|às|a las|alle|ore|kl\.?|klo|о|в)?\s*${CLOCK}\s*$`, "u");

const ANY = new RegExp(`(?<![\\d.:/,-])${CLOCK}`, "gu");

/** A text without its times of day. */
export function withoutClocks(plainText: string): string {
  return plainText.replace(ANY, (words: string, ...rest: readonly unknown[]) =>
    isTime(rest.at(-1) as Groups) ? " " : words,
  );
}

/** The time that a text is, if it is nothing else. */
export function clockAlone(text: string): Clock | undefined {
  const match = ALONE.exec(text);
  return match === null ? undefined : read(match.groups ?? {}, 0, text.length);
}
