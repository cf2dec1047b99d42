import { basename, relative } from "node:path";
import { compose } from "../compose/compose.ts";
import type { Story } from "../compose/story.ts";
import { readSettled } from "../files/settled.ts";
import { type Finding, finding } from "../finding.ts";
import { type ItemsFile, readItems } from "../items/items.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Publication } from "../publication/publication.ts";
import { decode } from "../read/decode.ts";
import { unreadStory } from "./crew/read-story.ts";
import { Stop } from "./stop.ts";

/** The stories of a JSON file's items. */
export interface ItemStories {
  readonly stories: readonly Story[];
  readonly findings: readonly Finding[];
  /** A finding of an item, at the line where that begins. */
  readonly placed: (one: Finding) => Finding;
  /** What stays as it was published although no item tells of it: all, where an item can't be told. */
  readonly silent: (ledger: Ledger) => readonly string[];
}

export const NO_ITEMS: ItemStories = { stories: [], findings: [], placed: (one) => one, silent: () => [] };

interface Around {
  readonly data: string;
  readonly publication: Publication;
  readonly now: Date;
}

/** Reads and composes the articles of a JSON file. One that can't be understood ends the build; rejects as the disk does. */
export async function readItemStories(path: string, { data, publication, now }: Around): Promise<ItemStories> {
  const file: ItemsFile = { name: basename(path), path: relative(data, path) };
  const items = await readItems(decode(await readSettled(path)).text, file, publication.limits);
  if ("code" in items) throw new Stop([items]);
  const { articles, places, findings } = items;
  const stories: Story[] = [];
  for (const article of articles)
    stories.push(
      await compose(article, { publication, now }).catch((error: unknown) =>
        unreadStory(article.file, finding("read/failed", { file: article.file }, { message: String(error) })),
      ),
    );
  return {
    stories,
    findings: [...findings, ...stories.flatMap((story) => story.findings)],
    placed: (one) => {
      const place = places.get(one.place.file);
      return place === undefined ? one : { ...one, place };
    },
    silent: ({ lines }) =>
      [...lines.values()].flatMap(({ file: known, withdrawn }) => {
        const isOurs = known.startsWith(`${file.name}#`) && withdrawn === undefined && !places.has(known);
        return findings.length > 0 && isOurs ? [known] : [];
      }),
  };
}
