/** What asks a process to end: Ctrl-C, `kill`, a terminal that is closed. */
const ASKING = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs what can be ended half way: it hears by a signal that it is to end, tidies up, and then the process ends as it was
 * asked to, so that a shell knows. Whoever asks a second time does not wait for that.
 */
export async function interruptible<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const ending = new AbortController();
  let asked: NodeJS.Signals | undefined;
  const hear = (signal: NodeJS.Signals): void => {
    asked = signal;
    forget();
    ending.abort();
  };
  const forget = (): void => {
    for (const one of ASKING) process.off(one, hear);
  };
  for (const one of ASKING) process.on(one, hear);
  try {
    return await run(ending.signal);
  } finally {
    forget();
    if (asked !== undefined) process.kill(process.pid, asked);
  }
}
