import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { Headers } from "./headers.ts";
import { openEar, type PlainRequest } from "./plain-request.ts";
import type { Reply } from "./reply.ts";

/** What a server does with polls. */
interface Polled {
  readonly replyTo: (request: PlainRequest) => Reply | Promise<Reply>;
  /** Hears of each poll that was answered, and of the milliseconds that it took. */
  readonly told?: ((request: PlainRequest, milliseconds: number) => void) | undefined;
  /** For how long a connection may be silent, in milliseconds. */
  readonly patience: number;
}

/**
 * Answers polls, the plain requests that a 304 answers, before Node's HTTP reads them: nearly all that readers ask is
 * of that kind, and two thirds of its cost are a parser, streams and events that none of it needs. A connection that
 * brings anything else is Node's from then on, with what it brought. Gives what ends the connections that are not.
 */
export function answerPolls(server: Server, { replyTo, told, patience }: Polled): () => void {
  const ordinary = server.listeners("connection");
  const sockets = new Set<Socket>();
  const hear = openEar();

  function greet(socket: Socket): void {
    sockets.add(socket);
    socket.setTimeout(patience);
    const drop = (): void => void socket.destroy();
    // The server lets its side stay open when a client has closed its own.
    const hangUp = (): void => void socket.end();
    const gone = (): void => void sockets.delete(socket);
    const handOver = (bytes: Buffer): void => {
      socket.off("data", read).off("timeout", drop).off("end", hangUp).off("error", drop).off("close", gone);
      sockets.delete(socket);
      socket.setTimeout(0);
      socket.pause();
      socket.unshift(bytes);
      for (const listener of ordinary) listener.call(server, socket);
      socket.resume();
    };
    const settle = (bytes: Buffer, request: PlainRequest, reply: Reply, started: number): void => {
      if (reply.status !== 304) {
        handOver(bytes);
        return;
      }
      const isThrough = socket.write(headOf(reply.headers, patience), "latin1");
      // Whoever asks without listening is not listened to either.
      if (!isThrough) socket.pause().once("drain", () => socket.resume());
      told?.(request, performance.now() - started);
    };
    const read = (bytes: Buffer): void => {
      const request = hear(bytes);
      if (request === undefined) {
        handOver(bytes);
        return;
      }
      const started = told === undefined ? 0 : performance.now();
      const reply = replyTo(request);
      if (!(reply instanceof Promise)) {
        settle(bytes, request, reply, started);
        return;
      }
      socket.pause();
      reply.then(
        (one) => {
          if (socket.destroyed) return;
          socket.resume();
          settle(bytes, request, one, started);
        },
        () => socket.destroyed || handOver(bytes),
      );
    };
    socket.on("data", read).on("timeout", drop).on("end", hangUp).on("error", drop).on("close", gone);
  }

  server.removeAllListeners("connection").on("connection", greet);
  return () => {
    for (const socket of sockets) socket.destroy();
  };
}

const heads = new WeakMap<Headers, string>();

/** The head of a 304 as Node writes it. */
function headOf(headers: Headers, patience: number): string {
  const known = heads.get(headers) ?? firstLines(headers);
  heads.set(headers, known);
  return `${known}Date: ${dateNow()}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${patience / 1000}\r\n\r\n`;
}

function firstLines(headers: Headers): string {
  const lines = Object.entries(headers).flatMap(([name, value]) => [value].flat().map((one) => `${name}: ${one}\r\n`));
  return `HTTP/1.1 304 Not Modified\r\n${lines.join("")}`;
}

let second = 0;
let date = "";

function dateNow(): string {
  const now = Math.floor(Date.now() / 1000);
  if (now !== second) {
    second = now;
    date = new Date(now * 1000).toUTCString();
  }
  return date;
}
