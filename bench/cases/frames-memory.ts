import { buildFeigAnswer, createFeigFramer } from '../../drivers/rfid/feig/codec.ts';
import { heapInUse } from '../heap.ts';
import type { Bench } from '../measure.ts';
import { figure } from '../measure.ts';

const framesInAll = 1_000_000;
/** Every so many frames one comes damaged, and the parser has to find the next. */
const damagedEvery = 1_000;
/** Frames after which a parser has what it needs. */
const warm = 100_000;
const kilobyte = 1_024;

/**
 * Heap that one million FEIG frames leave behind, a thousand of them damaged, cut into pieces of 64 bytes. The
 * baseline is the heap in use before; flat means that the value is lost in its noise.
 */
export const framesMemory: Bench = {
  name: 'frames-memory',
  run: async () => {
    const data = Uint8Array.from({ length: 140 }, (_, index) => index);
    const frame = buildFeigAnswer({ address: 0, command: 0xb0, status: 0, data, advanced: true });
    if (frame === null) throw new Error('the frame is too long');
    const damaged = frame.with(40, 0xff);
    const framer = createFeigFramer();
    let heard = 0;
    let before = 0;
    for (let index = 1; index <= framesInAll; index += 1) {
      const bytes = index % damagedEvery === 0 ? damaged : frame;
      for (let at = 0; at < bytes.length; at += 64) heard += framer.push(bytes.subarray(at, at + 64)).length;
      if (index === warm) before = await heapInUse();
    }
    const lost = framesInAll / damagedEvery;
    if (heard !== framesInAll - lost) throw new Error(`${heard} frames of ${framesInAll - lost}`);
    const after = await heapInUse();
    return figure({
      name: 'frames-memory',
      value: (after - before) / kilobyte,
      unit: 'kB',
      baseline: before / kilobyte,
      against: 'heap in use after 100 000 frames',
      target: '512 or less',
    });
  },
};
