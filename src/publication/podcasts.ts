import type { Finding } from "../finding.ts";
import { oneLine, takeAddress } from "./people.ts";
import type { StatedPodcast } from "./podcast-fields.ts";
import type { Podcast, Publication } from "./publication.ts";
import type { YamlFile } from "./yaml-file.ts";

/** The podcasts by their sections, with absolute addresses. */
export function readPodcasts(
  stated: Readonly<Record<string, StatedPodcast>> = {},
  yaml: YamlFile,
  title: string,
  base: string | undefined,
  findings: Finding[],
): Publication["podcasts"] {
  return Object.fromEntries(
    Object.entries(stated).map(([section, podcast]) => [
      oneLine(section),
      readPodcast(
        podcast,
        (field, address) => takeAddress(yaml, ["podcasts", section, ...field], address, base, findings) ?? "",
        title,
      ),
    ]),
  );
}

function readPodcast(
  stated: StatedPodcast,
  address: (field: readonly string[], stated: string) => string,
  title: string,
): Podcast {
  const { owner, guid, funding, explicit = false, type = "episodic", locked = true, author = title } = stated;
  return {
    image: address(["image"], stated.image),
    author: oneLine(author),
    category: oneLine(stated.category),
    explicit,
    type,
    locked,
    ...(stated.title === undefined ? {} : { title: oneLine(stated.title) }),
    ...(stated.description === undefined ? {} : { description: oneLine(stated.description) }),
    ...(owner === undefined ? {} : { owner: { name: oneLine(owner.name), email: owner.email } }),
    ...(guid === undefined ? {} : { guid }),
    ...(funding === undefined
      ? {}
      : { funding: { url: address(["funding", "url"], funding.url), text: oneLine(funding.text) } }),
  };
}
