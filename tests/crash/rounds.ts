import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { png } from "../support/pictures.ts";
import { type Site, site } from "../support/site.ts";

/** A publication that is edited round by round in all the ways that move something in `dist/`. */
export interface Rounds {
  readonly place: Site;
  /** Edits what the round has to edit; says when its build is. */
  readonly edit: (round: number) => Date;
  /** What a build gives that nobody disturbs, of the articles, the ledger and what subscribers get as they are now. */
  readonly undisturbed: (now: Date) => Promise<ReturnType<Site["bytes"]>>;
}

const PUBLICATION =
  "title: Gazette\nurl: https://gazette.example/\nlimit: 6\nfeeds:\n  archives: all\n  archiveSize: 4\n";
const FIRST = 24;

export function openRounds(): Rounds {
  const place = site({ "data/publication.yaml": PUBLICATION, "data/ferry.png": png(80, 80) });
  for (let number = 0; number < FIRST; number += 1) place.put({ [file(number)]: article(number, "sails") });
  return {
    place,
    edit: (round) => {
      const newest = FIRST + round;
      const picture = `of-${newest}.png`;
      place.put({
        // New, with a picture of its own and in a section of its own.
        [`data/${picture}`]: png(90, 40 + (round % 200)),
        [file(newest)]: article(newest, `is new. ![It](/${picture})`, { section: `Pier ${newest}` }),
        // The one before loses both: a section that is no more, a picture that nobody shows.
        [file(newest - 1)]: article(newest - 1, "has moved"),
        // Corrected, in the window and in the archive.
        [file(newest - 3)]: article(newest - 3, `was wrong in round ${round}`),
        [file(newest - 16)]: article(newest - 16, `was wrong for long, until round ${round}`),
        // Another address.
        [file(newest - 5)]: article(newest - 5, "has moved", { link: `/piers/${newest}/` }),
      });
      if (round > 0) place.remove(`data/of-${newest - 1}.png`);
      // Withdrawn, in turn from the window and from the archive.
      const gone = newest - (round % 2 === 0 ? 4 : 11);
      if (place.list("data").includes(file(gone).slice("data/".length))) place.remove(file(gone));
      return new Date(Date.UTC(2026, 4, 2) + round * 60_000);
    },
    undisturbed: async (now) => {
      const folder = mkdtempSync(join(tmpdir(), "dateline-undisturbed-"));
      try {
        const filter = (path: string): boolean => !path.endsWith(".dateline");
        cpSync(join(place.folder, "data"), join(folder, "data"), { recursive: true, filter });
        // What is withdrawn is looked up in the feed that stands there.
        for (const path of place.list("dist").filter((one) => /^(?:archives\/)?feed(?:-\d+)?\.json$/.test(one)))
          cpSync(join(place.folder, "dist", path), join(folder, "dist", path));
        const other = site(folder);
        await other.build({ now });
        const bytes = other.bytes();
        rmSync(other.folder, { recursive: true });
        return bytes;
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

function file(number: number): string {
  return `data/${number}.md`;
}

function article(number: number, what: string, { section = "Harbour", link = "" } = {}): string {
  const date = new Date(Date.UTC(2026, 0, 1) + number * 3_600_000).toISOString();
  const address = link === "" ? "" : `link: ${link}\n`;
  return `---\ndate: ${date}\nsection: ${section}\n${address}---\n# Ferry ${number}\n\nFerry ${number} ${what}.\n\n![It](/ferry.png)\n`;
}
