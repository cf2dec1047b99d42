import type { Entry } from "../ledger/entry.ts";
import { rfc3339 } from "../render/dates.ts";
import { html, type Markup, NOTHING } from "./markup.ts";
import type { Paper } from "./paper.ts";
import type { Wording } from "./wording/wording.ts";

/** A day as people write it, with the instant for machines. */
export function dayElement(at: Date, paper: Paper, wording: Wording): Markup {
  return html`<time datetime="${rfc3339(at)}">${wording.date(paper.clock(at))}</time>`;
}

/** When an article appeared and, where readers got to see another version, when that was. */
export function dateline({ published, date, precision }: Entry, paper: Paper, wording: Wording): Markup {
  const first = precision === "day" ? dayElement(published, paper, wording) : momentElement(published, paper, wording);
  const changed = date > published;
  const last = changed ? html` · ${wording.updated} ${momentElement(date, paper, wording)}` : NOTHING;
  return html`<p class="dates">${first}${last}</p>\n`;
}

function momentElement(at: Date, paper: Paper, wording: Wording): Markup {
  const clock = paper.clock(at);
  return html`<time datetime="${rfc3339(at)}">${wording.date(clock)}${wording.at}${clock.time}</time>`;
}
