import type { PlacedLine, Zones } from "../zones.ts";
import { BIO_HEADING, type Bio, bioOf } from "./bio.ts";
import { key } from "./claim.ts";
import type { Report } from "./report.ts";

/** An article's paragraphs about its authors, as one. */
export interface PlacedBio extends Bio {
  readonly lines: readonly [PlacedLine, ...PlacedLine[]];
  /** `About the author` and the like, above them. */
  readonly headings: readonly PlacedLine[];
}

/** What a paragraph about somebody is weighed against. */
export interface Known {
  readonly bylines: readonly PlacedLine[];
  /** Whom front matter and bylines name. */
  readonly named: readonly string[];
  readonly report: Report;
}

type Found = Bio & { readonly line: PlacedLine };

/** A bio stands in the last blocks. */
const LAST = 3;

/**
 * The paragraphs about the authors: among the last blocks, or in the head, never a quotation. They are of those whom a
 * byline names; where none does, of somebody of whom the report does not speak.
 */
export function bioIn({ head, tail, body }: Zones, known: Known): PlacedBio | undefined {
  const end = tail.at(-1)?.ref.block ?? 0;
  const authors = new Set(known.named.map(key));
  const headings = [...head, ...tail].filter(({ line }) => BIO_HEADING.test(line.text));
  const found = [...tail, ...(body.length === 0 ? [] : head)].flatMap((line): Found[] => {
    if (line.block.kind === "quote" || line.block.kind === "heading" || known.bylines.includes(line)) return [];
    const headed = headings.some(({ ref }) => ref.block <= line.ref.block && ref.block >= line.ref.block - 2);
    const last = line.ref.block > end - LAST && tail.includes(line);
    if (authors.size === 0 && !headed && !last) return [];
    const bio = bioOf(line.line.text);
    return bio !== undefined && isOfAuthor(bio, headed, authors, known) ? [{ ...bio, line }] : [];
  });
  const [first, ...others] = found;
  if (first === undefined) return undefined;
  const outlet = found.find((bio) => bio.outlet !== undefined)?.outlet;
  const section = found.find((bio) => bio.section !== undefined)?.section;
  return {
    names: [...new Set(found.flatMap(({ names }) => names))],
    own: first.own,
    lines: [first.line, ...others.map(({ line }) => line)],
    headings: headings.filter(({ ref }) => ref.block <= first.line.ref.block),
    ...(outlet === undefined ? {} : { outlet }),
    ...(section === undefined ? {} : { section }),
  };
}

function isOfAuthor({ names, own }: Bio, headed: boolean, authors: ReadonlySet<string>, { report }: Known): boolean {
  if (authors.size > 0) return names.some((name) => authors.has(key(name)));
  return headed || own || !names.some((name) => report.mentions(name) || report.uses(name.split(" ").at(-1) ?? ""));
}
