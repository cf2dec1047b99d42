import type { Moved } from "../edition/edition.ts";
import type { Tombstone } from "../ledger/entry.ts";
import { near, type Place } from "./address.ts";
import { spoken } from "./direction.ts";
import type { Page } from "./frame.ts";
import { html } from "./markup.ts";
import type { Paper } from "./paper.ts";
import { speechFor } from "./speech.ts";

/** The page that hosts show where there is none. It may be shown at any depth, so its links start at the host's root. */
export function missingPage({ publication }: Paper): Page {
  const speech = speechFor(publication.language);
  const { wording } = speech;
  const { pathname } = new URL(publication.url);
  return {
    place: { path: "404.html", up: pathname },
    speech,
    title: `${wording.notFound} – ${publication.title}`,
    found: false,
    feeds: [],
    main: html`<h1>${wording.notFound}</h1>
<p>${wording.notFoundText}</p>
<p><a href="${pathname}">${wording.frontPage}</a></p>
`,
  };
}

/** The page of an article that was withdrawn: that it was, and when, and nothing else of it. */
export function withdrawnPage({ title, published, withdrawn }: Tombstone, paper: Paper, place: Place): Page {
  const { publication, clock } = paper;
  const speech = speechFor(publication.language);
  const { wording } = speech;
  const on = (at: Date): string => wording.date(clock(at));
  return {
    place,
    speech,
    title: `${wording.withdrawn} – ${publication.title}`,
    found: false,
    feeds: [],
    main: html`<h1>${wording.withdrawn}</h1>
<p><cite${spoken(publication.language, speech.language)}>${title}</cite></p>
<p>${wording.withdrawnText(on(published), on(withdrawn))}</p>
<p><a href="${place.up}">${wording.frontPage}</a></p>
`,
  };
}

/** The page at an address that an article has left: browsers go on to the new one by themselves. */
export function movedPage({ to }: Moved, paper: Paper, place: Place): Page {
  const { publication } = paper;
  const speech = speechFor(publication.language);
  const { wording } = speech;
  return {
    place,
    speech,
    title: `${wording.moved} – ${publication.title}`,
    found: false,
    head: html`<link rel="canonical" href="${to}">\n<meta http-equiv="refresh" content="0; url=${to}">\n`,
    feeds: [],
    main: html`<h1>${wording.moved}</h1>
<p>${wording.movedText}${wording.space}<a href="${near(to, place, publication.url)}"><bdi dir="ltr">${to}</bdi></a></p>
`,
  };
}
