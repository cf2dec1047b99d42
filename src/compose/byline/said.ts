import type { Article } from "../../read/article.ts";
import type { LineRef } from "../evidence.ts";
import type { PlacedLine, Zones } from "../zones.ts";
import { BIO_HEADING, type Bio, bioOf } from "./bio.ts";
import { byTrust, type Claim, joined, key, lineClaim, statedClaim, textClaim } from "./claim.ts";
import { creditOf } from "./credit.ts";
import { type Byline, bylineFurniture, bylines } from "./lines.ts";
import { type SignOff, signatureOf, signOffOf } from "./sign-off.ts";

/** All that an article's words say of who made it. */
export interface Said {
  /** The surest source first; only those that name somebody. */
  readonly claims: readonly Claim[];
  readonly bylines: readonly Byline[];
  readonly bio: (Bio & { readonly line: PlacedLine }) | undefined;
  readonly signOffs: readonly SignOff[];
  readonly credit: ReturnType<typeof creditOf>;
  readonly spent: readonly LineRef[];
}

/** Collects what bylines, sign-offs, bio, credit line and metadata say; what they mean together is for `credits`. */
export function listen(article: Article, zones: Zones, language: string): Said {
  const lines = bylines(zones, language);
  const signOffs = zones.tail.flatMap((line) => {
    const read = signOffOf(line.line.text);
    return read === undefined ? [] : [{ ...read, line }];
  });
  const signatures = zones.tail.flatMap((line) => {
    const persons = signatureOf(line.line.text);
    return persons.length === 0 ? [] : [{ persons, line }];
  });
  const bio = bioIn(zones, lines);
  const claims = [
    statedClaim(article.matter.authors, "front-matter", "certain"),
    ...lines.filter(({ by }) => by === "label").map(lineClaim),
    ...joined(lines.filter(({ by }) => by === "byline")),
    ...signOffs.map(({ authors, line }) => textClaim(authors, "sign-off", line)),
    ...signatures.map(({ persons, line }) => textClaim(persons, "sign-off", line)),
    bio === undefined ? undefined : textClaim(bio.names, "bio", bio.line),
    statedClaim(article.meta.authors, "meta", "strong"),
  ].filter((claim) => claim !== undefined);
  const whole = lines.filter((line) => line.whole);
  return {
    claims: byTrust(claims.filter(({ persons, agencies }) => persons.length + agencies.length > 0)),
    bylines: lines,
    bio,
    signOffs,
    credit: creditOf(zones),
    spent: [
      ...whole.map(({ line }) => line),
      ...bylineFurniture(zones, whole),
      ...signOffs.map(({ line }) => line),
      ...signatures.map(({ line }) => line),
      ...bioLines(zones, bio),
    ].map(({ ref }) => ref),
  };
}

/** The author's own paragraph: among the last blocks, or in the head; never a quotation. */
function bioIn({ head, tail, body }: Zones, lines: readonly Byline[]): Said["bio"] {
  const names = new Set(lines.flatMap(({ persons }) => persons.map(key)));
  const underHeading = tail.some(({ line }) => BIO_HEADING.test(line.text));
  const places = [...tail.toReversed(), ...(body.length === 0 ? [] : head)];
  for (const line of places) {
    if (line.block.kind === "quote" || line.block.kind === "heading") continue;
    const bio = bioOf(line.line.text);
    if (bio === undefined) continue;
    const last = line.ref.block >= (tail.at(-1)?.ref.block ?? 0) - 2;
    const sameName = bio.names.some((name) => names.has(key(name)));
    if (sameName || underHeading || last) return { ...bio, line };
  }
  return undefined;
}

/** The bio, its heading, and the paragraph in which a first-person bio goes on. */
function bioLines({ tail, head }: Zones, bio: Said["bio"]): PlacedLine[] {
  if (bio === undefined) return [];
  const heading = [...head, ...tail].filter(
    ({ line, ref }) => BIO_HEADING.test(line.text) && ref.block <= bio.line.ref.block,
  );
  return [bio.line, ...heading];
}
