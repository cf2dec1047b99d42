import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { png } from "../support/pictures.ts";
import { type Site, site } from "../support/site.ts";

const PUBLICATION = `title: Gazette
url: https://gazette.example/
limit: 2
feeds:
  archiveSize: 2
  tags: true
`;
const ARTICLE = (words: string, day: number, more = ""): string =>
  `---\ndate: 2026-05-0${day}T10:00:00Z\nsection: Harbour\ntags: [${words}]\n---\n# The ${words}\n\nAll of ${words}.\n\n${more}\n`;
const YESTERDAY = new Date("2026-06-01T10:00:00Z");
export const NOW = new Date("2026-06-02T10:00:00Z");

export interface History {
  /**
   * A publication that was built yesterday, and changed since: one article edited, one new, one gone, one at another
   * address, one that left its section and lost its picture.
   */
  readonly template: string;
  /** What a build without any trouble makes of it. */
  readonly expected: ReturnType<Site["bytes"]>;
}

/** Makes the history; it is gone when the test is. */
export async function history(): Promise<History> {
  const place = site({
    "data/publication.yaml": PUBLICATION,
    "data/a.md": ARTICLE("ferry", 1),
    "data/b.md": ARTICLE("crane", 2, "![A crane](/crane.png)"),
    "data/c.md": ARTICLE("quay", 3),
    "data/d.md": ARTICLE("storm", 4),
    "data/f.md": ARTICLE("pier", 3, "![A pier](/pier.png)").replace("Harbour", "Piers"),
    "data/pier.png": png(70, 70),
    "data/crane.png": png(80, 80),
  });
  await place.build({ now: YESTERDAY });
  place.put({
    "data/b.md": ARTICLE("crane", 2, "It fell. ![A crane](/crane.png)"),
    "data/e.md": ARTICLE("bridge", 5, "![A bridge](/bridge.png)"),
    "data/bridge.png": png(90, 90),
    "data/d.md": ARTICLE("storm", 4).replace("section:", "link: /storms/1/\nsection:"),
    "data/f.md": ARTICLE("pier", 3),
  });
  place.remove("data/pier.png");
  place.remove("data/c.md");
  const template = mkdtempSync(join(tmpdir(), "dateline-crash-"));
  onTestFinished(() => rmSync(template, { recursive: true, force: true }), 120_000);
  cpSync(place.folder, template, { recursive: true });
  const undisturbed = site(template);
  await undisturbed.build({ now: NOW });
  return { template, expected: undisturbed.bytes() };
}
