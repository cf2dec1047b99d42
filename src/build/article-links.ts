import type { Story } from "../compose/story.ts";
import { type Finding, finding } from "../finding.ts";
import type { Recorded } from "../ledger/desk.ts";
import type { Entry } from "../ledger/entry.ts";
import { LightEntry } from "../ledger/light-entry.ts";
import { type Linked, linkedFile } from "../media/linked.ts";
import { bodyLinks, withLinks } from "../media/references.ts";
import { absolutise } from "../read/links.ts";
import { TRAITS } from "./store/parted.ts";
import { StoredStory } from "./store/stored-story.ts";

/** A link to an article's file, as it is written, and what it means. */
type ToArticle = Linked & { readonly url: string };

/**
 * The entries with links among articles leading to where these are published: writers link to a file that they see
 * beside theirs.
 */
export function withArticleLinks(recorded: Recorded, stories: readonly Story[]): Recorded {
  const linking = new Map<string, readonly ToArticle[]>();
  for (const story of stories) {
    const links = mayLink(story) ? linksToArticles(story) : [];
    if (links.length > 0) linking.set(story.file, links);
  }
  if (linking.size === 0) return recorded;
  const addresses = new Map(recorded.entries.map(({ file, link }) => [file, link]));
  const { drafts, embargoed, refused } = recorded;
  const unpublished = new Set([...drafts, ...embargoed.map(({ file }) => file), ...refused.map(({ file }) => file)]);
  const findings: Finding[] = [];
  const entries = recorded.entries.map((entry) => {
    const links = linking.get(entry.file);
    if (links === undefined) return entry;
    for (const { path, url } of links)
      if (unpublished.has(path) && !addresses.has(path))
        findings.push(finding("link/unpublished", { file: entry.file }, { url, path }));
    return led(entry, links, addresses);
  });
  return { ...recorded, entries, findings: [...recorded.findings, ...findings] };
}

/** Of stories that lie on the disk it is known which are to be looked at each time; nobody reads the words of the others. */
function mayLink(story: Story): boolean {
  return !(story instanceof StoredStory) || (story.row.traits & TRAITS.restless) !== 0;
}

/** The files of the articles to which a story leads, whether they are there or not. */
export function articlesLinkedFrom(story: Story): readonly string[] {
  return mayLink(story) ? linksToArticles(story).map(({ path }) => path) : [];
}

function linksToArticles({ body, file }: Story): readonly ToArticle[] {
  return [...new Set(bodyLinks(body))].flatMap((url) => {
    const linked = linkedFile(url, file);
    return linked?.isArticle === true ? [{ ...linked, url }] : [];
  });
}

/** A copy whose words are asked for when they are read, as the entry's are. */
function led(entry: Entry, links: readonly ToArticle[], addresses: ReadonlyMap<string, string>): Entry {
  const targets = new Map<string, string>();
  for (const { url, path, part } of links) {
    const address = addresses.get(path);
    if (address !== undefined) targets.set(asPublished(url, entry.link), `${address}${part}`);
  }
  return targets.size === 0 ? entry : withTargets(entry, targets);
}

function withTargets(entry: Entry, targets: ReadonlyMap<string, string>): Entry {
  if (entry instanceof LightEntry)
    return entry.also(JSON.stringify([...targets]), (whole) => withTargets(whole, targets));
  const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(entry)) as Entry;
  const content = (): string | undefined => entry.content && withLinks(entry.content, (url) => targets.get(url));
  return Object.defineProperty(copy, "content", { get: content, enumerable: true });
}

/** What has become of a link by the time that its entry is published. */
function asPublished(url: string, link: string): string {
  return bodyLinks(absolutise(`<a href="${url.replaceAll("&", "&amp;")}">`, link))[0] ?? "";
}
