/** Bytes that are read at once where texts are asked for one after the other. */
const WINDOW = 1 << 16;
/** Facts stand in one place of a file and lines of the ledger in another: each has its window, and one is to spare. */
const COUNT = 3;

/** Fills a piece of memory from there on; gives how many bytes there were. */
type Fill = (bytes: Buffer, at: number) => number;

interface Window {
  bytes: Buffer;
  /** From where, and up to where, its bytes are those of the file. */
  from: number;
  to: number;
}

/**
 * Short texts of a long file. Whoever goes through it, forwards or backwards, is given the next text from what was read with
 * the last: to ask the disk for each takes several times as long. Who leaps to and fro reads no more than is asked for.
 */
export class Windows {
  private readonly fill: Fill;
  /** The one that was used last comes first. */
  private readonly windows: Window[] = [];

  constructor(fill: Fill) {
    this.fill = fill;
  }

  /** The bytes of a text; they hold until the next one is asked for. Nothing where the file ends before. */
  read(at: number, length: number): Buffer | undefined {
    const window = this.windowAt(at);
    const to = at + length;
    if (at < window.from || to > window.to) {
      const room = Math.max(length, WINDOW);
      if (!isNear(window, at)) this.look(window, at, length);
      else if (at >= window.from) this.look(window, at, room);
      else this.look(window, Math.max(0, to - room), Math.min(to, room));
    }
    return to <= window.to ? window.bytes.subarray(at - window.from, to - window.from) : undefined;
  }

  /** The window that has a place in it or is near it, else the one that was used longest ago. */
  private windowAt(at: number): Window {
    const { windows } = this;
    const found = windows.findIndex((window) => isNear(window, at));
    const place = found >= 0 ? found : windows.length < COUNT ? COUNT : windows.length - 1;
    const [window = { bytes: Buffer.alloc(0), from: 0, to: 0 }] = windows.splice(place, 1);
    windows.unshift(window);
    return window;
  }

  private look(window: Window, from: number, length: number): void {
    if (window.bytes.length < length) window.bytes = Buffer.allocUnsafeSlow(Math.max(length, WINDOW));
    window.from = from;
    // It has nothing until the disk has given it something.
    window.to = from;
    window.to += this.fill(window.bytes.subarray(0, length), from);
  }
}

/** Whether a place lies in a window, or so close to it that whoever asks seems to go on from there. */
function isNear({ from, to }: Window, at: number): boolean {
  return at >= from - WINDOW && at <= to + WINDOW;
}
