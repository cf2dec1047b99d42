import type { DateSpan } from "../date/spans.ts";

/** A byline's parts between bars and dates, without what pages set around names. */
export interface Segments {
  readonly segments: readonly string[];
  readonly email?: string;
  /** A handle, an address or a date stands in the line: a headline has none. */
  readonly marked: boolean;
}

const BARS = /\s*(?:[|•·●▪‧∙]|\s[-–—―]\s|\s-$|^-\s|\s\/\s|\t)\s*/u;
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/gu;
/** With the brackets around it. */
const BRACKETED_EMAIL = new RegExp(`[<(\\[]?${EMAIL.source}[>)\\]]?`, "gu");
/** Pictures, and signs that nobody sees: no part of a name. Joiners are, in Persian and in Indian scripts. */
const UNSPOKEN =
  /[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\ufe0f\u20e3]|\u200d(?=\p{Extended_Pictographic})|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const PHONE = /\(?\b\d{3}\)?[ -]\d{3}-\d{4}\b/gu;
const HANDLE = /\(?@\w{2,30}\)?/gu;
/** A time alone, also one that was run together with what stands before it: `Reporter11:58`. */
const CLOCK =
  /(?<![\d:.])\d{1,2}(?::\d{2}){1,2}(?!\d)(?:\s?(?:[ap]\.?m\b\.?|uhr|gmt|[ecmp][sd]?t|bst|cest?|ist|utc)(?!\p{L}))?/giu;

const FURNITURE =
  /^(?:published|updated|posted|on|at|um|le|el|à|vor|ago|\d+ \p{L}{3,20}|\d+\s*(?:min|minute|hour|day|month|week|std|stunden|h)\w*\s*(?:read|ago|lesezeit)?|reading time|share|read more|view bio|bio|follow|contact|email|e-mail|gmt|uhr|et|est|edt|pt|bst|cet|stand|last|first|am|pm|new|staff|ngày|tháng|năm|نشر في|في)\W*$/iu;
const EDGES = /^[\s,;:・/／()【〔[–—-]+|[\s,;:(】〕\]–—-]+$/gu;
/** `5 hours ago`, `7 hours`: when a page was copied, not when it was published. */
const AGO = /\s*\b\d+\s+(?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?)(?:\s+ago)?$/iu;
const DIGIT = /\d/;
const PUBLISHED_AGO = /published \d{1,2} \p{L}{3,8} ago/iu;
const READING_TIME = /\s+\d{1,3}[\s-]*min(?:ute)?s?(?:\s+read)?$/iu;
/** Buttons that pages set beside a name. */
const BUTTONS =
  /(?:\s+(?:twitter|facebook|instagram|linkedin|bluesky|follow|follow me|bio|e-?mail|contact|folgen|seguir|suivre|volg|tips meg|x))+$/iu;
/** What led to a date or a time that was cut out: `Jane Doe on`, `Jane Doe Updated`. */
const DANGLING =
  /\s+(?:on|at|am|um|le|à|el|il|em|den|dne|dnia|tarihinde|pada|lúc|(?:last )?updated(?: on)?|published(?: on)?|posted(?: on)?|publié(?: le)?|publicado(?: el| em)?|aktualisiert(?: am)?|veröffentlicht(?: am)?|pubblicato(?: il)?)$/iu;

/** Cuts a byline (behind its opening word, if it had one) at bars; its dates are cut out by their spans. */
export function segmentsOf(text: string, dates: readonly DateSpan[]): Segments {
  const email = text.match(EMAIL)?.[0];
  const undated = withoutDates(text, dates);
  const bare = undated
    .replace(BRACKETED_EMAIL, " | ")
    .replace(PHONE, " | ")
    .replace(HANDLE, " | ")
    .replace(CLOCK, " | ");
  const segments = bare
    .split(BARS)
    .map(trimmed)
    .filter((segment) => segment !== "" && !FURNITURE.test(segment));
  return {
    segments,
    marked: bare !== text || (DIGIT.test(text) && (AGO.test(text) || PUBLISHED_AGO.test(text))),
    ...(email === undefined ? {} : { email }),
  };
}

function trimmed(segment: string): string {
  return segment
    .replace(UNSPOKEN, "")
    .replace(EDGES, "")
    .replace(READING_TIME, "")
    .replace(AGO, "")
    .replace(BUTTONS, "")
    .replace(DANGLING, "")
    .replace(EDGES, "")
    .replace(/(?<=\p{Ll}{4})\.$/u, "")
    .trim();
}

function withoutDates(text: string, dates: readonly DateSpan[]): string {
  let rest = "";
  let end = 0;
  for (const { from, to } of dates) {
    rest += `${text.slice(end, from)} | `;
    end = to;
  }
  return rest + text.slice(end);
}
