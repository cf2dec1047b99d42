/** How much is taken from whoever sends articles; what is beyond is refused, and said. */
export interface Limits {
  /** Bytes of an article. */
  readonly articleSize: number;
  /** Bytes of a picture, a sound, a film or another file that an article shows. */
  readonly mediaSize: number;
  /** How many elements, quotes or list items may stand in one another. */
  readonly depth: number;
  /** Articles of a publication. */
  readonly entries: number;
  /** For which an article may be read. */
  readonly seconds: number;
}

/** As `publication.yaml` may state them. */
export type StatedLimits = { readonly [Key in keyof Limits]?: number | undefined };

/** Far above what people write, and below what harms a machine. */
export const LIMITS: Limits = {
  articleSize: 20_000_000,
  mediaSize: 1_000_000_000,
  depth: 1_000,
  entries: 1_000_000,
  seconds: 60,
};

/** The limits that hold. */
export function readLimits(stated: StatedLimits = {}): Limits {
  const said = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
  return { ...LIMITS, ...said };
}
