/** First in, first out, in the portions they came in. */
export interface ByteQueue {
  push(bytes: Uint8Array): void;
  /** The next byte, or undefined when empty. */
  shift(): number | undefined;
  clear(): void;
  readonly size: () => number;
}

export function createByteQueue(): ByteQueue {
  let chunks: Uint8Array[] = [];
  let at = 0;
  let size = 0;
  return {
    push(bytes) {
      if (bytes.length === 0) return;
      // A socket may reuse the memory it handed over.
      chunks.push(bytes.slice());
      size += bytes.length;
    },
    shift() {
      const [chunk] = chunks;
      if (chunk === undefined) return undefined;
      const byte = chunk[at];
      at += 1;
      size -= 1;
      if (at === chunk.length) {
        chunks.shift();
        at = 0;
      }
      return byte;
    },
    clear() {
      chunks = [];
      at = 0;
      size = 0;
    },
    size: () => size,
  };
}
