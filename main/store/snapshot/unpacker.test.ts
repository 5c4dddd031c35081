import { randomFillSync } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameHead, frameRawBytes, longestFrameRawBytes } from '../../../contract/sync/snapshot-frames.ts';
import { unpacker } from './unpacker.ts';

function sentAs(frames: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    frames.flatMap((raw) => {
      const frame = zstdCompressSync(raw);
      return [frameHead(frame.length), frame];
    }),
  );
}

function unpacked(pieces: Iterable<Uint8Array>): { readonly raw: Buffer; readonly ended: boolean } | null {
  const raw: Uint8Array[] = [];
  const unpack = unpacker((bytes) => raw.push(bytes));
  for (const piece of pieces) if (!unpack.take(piece)) return null;
  return { raw: Buffer.concat(raw), ended: unpack.isEnded() };
}

function* cut(sent: Buffer, sizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, turn = 0; at < sent.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield sent.subarray(at, at + size);
    at += size;
  }
}

describe('unpacking a snapshot', () => {
  it('gives the same bytes however it arrives cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 }),
        (frames, sizes) => {
          expect(unpacked(cut(sentAs(frames), sizes))).toStrictEqual({
            raw: Buffer.concat(frames),
            ended: true,
          });
        },
      ),
    );
  });

  it('knows that something is still to come, wherever it stops', () => {
    const sent = sentAs([Buffer.from('một khung'), Buffer.from('khung sau')]);
    const first = sentAs([Buffer.from('một khung')]).length;
    for (let length = 1; length < sent.length; length += 1)
      expect(unpacked([sent.subarray(0, length)])?.ended, `${length} bytes`).toBe(length === first);
  });

  it('takes frames as long as they ever were, and none that becomes more', () => {
    const noise = randomFillSync(Buffer.alloc(longestFrameRawBytes + 1));
    for (const length of [frameRawBytes, frameRawBytes + 1, longestFrameRawBytes]) {
      const raw = noise.subarray(0, length);
      expect(unpacked([sentAs([raw])])?.raw.equals(raw)).toBe(true);
    }
    expect(unpacked([sentAs([noise])])).toBeNull();
    expect(unpacked([sentAs([Buffer.alloc(longestFrameRawBytes + 1)])])).toBeNull();
  });
});
