import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { join } from "node:path";
import type { WorkerMessage, WorkerOptions } from "./serve-worker.ts";
import type { ServeOptions, Serving } from "./server.ts";

/** A worker that dies at once would die again and again. */
const PAUSE = 1000;

/**
 * Serves a folder with several processes that share a port: one process alone reaches less than half of the rate of
 * servers that are written for it. Rejects as `serve` does.
 */
export async function serveWithWorkers(
  count: number,
  { folder, port, host, onAnswered }: Pick<ServeOptions, "folder" | "port" | "host" | "onAnswered">,
): Promise<Pick<Serving, "url" | "close">> {
  const options: WorkerOptions = { folder, port, host, log: onAnswered !== undefined };
  cluster.setupPrimary({ exec: join(import.meta.dirname, "serve-worker.js"), args: [JSON.stringify(options)] });
  let isClosing = false;
  const start = (): Promise<string> => {
    const worker = cluster.fork();
    worker.on("message", (message: WorkerMessage) => {
      if ("answered" in message) onAnswered?.(message.answered);
    });
    worker.once("exit", () => {
      if (!isClosing) setTimeout(() => void (isClosing || start().catch(() => undefined)), PAUSE);
    });
    return ready(worker);
  };
  const close = async (): Promise<void> => {
    isClosing = true;
    await Promise.all(
      Object.values(cluster.workers ?? {}).map(async (worker) => {
        if (worker === undefined) return;
        const exit = once(worker, "exit");
        worker.process.kill("SIGKILL");
        await exit;
      }),
    );
  };
  try {
    const [url = ""] = await Promise.all(Array.from({ length: count }, start));
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Where a worker listens, once it does. */
function ready(worker: Worker): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.once("exit", () => reject(new Error("a process ended before it listened")));
    worker.on("message", (message: WorkerMessage) => {
      if ("url" in message) resolve(message.url);
      if ("failed" in message) reject(Object.assign(new Error(message.failed.message), { code: message.failed.code }));
    });
  });
}
