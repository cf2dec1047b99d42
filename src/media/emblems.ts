import type { Publication } from "../publication/publication.ts";
import type { Look, MediaFile } from "./files-of.ts";
import { localFile } from "./local.ts";

/** A publication whose own pictures stand where they are published. */
interface Adorned {
  readonly publication: Publication;
  /** The pictures that stand in the data folder, by their published addresses. */
  readonly pictures: ReadonlyMap<string, MediaFile>;
  /** Addresses of the publication's own at which nothing is published. */
  readonly missing: readonly { readonly address: string; readonly path: string }[];
}

/**
 * Gives the pictures that a publication shows of itself (icon, logo, covers of podcasts, faces of authors) their published
 * addresses, where they stand in the data folder: `/icon.png` of a publication below `/news/` may be `news/icon.png` or
 * `icon.png` there, as its own addresses begin with the one and links from the root with the other.
 */
export async function withOwnPictures(publication: Publication, look: Look): Promise<Adorned> {
  const { url } = publication;
  const addresses = new Map<string, string>();
  const pictures = new Map<string, MediaFile>();
  const missing: { address: string; path: string }[] = [];
  for (const stated of picturesOf(publication)) {
    const paths = pathsOf(stated, url);
    for (const path of paths) {
      const seen = await look(path);
      if (seen === undefined || !("name" in seen)) continue;
      const address = new URL(`media/${seen.name}`, url).href;
      addresses.set(stated, address);
      pictures.set(address, seen);
      break;
    }
    const [path] = paths;
    if (path !== undefined && !addresses.has(stated)) missing.push({ address: stated, path });
  }
  return {
    publication: addresses.size === 0 ? publication : changed(publication, (one) => addresses.get(one) ?? one),
    pictures,
    missing,
  };
}

/** Where in the data folder a picture may be that has this address. */
function pathsOf(address: string, url: string): readonly string[] {
  const [wanted, own] = [new URL(address), new URL(url)];
  if (wanted.origin !== own.origin) return [];
  const inside = wanted.pathname.startsWith(own.pathname) ? [wanted.pathname.slice(own.pathname.length - 1)] : [];
  const found = [...inside, wanted.pathname].map((path) => localFile(path, ""));
  return [...new Set(found.flatMap((one) => (one === undefined || one === "outside" ? [] : [one.path])))];
}

function picturesOf(publication: Publication): ReadonlySet<string> {
  const all = new Set<string>();
  changed(publication, (address) => {
    all.add(address);
    return address;
  });
  return all;
}

type Change = (address: string) => string;

/** The publication with the address of each picture of its own changed. */
function changed(publication: Publication, change: Change): Publication {
  const { webfeeds, smartnews, podcasts, people } = publication;
  const shows = Object.entries(podcasts).map(
    ([section, show]) => [section, repainted(show, ["image"], change)] as const,
  );
  return {
    ...repainted(publication, ["icon", "logo"], change),
    ...(webfeeds === undefined ? {} : { webfeeds: repainted(webfeeds, ["cover", "icon", "logo"], change) }),
    ...(smartnews === undefined
      ? {}
      : {
          smartnews: {
            ...repainted(smartnews, ["logo", "darkModeLogo"], change),
            sponsored: smartnews.sponsored.map((one) => repainted(one, ["thumbnail"], change)),
          },
        }),
    podcasts: Object.fromEntries(shows),
    people: people.map((person) => repainted(person, ["avatar"], change)),
  };
}

function repainted<Of extends object>(of: Of, names: readonly (keyof Of)[], change: Change): Of {
  const stated = names.filter((name) => typeof of[name] === "string");
  return { ...of, ...Object.fromEntries(stated.map((name) => [name, change(of[name] as string)])) };
}
