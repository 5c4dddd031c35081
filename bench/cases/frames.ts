import type { FeigFrame } from '../../drivers/rfid/feig/codec.ts';
import { buildFeigAnswer, createFeigFramer } from '../../drivers/rfid/feig/codec.ts';
import type { Framer } from '../../drivers/rfid/resync.ts';
import type { Bench, Figure } from '../measure.ts';
import { figure, median } from '../measure.ts';

/** What one parser is fed. */
interface FrameStream {
  /** Name of the figure. */
  readonly name: string;
  readonly framer: () => Framer<unknown>;
  /** One answer as it is on the line. */
  readonly frame: Uint8Array;
}

/** Bytes of one pass. */
const passBytes = 16 * 1024 * 1024;
const passes = 5;
/** As a serial port or a TCP segment brings them; no multiple of a frame, so that every chunk cuts one. */
const chunkBytes = 1_000;
const megabyte = 1_000_000;

const streams: readonly FrameStream[] = [{ name: 'frames', framer: createFeigFramer, frame: feigBlocks() }];

/** Megabytes of answers that each family's parser takes apart in a second, against copying the same bytes. */
export const frames: readonly Bench[] = streams.map(({ name, framer, frame }) => ({
  name,
  run: (): Promise<Figure> => {
    const chunks = chunksOf(frame);
    const bytes = chunks.reduce((sum, { length }) => sum + length, 0);
    const ours = Array.from({ length: passes }, () => {
      const parser = framer();
      let heard = 0;
      const rate = megabytesPerSecond(bytes, () => {
        for (const chunk of chunks) heard += parser.push(chunk).length;
      });
      if (heard !== bytes / frame.length)
        throw new Error(`${name}: ${heard} frames of ${bytes / frame.length}`);
      return rate;
    });
    const target = new Uint8Array(chunkBytes);
    const copies = Array.from({ length: passes }, () =>
      megabytesPerSecond(bytes, () => {
        for (const chunk of chunks) target.set(chunk);
      }),
    );
    return Promise.resolve(
      figure({
        name,
        value: median(ours),
        unit: 'MB/s',
        baseline: median(copies),
        against: 'copying the same bytes',
        target: 'above any line (12 MB/s)',
      }),
    );
  },
}));

/** The answer to reading 28 blocks of an ICODE SLIX: 152 bytes. */
function feigBlocks(): Uint8Array {
  const blocks = Array.from({ length: 28 }, (_, block) => [0, 0x11, block, 0x30, 0x31]).flat();
  const answer: FeigFrame = {
    address: 0,
    command: 0xb0,
    status: 0,
    data: Uint8Array.from([28, 4, ...blocks]),
    advanced: true,
  };
  const frame = buildFeigAnswer(answer);
  if (frame === null) throw new Error('the frame is too long');
  return frame;
}

function chunksOf(frame: Uint8Array): readonly Uint8Array[] {
  const stream = new Uint8Array(Math.floor(passBytes / frame.length) * frame.length);
  for (let at = 0; at < stream.length; at += frame.length) stream.set(frame, at);
  return Array.from({ length: Math.ceil(stream.length / chunkBytes) }, (_, index) =>
    stream.subarray(index * chunkBytes, (index + 1) * chunkBytes),
  );
}

function megabytesPerSecond(bytes: number, run: () => void): number {
  const started = performance.now();
  run();
  return bytes / megabyte / ((performance.now() - started) / 1_000);
}
