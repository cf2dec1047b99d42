/** What the measurements say, in tables and judgements. */
import { JOBS } from "./jobs.mjs";
import { growth, median, verdict } from "./statistics.mjs";
import { count, megabytes, seconds, table, times } from "./table.mjs";

/** @typedef {import("./run.mjs").Row} Row */
/** @typedef {{ job: string, size: number, contender: string, seconds: number, processor: number | undefined, megabytes: number | undefined }} Result */

const MEASURE = {
  ratio: ({ ours, hugo }) => hugo && ours.seconds / hugo.seconds,
  megabytes: ({ ours }) => ours.megabytes,
  seconds: ({ ours }) => ours.seconds,
};
const WRITTEN = { ratio: (value) => `${times(value)} Hugo`, megabytes, seconds };
const SAID = { aim: "aim met", must: "must met", missed: "MISSED" };

/** What takes at most so many times as long at the largest size as at the smallest is flat: noise alone is as much. */
const FLAT = 1.5;

/**
 * Times by their median, memory by its peak.
 * @param {readonly Row[]} rows
 * @returns {Result[]}
 */
export function results(rows) {
  return rows.map(({ job, size, contender, seconds: all, processor, megabytes: sizes }) => ({
    job,
    size,
    contender,
    seconds: median(all),
    processor: ofKnown(processor, median),
    megabytes: ofKnown(sizes, (known) => Math.max(...known)),
  }));
}

function ofKnown(values, what) {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : what(known);
}

/**
 * What was promised of what was measured. Where there is no Hugo there is nothing to compare with.
 * @param {readonly Result[]} list
 */
export function judgements(list) {
  return JOBS.flatMap(({ name, goals }) =>
    Object.entries(goals).flatMap(([size, promised]) => {
      const of = (contender) => find(list, name, Number(size), contender);
      const [ours, hugo] = [of("dateline"), of("hugo")];
      if (ours === undefined) return [];
      return Object.entries(promised).flatMap(([kind, goal]) => {
        const value = MEASURE[kind]({ ours, hugo });
        if (value === undefined) return [];
        return [{ job: name, size: Number(size), kind, value, ...goal, verdict: verdict(value, goal) }];
      });
    }),
  );
}

/**
 * How the cost of one changed article grows from the smallest size to the largest.
 * @param {readonly Result[]} list
 */
export function growths(list) {
  const grown = (job, contender) =>
    growth(
      new Map(
        list.filter((row) => row.job === job && row.contender === contender).map((row) => [row.size, row.seconds]),
      ),
    );
  const [walking, floor, listed] = [grown("one", "dateline"), grown("one", "stat"), grown("listed", "dateline")];
  return [
    ...(walking === undefined || floor === undefined
      ? []
      : [{ job: "one", value: walking, must: floor, met: walking <= floor }]),
    ...(listed === undefined ? [] : [{ job: "listed", value: listed, must: FLAT, met: listed <= FLAT }]),
  ];
}

/**
 * The table of all that was measured. Where other work keeps the processors busy, the time that ours and Hugo's spent on
 * them tells more than the clock.
 */
export function measured(list) {
  const contenders = present(list);
  return table(
    ["articles", "job", ...contenders, "of Hugo's time", "on processors"],
    lines(list).map(({ size, job }) => {
      const [ours, hugo] = [find(list, job, size, "dateline"), find(list, job, size, "hugo")];
      const ratio = (key) => (ours?.[key] && hugo?.[key] ? times(ours[key] / hugo[key]) : "");
      const cells = contenders.map((name) => cell(find(list, job, size, name)));
      return [count(size), job, ...cells, ratio("seconds"), ratio("processor")];
    }),
  );
}

/** The table of what was promised. */
export function promises(list) {
  const rows = judgements(list).map(({ job, size, kind, value, must, aim, verdict: said }) => {
    const write = WRITTEN[kind];
    return [count(size), job, write(value), write(must), write(aim), SAID[said]];
  });
  const grown = growths(list).map(({ job, value, must, met }) => [
    "each size",
    job,
    `grows ${times(value)}`,
    `${times(must)}${job === "one" ? ", as stat does" : ", flat"}`,
    "",
    met ? "must met" : "MISSED",
  ]);
  return rows.length + grown.length === 0
    ? "Nothing was promised of these."
    : table(["articles", "job", "measured", "must", "aim", ""], [...rows, ...grown]);
}

/** The table for the README, in words. */
export function readme(list) {
  const contenders = present(list).filter((name) => name !== "stat");
  const wording = new Map(JOBS.map(({ name, words }) => [name, words]));
  return table(
    ["articles", "", ...contenders],
    lines(list).map(({ size, job }) => [
      count(size),
      wording.get(job),
      ...contenders.map((name) => cell(find(list, job, size, name))),
    ]),
  );
}

const find = (list, job, size, contender) =>
  list.find((row) => row.job === job && row.size === size && row.contender === contender);
const present = (list) => [...new Set(list.map(({ contender }) => contender))];
const cell = (row) =>
  row === undefined ? "" : [seconds(row.seconds), megabytes(row.megabytes)].filter(Boolean).join(", ");

/** What was measured, job by job in their order, sizes within. */
function lines(list) {
  return JOBS.flatMap(({ name }) =>
    [...new Set(list.filter(({ job }) => job === name).map(({ size }) => size))].map((size) => ({ size, job: name })),
  );
}
