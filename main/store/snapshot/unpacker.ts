import { zstdDecompressSync } from 'node:zlib';
import {
  frameHeadBytes,
  frameLength,
  frameRawBytes,
  longestFrameRawBytes,
} from '../../../contract/sync/snapshot-frames.ts';

/** A little more than a frame holds: a chunk that is exactly full makes zlib begin another. */
const chunkSize = frameRawBytes + 1024;

/** Unpacks a snapshot that arrives in pieces of any size. */
export interface Unpacker {
  /** Gives every frame that is whole now, unpacked, to `write`. False when this is no snapshot. */
  take(bytes: Uint8Array): boolean;
  /** True when what was taken ends with a frame. */
  isEnded(): boolean;
}

export function unpacker(write: (raw: Uint8Array) => void): Unpacker {
  /** A frame of which something is still to come. */
  let begun: Buffer = Buffer.alloc(0);
  return {
    take(bytes) {
      let coming = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (;;) {
        const held = begun.length > 0 ? begun : coming;
        const length = wholeLength(held);
        if (length === null) return false;
        if (held.length >= length && length > frameHeadBytes) {
          const raw = unpack(held.subarray(frameHeadBytes, length));
          if (!raw) return false;
          write(raw);
          if (begun.length > 0) begun = Buffer.alloc(0);
          else coming = coming.subarray(length);
          continue;
        }
        if (coming.length === 0) return true;
        // Only a frame that is cut is copied together; the others are unpacked where they lie.
        const more = coming.subarray(0, Math.max(length - begun.length, 0));
        begun = Buffer.concat([begun, more]);
        coming = coming.subarray(more.length);
      }
    },
    isEnded: () => begun.length === 0,
  };
}

/** Bytes of the frame that `held` begins with, or of its head while that is not whole; null when it is none. */
function wholeLength(held: Uint8Array): number | null {
  if (held.length < frameHeadBytes) return frameHeadBytes;
  const length = frameLength(held);
  return length === null ? null : frameHeadBytes + length;
}

/** Null for what is no frame, whose checksum is another, or that would become more than a frame holds. */
function unpack(frame: Uint8Array): Uint8Array | null {
  try {
    // One chunk for a whole frame: zlib's usual ones cost as much again as the unpacking.
    return zstdDecompressSync(frame, { maxOutputLength: longestFrameRawBytes, chunkSize });
  } catch {
    return null;
  }
}
