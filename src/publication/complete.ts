import { finding } from "../finding.ts";
import type { LoadedPublication, Publication } from "./publication.ts";

/** The file that says it all, as it is named to the user where it does not exist. */
export const PUBLICATION_FILE = "publication.yaml";
/** Stands in as the front page's address until the outlets are known. */
export const PLACEHOLDER = "https://publication.example/";

/**
 * Settles what `publication.yaml` left open: the title after the outlet that most articles name (`outlets`: one for
 * each article that names one, asked for only then), the url below the reserved `.example` (RFC 2606). The findings are about that alone.
 */
export function completePublication(publication: Publication, outlets: () => readonly string[]): LoadedPublication {
  const place = { file: PUBLICATION_FILE };
  const { titleStated, urlStated } = publication;
  const title = titleStated ? publication.title : (mostFrequent(outlets()) ?? "Untitled");
  const url = urlStated ? publication.url : `https://${domainLabel(title)}.example/`;
  const derived = publication.tagDomain === new URL(PLACEHOLDER).hostname;
  return {
    publication: { ...publication, title, url, tagDomain: derived ? new URL(url).hostname : publication.tagDomain },
    findings: [
      ...(titleStated ? [] : [finding("publication/missing", place, { title })]),
      ...(urlStated ? [] : [finding("publication/no-url", place, { url })]),
    ],
  };
}

/** Of equally frequent ones the first by code units: the order in which files are read must not matter. */
function mostFrequent(outlets: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const outlet of outlets) counts.set(outlet, (counts.get(outlet) ?? 0) + 1);
  const most = [...counts.values()].reduce((highest, count) => Math.max(highest, count), 0);
  return [...counts]
    .filter(([, count]) => count === most)
    .map(([outlet]) => outlet)
    .sort()[0];
}

/** A name as a domain's label (RFC 1035: 63 letters, digits and hyphens). */
function domainLabel(title: string): string {
  const label = title
    .normalize("NFKD")
    .replace(/\p{M}|['’]/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 63)
    .replace(/^-|-$/g, "");
  return label === "" ? "publication" : label;
}
