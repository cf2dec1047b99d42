/** Longer texts get memory of their own: this one stays with the process. */
const LONGEST_IN_HAND = 1 << 22;
/** Of a UTF-16 unit, in UTF-8. */
const MOST_BYTES = 3;

let inHand = Buffer.alloc(0);

/** A text in UTF-8. Written where there is room in any case, it need not be gone through to find out how long it is. */
export function bytesOf(text: string): Uint8Array {
  if (text.length > LONGEST_IN_HAND) return Buffer.from(text, "utf8");
  const most = text.length * MOST_BYTES;
  if (inHand.length < most) inHand = Buffer.allocUnsafeSlow(most);
  return Buffer.from(inHand.subarray(0, inHand.write(text, "utf8")));
}
