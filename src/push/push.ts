import { standingFeeds } from "./feeds.ts";
import { readPushed, writePushed } from "./memory.ts";
import { type Ping, planPush, remembered } from "./plan.ts";
import { type Answer, type Patience, tellAll } from "./tell.ts";

export interface PushOptions {
  /** The folder where is remembered what hubs were told. */
  readonly data: string;
  /** The folder of feeds. */
  readonly out: string;
  /** Who we are: the `User-Agent`. */
  readonly agent: string;
  /** Tell of feeds that have not changed as well. */
  readonly all?: boolean;
  /** Tell nobody; say whom. */
  readonly dryRun?: boolean;
  readonly patience?: Patience;
  /** Hears each answer as it comes. */
  readonly heard?: (answer: Answer) => void;
}

/** What was told, and to whom. */
export interface PushReport {
  readonly answers: readonly Answer[];
  /** What a dry run would have told. */
  readonly wouldTell: readonly Ping[];
  /** How many need not be told again. */
  readonly known: number;
  /** Feeds that name a hub but not their own address. */
  readonly nameless: readonly string[];
}

/** Tells the hubs that the feeds of a folder name which of them changed since they were told. Rejects with what the disk says. */
export async function push(options: PushOptions): Promise<PushReport> {
  const { data, out, agent, all = false, dryRun = false, patience, heard = () => undefined } = options;
  const plan = planPush(await standingFeeds(out), await readPushed(data), all);
  const { pings, known, nameless } = plan;
  if (dryRun) return { answers: [], wouldTell: pings, known: known.length, nameless };
  const answers = await tellAll(pings, agent, heard, patience);
  const told = answers.filter(({ taken }) => taken).map(({ ping }) => ping);
  if (pings.length > 0) writePushed(data, remembered(plan, told));
  return { answers, wouldTell: [], known: known.length, nameless };
}
