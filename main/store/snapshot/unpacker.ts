import { zstdDecompressSync } from 'node:zlib';
import { frameHeadBytes, frameLength, frameRawBytes } from '../../../contract/sync/snapshot-frames.ts';

/** Unpacks a snapshot that arrives in pieces of any size. */
export interface Unpacker {
  /** Gives every frame that is whole now, unpacked, to `write`. False when this is no snapshot. */
  take(bytes: Uint8Array): boolean;
  /** True when what was taken ends with a frame. */
  isEnded(): boolean;
}

export function unpacker(write: (raw: Uint8Array) => void): Unpacker {
  let rest: Buffer = Buffer.alloc(0);
  return {
    take(bytes) {
      rest = rest.length === 0 ? Buffer.from(bytes) : Buffer.concat([rest, bytes]);
      let at = 0;
      while (rest.length - at >= frameHeadBytes) {
        const length = frameLength(rest.subarray(at));
        if (length === null) return false;
        const from = at + frameHeadBytes;
        if (rest.length < from + length) break;
        const raw = unpack(rest.subarray(from, from + length));
        if (!raw) return false;
        write(raw);
        at = from + length;
      }
      rest = rest.subarray(at);
      return true;
    },
    isEnded: () => rest.length === 0,
  };
}

/** Null for what is no frame, whose checksum is another, or that would become more than a frame holds. */
function unpack(frame: Uint8Array): Uint8Array | null {
  try {
    // One chunk for the whole frame: zlib's usual ones cost as much again as the unpacking.
    return zstdDecompressSync(frame, { maxOutputLength: frameRawBytes, chunkSize: frameRawBytes + 1024 });
  } catch {
    return null;
  }
}
