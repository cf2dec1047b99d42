import type { Article } from "../../read/article.ts";
import type { LineRef } from "../evidence.ts";
import type { PlacedLine, Zones } from "../zones.ts";
import { bioIn, type PlacedBio } from "./bios.ts";
import type { Byline } from "./byline.ts";
import { byTrust, type Claim, joined, lineClaim, statedClaim, textClaim } from "./claim.ts";
import { creditOf } from "./credit.ts";
import { bylineFurniture } from "./furniture.ts";
import { type Labelled, labelledOutlet, labelledSection } from "./label.ts";
import { bylines } from "./lines.ts";
import { reportOf } from "./report.ts";
import { type SignOff, signatureOf, signOffOf } from "./sign-off.ts";

/** All that an article's words say of who made it. */
export interface Said {
  /** The surest source first; only those that name somebody. */
  readonly claims: readonly Claim[];
  readonly bylines: readonly Byline[];
  readonly bio: PlacedBio | undefined;
  readonly section: Labelled | undefined;
  readonly outlet: Labelled | undefined;
  readonly signOffs: readonly SignOff[];
  readonly credit: ReturnType<typeof creditOf>;
  readonly spent: readonly LineRef[];
}

/** Collects what bylines, sign-offs, bio, credit line and metadata say; what they mean together is for `credits`. */
export function listen(article: Article, zones: Zones, language: string): Said {
  const report = reportOf(zones);
  const lines = bylines(zones, { language, report, titled: article.matter.title !== undefined });
  const signOffs = zones.tail.flatMap((line) => {
    const read = signOffOf(line.line.text);
    return read === undefined ? [] : [{ ...read, line }];
  });
  const signatures = zones.tail.flatMap((line, index) => {
    const isSaying = isQuoted(zones.tail[index - 1]) && index < zones.tail.length - 1;
    const persons = isSaying ? [] : signatureOf(line.line.text);
    return persons.length === 0 ? [] : [{ persons, line }];
  });
  const stated = statedClaim(article.matter.authors, "front-matter", "certain");
  const named = [stated, ...lines].flatMap(
    (one) => one?.persons.map((person) => (typeof person === "string" ? person : person.name)) ?? [],
  );
  const bio = bioIn(zones, { named, report });
  const claims = [
    stated,
    ...lines.filter(({ by }) => by === "label").map(lineClaim),
    ...joined(lines.filter(({ by }) => by === "byline")),
    ...signOffs.map(({ authors, line }) => textClaim(authors, "sign-off", line)),
    ...signatures.map(({ persons, line }) => textClaim(persons, "sign-off", line)),
    bio === undefined ? undefined : textClaim(bio.names, "bio", bio.lines[0]),
    statedClaim(article.meta.authors, "meta", "strong", article.meta.outlet?.value),
  ].filter((claim) => claim !== undefined);
  const section = labelledSection(zones);
  const outlet = labelledOutlet(zones);
  const labels = [section, outlet].flatMap((label) => label?.line ?? []);
  const whole = lines.filter((line) => line.whole);
  return {
    claims: byTrust(claims.filter(({ persons, agencies }) => persons.length + agencies.length > 0)),
    bylines: lines,
    bio,
    section,
    outlet,
    signOffs,
    credit: creditOf(zones),
    spent: [
      ...whole.map(({ line }) => line),
      ...bylineFurniture(zones, whole, named),
      ...signOffs.map(({ line }) => line),
      ...signatures.map(({ line }) => line),
      ...(bio?.lines ?? []),
      ...(bio?.headings ?? []),
      ...labels,
    ].map(({ ref }) => ref),
  };
}

/** A name below a quotation says who said it, unless it is the last word. */
function isQuoted(line: PlacedLine | undefined): boolean {
  return line !== undefined && (line.block.kind === "quote" || /^["“„«»‘'「『]|["”“»’'」』]$/u.test(line.line.text));
}
