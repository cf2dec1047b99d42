/**
 * What may stand in a body: the one list. Readers keep about this much (NetNewsWire, miniflux and FreshRSS strip the
 * rest themselves), and all of it is what the W3C validator counts as safe. Attributes `class`, `id` and `style` go:
 * readers drop or rename them, and they can cover a reader's own page. Forms, scripts, plug-ins, frames, SVG and MathML
 * go with all they hold; embeds of known hosts come back as links (`embeds.ts`).
 */

const INLINE =
  "a abbr b bdi br cite code data del dfn em i ins kbd mark q rp rt ruby s samp small strong sub sup time u var wbr";
const BLOCK =
  "blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary ul table caption colgroup col tbody td tfoot th thead tr";
const MEDIA = "audio img picture source track video";

export const ELEMENTS: readonly string[] = [INLINE, BLOCK, MEDIA].flatMap((names) => names.split(" "));

export const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  "*": ["dir", "lang", "title"],
  a: ["href", "hreflang"],
  abbr: ["title"],
  audio: ["controls", "src"],
  blockquote: ["cite"],
  data: ["value"],
  del: ["cite", "datetime"],
  img: ["alt", "height", "sizes", "src", "srcset", "width"],
  ins: ["cite", "datetime"],
  ol: ["reversed", "start", "type"],
  q: ["cite"],
  source: ["media", "sizes", "src", "srcset", "type"],
  td: ["colspan", "rowspan"],
  th: ["colspan", "rowspan", "scope"],
  time: ["datetime"],
  track: ["kind", "label", "src", "srclang"],
  video: ["controls", "height", "poster", "src", "width"],
};

/** What is said in these must look so, else the attribute goes. */
export const VALUES: Readonly<Record<string, RegExp>> = {
  colspan: /^\d{1,4}$/,
  datetime: /^[\d.:+ TZPWYMDHS-]{1,40}$/i,
  dir: /^(?:ltr|rtl|auto)$/i,
  height: /^\d{1,5}%?$/,
  lang: /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i,
  hreflang: /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i,
  rowspan: /^\d{1,5}$/,
  srclang: /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i,
  start: /^-?\d{1,9}$/,
  width: /^\d{1,5}%?$/,
};

/** Relative URLs pass too; they are made absolute later. */
export const SCHEMES: readonly string[] = ["http", "https", "mailto", "tel"];

/** Elements that go with everything in them. */
export const DROPPED: ReadonlySet<string> = new Set(
  "applet base button canvas datalist dialog embed fieldset form frame frameset iframe input link map math menu meta nav noembed noframes object optgroup option param plaintext script select style svg template textarea title xmp".split(
    " ",
  ),
);
