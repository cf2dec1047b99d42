/**
 * Milliseconds of processor time that a piece of work takes in this process, whatever else the machine does meanwhile:
 * a clock on the wall would tell of that as well.
 */
export function effort(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return since(before);
}

/** The same of work that is waited for. */
export async function effortOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return since(before);
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
