import type { FeigFrame } from '../../drivers/rfid/feig/codec.ts';
import { buildFeigAnswer, createFeigFramer } from '../../drivers/rfid/feig/codec.ts';
import { createM100Framer } from '../../drivers/rfid/m100/codec.ts';
import { createR2000Framer, encodeR2000 } from '../../drivers/rfid/r2000/codec.ts';
import type { Framer } from '../../drivers/rfid/resync.ts';
import { createSwCtFramer } from '../../drivers/rfid/sw-ct/codec.ts';
import { createUhf18Framer } from '../../drivers/rfid/uhfreader18/codec.ts';
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

/** Published answers of the UHF families: two tags of a 288, a notice of an M100, two tags of an SW/CT reader. */
const uhfreader288 = '2300010301020C0000000000000000000003136B0C0000000000000000000003146C70F2';
const m100 = 'BB02220011C9340030751FEB705C5904E3D50D703A76EF7E';
const swCt =
  '4354002C004501C4DD938E170123020F0102E2002075601001820480E064330F0103E3002075601001820480E0643407';

const streams: readonly FrameStream[] = [
  { name: 'frames', framer: createFeigFramer, frame: feigBlocks() },
  { name: 'frames-uhfreader18', framer: createUhf18Framer, frame: Buffer.from(uhfreader288, 'hex') },
  { name: 'frames-m100', framer: createM100Framer, frame: Buffer.from(m100, 'hex') },
  { name: 'frames-sw-ct', framer: createSwCtFramer, frame: Buffer.from(swCt, 'hex') },
  { name: 'frames-r2000', framer: createR2000Framer, frame: encodeR2000(1, 0x89, new Uint8Array(19)) },
];

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
