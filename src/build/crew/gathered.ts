/** Texts one behind the other, in UTF-8. */
export interface Gathered {
  /** Appends a text; says how many bytes it takes. */
  readonly add: (text: string) => number;
  /** A copy of all of them. */
  readonly bytes: () => Uint8Array;
}

/** Room for most batches of stories. */
const ROOM = 1 << 19;
/** Of a UTF-16 unit, in UTF-8. */
const MOST_BYTES = 3;

/** Gathers texts in one piece of memory: a buffer for each takes twice as long. */
export function gathering(): Gathered {
  let room = Buffer.allocUnsafeSlow(ROOM);
  let end = 0;
  const makeRoom = (bytes: number): void => {
    const larger = Buffer.allocUnsafeSlow(Math.max(room.length * 2, end + bytes));
    room.copy(larger, 0, 0, end);
    room = larger;
  };
  return {
    add: (text) => {
      const most = text.length * MOST_BYTES;
      if (most > room.length - end) makeRoom(most);
      const length = room.write(text, end, "utf8");
      end += length;
      return length;
    },
    // Threads hand over the whole memory that bytes stand in.
    bytes: () => new Uint8Array(room.subarray(0, end)),
  };
}
