import { setTimeout as pause } from "node:timers/promises";
import type { Ping } from "./plan.ts";
import { type Heard, post } from "./post.ts";

/** How a hub answered. */
export interface Answer {
  readonly ping: Ping;
  readonly taken: boolean;
  /** Its status and the beginning of its words, or why there is no answer. */
  readonly said: string;
  /** None where a hub had not answered before, and was not asked again. */
  readonly tries: number;
  readonly milliseconds: number;
}

/** How long hubs are waited for, in milliseconds. */
export interface Patience {
  /** For an answer. */
  readonly timeout: number;
  /** Before each further try. */
  readonly delays: readonly number[];
  /** At most, whatever the hub asks for (`Retry-After`). */
  readonly longest: number;
}

const PATIENCE: Patience = { timeout: 15_000, delays: [1000, 4000, 10_000], longest: 30_000 };

/**
 * Tells hubs of feeds: all hubs at once, each of its feeds one after the other, since hubs fetch a feed as soon as they
 * are told. What may pass (no answer, 408, 429, 5xx) is tried again; a hub that does not answer at all is not asked for
 * its further feeds. `heard` hears each answer as it comes.
 */
export async function tellAll(
  pings: readonly Ping[],
  agent: string,
  heard: (answer: Answer) => void,
  patience: Patience = PATIENCE,
): Promise<readonly Answer[]> {
  const hubs = new Map<string, Ping[]>();
  for (const ping of pings) hubs.set(ping.hub, [...(hubs.get(ping.hub) ?? []), ping]);
  const answers = await Promise.all([...hubs.values()].map((theirs) => tellHub(theirs, agent, heard, patience)));
  return answers.flat();
}

async function tellHub(
  pings: readonly Ping[],
  agent: string,
  heard: (answer: Answer) => void,
  patience: Patience,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  let silent: string | undefined;
  for (const ping of pings) {
    const { answer, isSilent } = silent === undefined ? await tell(ping, agent, patience) : notAsked(ping, silent);
    if (isSilent) silent = answer.said;
    answers.push(answer);
    heard(answer);
  }
  return answers;
}

interface Told {
  readonly answer: Answer;
  readonly isSilent: boolean;
}

function notAsked(ping: Ping, said: string): Told {
  return { answer: { ping, taken: false, said, tries: 0, milliseconds: 0 }, isSilent: true };
}

async function tell(ping: Ping, agent: string, patience: Patience): Promise<Told> {
  const started = performance.now();
  for (let tries = 1; ; tries += 1) {
    const { taken, said, again, status }: Heard = await post(ping, agent, patience.timeout);
    const delay = patience.delays[tries - 1];
    if (taken || again === false || delay === undefined) {
      const milliseconds = Math.round(performance.now() - started);
      return { answer: { ping, taken, said, tries, milliseconds }, isSilent: status === undefined };
    }
    const asked = typeof again === "number" ? again : 0;
    if (asked > patience.longest) return notNow(ping, said, tries, started);
    await pause(Math.max(asked, delay));
  }
}

/** A hub that wants to be left alone for longer than we wait is asked by the next push. */
function notNow(ping: Ping, said: string, tries: number, started: number): Told {
  const milliseconds = Math.round(performance.now() - started);
  return { answer: { ping, taken: false, said, tries, milliseconds }, isSilent: false };
}
