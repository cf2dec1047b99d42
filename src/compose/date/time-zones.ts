/** What the zone printed beside a time means: an IANA zone, or minutes ahead of UTC. */
export interface PrintedZone {
  readonly zone?: string;
  readonly offset?: number;
  /** Several parts of the world use this name, or newsrooms print it the year round for what is summer time half the year. */
  readonly doubtful?: boolean;
}

const HOUR = 60;

/** Names for the local time of a region, whichever half of the year it is. */
const REGIONS: Readonly<Record<string, string>> = {
  ET: "America/New_York",
  CT: "America/Chicago",
  MT: "America/Denver",
  PT: "America/Los_Angeles",
  EASTERN: "America/New_York",
  CENTRAL: "America/Chicago",
  MOUNTAIN: "America/Denver",
  PACIFIC: "America/Los_Angeles",
};

/** politico.eu prints CET in October for what is CEST: these are read as the local time of the day. */
const LOOSE_REGIONS: Readonly<Record<string, string>> = {
  CET: "Europe/Brussels",
  MEZ: "Europe/Berlin",
  WET: "Europe/Lisbon",
  EET: "Europe/Athens",
};

const OFFSETS: Readonly<Record<string, number>> = {
  Z: 0,
  GMT: 0,
  UTC: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  AKST: -9,
  AKDT: -8,
  HST: -10,
  BST: 1,
  CEST: 2,
  MESZ: 2,
  WEST: 1,
  EEST: 3,
  MSK: 3,
  МСК: 3,
  TRT: 3,
  GST: 4,
  IST: 5.5,
  PKT: 5,
  NPT: 5.75,
  ICT: 7,
  WIB: 7,
  WITA: 8,
  WIT: 9,
  SGT: 8,
  HKT: 8,
  PHT: 8,
  JST: 9,
  KST: 9,
  AWST: 8,
  ACST: 9.5,
  ACDT: 10.5,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
  WAT: 1,
  CAT: 2,
  SAST: 2,
  EAT: 3,
  BRT: -3,
  ART: -3,
};

/** The same letters elsewhere in the world: believed where the publication itself is at home there. */
const ELSEWHERE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  IST: { "Asia/Jerusalem": 2, "Asia/Tel_Aviv": 2, "Europe/Dublin": 1 },
  BST: { "Asia/Dhaka": 6 },
  CST: { "Asia/Shanghai": 8, "Asia/Taipei": 8, "Asia/Macau": 8, "America/Havana": -5 },
};

/** What a zone's printed name means, to a publication at home in an IANA zone; undefined for unknown names. */
export function printedZone(name: string, home: string): PrintedZone | undefined {
  if (name.includes("/")) return isZone(name) ? { zone: name } : undefined;
  const upper = name.toUpperCase().replace(/\s/g, "");
  const region = REGIONS[upper];
  if (region !== undefined) return { zone: region };
  const loose = LOOSE_REGIONS[upper];
  if (loose !== undefined) return { zone: loose, doubtful: true };
  const hours = ELSEWHERE[upper]?.[home] ?? OFFSETS[upper];
  if (hours !== undefined) return { offset: hours * HOUR, ...(upper in ELSEWHERE ? { doubtful: true } : {}) };
  const match = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d\d)?$/.exec(upper);
  if (match === null) return undefined;
  const minutes = Number(match[2]) * HOUR + Number(match[3] ?? 0);
  return minutes > 14 * HOUR ? undefined : { offset: match[1] === "-" ? -minutes : minutes };
}

/** Whether the world's list of zones has such a name: `America/New_York`. */
function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
