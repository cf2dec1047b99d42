/** What HTML's elements are to a feed reader (HTML Living Standard, and what readers let through). */

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/** Elements that readers show. */
const SHOWN =
  "a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li main map mark menu meter nav noscript ol optgroup option output p picture pre progress q rp rt ruby s samp search section select small source span strike strong sub summary sup table tbody td template textarea tfoot th thead time tr track tt u ul var video wbr";

/** Elements that readers remove, and often what is in them: they run, load or restyle something. */
const REMOVED =
  "applet base basefont body embed frame frameset head html iframe link meta noembed noframes object param plaintext script slot style title xmp isindex listing svg math";

export const SHOWN_ELEMENTS: ReadonlySet<string> = words(SHOWN);
export const REMOVED_ELEMENTS: ReadonlySet<string> = words(REMOVED);

/** Elements without an end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = words(
  "area base basefont br col embed hr img input link meta param source track wbr frame isindex",
);

/** Elements whose end tag may be left out. */
export const ENDS_BY_ITSELF: ReadonlySet<string> = words(
  "p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rt rp body html head",
);

/** Elements whose content is no HTML. */
export const RAW_ELEMENTS: ReadonlySet<string> = words(
  "script style textarea title xmp iframe noembed noframes plaintext",
);
