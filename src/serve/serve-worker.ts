import { type Answered, serve } from "./server.ts";

/** What a worker is started with: its only argument, as JSON. */
export interface WorkerOptions {
  readonly folder: string;
  readonly port: number;
  readonly host: string;
  /** Whether somebody wants to hear of each request. */
  readonly log: boolean;
}

/** What a worker tells the process that started it. */
export type WorkerMessage =
  | { readonly url: string }
  | { readonly failed: { readonly message: string; readonly code: string | undefined } }
  | { readonly answered: Answered };

const tell = (message: WorkerMessage): void => {
  process.send?.(message);
};

// A terminal interrupts all of its processes at once. The one that started us ends us, or is gone.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);
process.on("disconnect", () => process.exit());

const { log, ...options } = JSON.parse(process.argv[2] ?? "{}") as WorkerOptions;
try {
  const onAnswered = (answered: Answered): void => tell({ answered });
  const { url } = await serve(log ? { ...options, onAnswered } : options);
  tell({ url });
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException;
  tell({ failed: { message, code } });
}
