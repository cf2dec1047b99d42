import type { BuildReport } from "../build.ts";
import { harmless, placeName } from "../words.ts";
import { isoInstant } from "./document.ts";
import type { Colours } from "./look.ts";

/** How many entries of a kind are named; the count has them all. */
const NAMED = 10;

/** What a build did, for a person. `brief` leaves out the entries by name: files and pipes need but the counts. */
export function reportText(report: BuildReport, look: Colours, brief: boolean): string {
  if (report.publication === undefined) return nothingText(report);
  const lines = [
    `${look.title(harmless(report.publication))}: ${counts(report)}.`,
    ...(brief ? [] : entryLines(report, look)),
    ...heldBackLines(report, look),
    ...(report.dryRun ? subscriberLines(report, look) : [fileLine(report, look)]),
    ...dueLine(report),
  ];
  return `${lines.join("\n")}\n`;
}

function nothingText({ entries, dryRun, findings }: BuildReport): string {
  if (findings.some(({ code, facts }) => code === "disk/trouble" && facts.begun === true))
    return "The build did not come to its end: some files may be new; each is whole.\n";
  const { drafts, embargoed, refused } = entries;
  const why = [some(refused, "refused"), some(embargoed, "held back"), some(drafts, "draft")].filter(Boolean);
  const because = why.length === 0 ? "" : ` (${why.join(", ")})`;
  return `Nothing ${dryRun ? "would be" : "was"} published${because}.\n`;
}

function counts({ entries }: BuildReport): string {
  const { newCount, unchangedCount, updated, withdrawn, refused, embargoed, drafts, olderCount } = entries;
  const all = newCount + updated.length + unchangedCount;
  const parts = [
    some({ length: newCount }, "new"),
    some(updated, "updated"),
    some({ length: unchangedCount }, "unchanged"),
  ].filter(Boolean);
  const beside = [
    some(withdrawn, "withdrawn"),
    some(refused, "refused"),
    some(embargoed, "held back"),
    drafts.length === 0 ? "" : number(drafts.length, "draft", "drafts"),
    some({ length: olderCount }, "too old for any feed"),
  ].filter(Boolean);
  return [`${number(all, "entry", "entries")} (${parts.join(", ") || "none this time"})`, ...beside].join(", ");
}

function entryLines({ entries }: BuildReport, look: Colours): string[] {
  return [
    ...named(look.good("new"), "new", entries.new),
    ...named(look.warning("updated"), "updated", entries.updated),
    ...named(look.error("withdrawn"), "withdrawn", entries.withdrawn),
  ];
}

function named(
  label: string,
  plain: string,
  entries: readonly { readonly title: string; readonly file: string }[],
): string[] {
  const lines = entries
    .slice(0, NAMED)
    .map(({ title, file }) => `  ${label}${" ".repeat(11 - plain.length)}${harmless(title)}  ${placeName({ file })}`);
  return entries.length > NAMED ? [...lines, `  … and ${entries.length - NAMED} more ${plain}`] : lines;
}

/** What is refused or held back is always named: somebody waits for it. */
function heldBackLines({ entries }: BuildReport, look: Colours): string[] {
  const refused = entries.refused.map(
    ({ file, kept }) =>
      `  ${look.error("refused")}    ${placeName({ file })}${kept ? " (what it had published stays)" : ""}`,
  );
  const embargoed = entries.embargoed.map(
    ({ file, title, until }) =>
      `  ${look.note("held back")}  ${harmless(title)}  ${placeName({ file })}, until ${isoInstant(until)}`,
  );
  return [...refused, ...embargoed];
}

function fileLine({ files, milliseconds }: BuildReport, look: Colours): string {
  const { written, unchanged, removed } = files;
  const wrote =
    written.length === 0
      ? "Every file was up to date"
      : written.length <= NAMED
        ? `Wrote ${written.map((file) => placeName({ file })).join(", ")}`
        : `Wrote ${written.length} files`;
  const rest = written.length > 0 && unchanged.length > 0 ? `; ${unchanged.length} unchanged` : "";
  const gone =
    removed.length === 0
      ? ""
      : removed.length <= NAMED
        ? `; removed ${removed.map((file) => placeName({ file })).join(", ")}`
        : `; removed ${removed.length} files that are no more`;
  return `${wrote}${rest}${gone}. ${look.quiet(`${(milliseconds / 1000).toFixed(2)} s`)}`;
}

const DUES = {
  embargo: "is to be published",
  expiry: "is to leave the feeds",
  tombstone: "is no longer to be called withdrawn",
} as const;

/** When somebody should build again though nobody has written anything. */
function dueLine({ due }: BuildReport): string[] {
  if (due === undefined) return [];
  return [`Next: ${placeName({ file: due.file })} ${DUES[due.what]} at ${isoInstant(due.at)}.`];
}

function subscriberLines({ subscribers }: BuildReport, look: Colours): string[] {
  const { appear, change, vanish, returnAsNew } = subscribers;
  const kinds = [
    ["appear", appear, look.good],
    ["change", change, look.warning],
    ["vanish", vanish, look.note],
    ["come back as new", returnAsNew, look.error],
  ] as const;
  return [
    "A dry run: nothing was written. Subscribers would see",
    ...kinds.flatMap(([what, titles, paint]) => [
      `  ${paint(what)}: ${titles.length === 0 ? "none" : titles.length}`,
      ...titles.slice(0, NAMED).map((title) => `    ${harmless(title)}`),
      ...(titles.length > NAMED ? [`    … and ${titles.length - NAMED} more`] : []),
    ]),
  ];
}

function some(list: { readonly length: number }, what: string): string {
  return list.length === 0 ? "" : `${list.length} ${what}`;
}

function number(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
