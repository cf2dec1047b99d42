import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { serving } from "../serve/http.ts";
import { type Site, site } from "../support/site.ts";

/** A request as the server saw it. */
interface Seen {
  readonly target: string;
  readonly status: number;
}

/** A publication on the web, as far as this machine is the web. */
export interface Gazette {
  readonly place: Site;
  /** Its address, which its feeds and links name too. */
  readonly url: string;
  /** What was asked for since this was last called. */
  readonly asked: () => readonly Seen[];
  readonly publish: (day: number) => Promise<void>;
}

/** An article that has words which no other has. */
export function article(name: string, day: string, more = ""): string {
  return `---\ntitle: The ${name} story\ndate: 2026-05-${day}T08:00:00Z\nauthor: Jane Doe\n---\nAll there is to say of the ${name}, in words that no other story has: ${name.repeat(9)}.${more}\n`;
}

/** Publishes two articles and serves them until the test is done; `more` is added to publication.yaml. */
export async function openGazette(more = ""): Promise<Gazette> {
  const place = site();
  mkdirSync(join(place.folder, "dist"));
  let seen: Seen[] = [];
  const { url } = await serving(join(place.folder, "dist"), {
    onAnswered: ({ target, status }) => seen.push({ target, status }),
  });
  place.put({
    "data/publication.yaml": `title: Gazette\nurl: ${url}\n${more}`,
    "data/ferry.md": article("ferry", "01"),
    "data/crane.md": article("crane", "02"),
  });
  const publish: Gazette["publish"] = async (day) => {
    await place.build({ now: new Date(Date.UTC(2026, 5, day)) });
  };
  await publish(1);
  const asked: Gazette["asked"] = () => {
    const before = seen;
    seen = [];
    return before;
  };
  return { place, url, asked, publish };
}

/** What happens to a publication, in order, each with what subscribers should then see. */
export const LIFE: readonly {
  readonly what: string;
  readonly change: (place: Site) => void;
  /** Titles that are new to a subscriber. */
  readonly appear: readonly string[];
  /** Titles that are then in the feed, newest first. */
  readonly stand: readonly string[];
}[] = [
  { what: "nothing", change: () => undefined, appear: [], stand: ["crane", "ferry"] },
  {
    what: "a correction",
    change: (place) => place.put({ "data/ferry.md": article("ferry", "01", " It sails on Tuesday.") }),
    appear: [],
    stand: ["crane", "ferry"],
  },
  {
    what: "a file that is renamed and moved",
    change: (place) => {
      place.remove("data/crane.md");
      place.put({ "data/2026/derrick.md": article("crane", "02") });
    },
    appear: [],
    stand: ["crane", "ferry"],
  },
  {
    what: "a new article",
    change: (place) => place.put({ "data/storm.md": article("storm", "03") }),
    appear: ["storm"],
    stand: ["storm", "crane", "ferry"],
  },
  {
    what: "a withdrawn article",
    change: (place) => place.remove("data/ferry.md"),
    appear: [],
    stand: ["storm", "crane"],
  },
  {
    what: "the same article again",
    change: (place) => place.put({ "data/ferry.md": article("ferry", "01", " It sails on Tuesday.") }),
    appear: [],
    stand: ["storm", "crane", "ferry"],
  },
];
