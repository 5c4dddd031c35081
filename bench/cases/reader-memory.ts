import { setImmediate } from 'node:timers/promises';
import { defaultAirSettings } from '../../drivers/rfid/air.ts';
import { createRfidDevice, type RfidConfig } from '../../drivers/rfid/device.ts';
import { createTagField, uhfTag } from '../../drivers/rfid/emulator/field.ts';
import { createM100Air } from '../../drivers/rfid/m100/air.ts';
import { createM100Emulator } from '../../drivers/rfid/m100/emulator.ts';
import { tagReader } from '../../drivers/rfid/read-tag.ts';
import { encodeTag } from '../../drivers/rfid/tags/index.ts';
import { createByteLog } from '../../drivers/transport/byte-log.ts';
import type { LineHandlers } from '../../drivers/transport/line.ts';
import { heapInUse } from '../heap.ts';
import type { Bench } from '../measure.ts';
import { figure } from '../measure.ts';

const framesInAll = 1_000_000;
/** Frames after which the device has what it needs. */
const warm = 100_000;
const tagsThere = 10;
/** Frames between two turns of the device. */
const burst = 200;
const kilobyte = 1_024;

const config: RfidConfig = {
  id: 'pad',
  kind: 'rfid',
  name: 'Bàn đọc',
  transport: { kind: 'tcp', host: '127.0.0.1', port: 1 },
  family: 'm100',
  settings: {
    address: 0xff,
    accessPassword: '00000000',
    security: 'alliance',
    afi: { on: 0x07, off: 0xc2 },
    profiles: 'auto',
  },
};

/**
 * Heap that one million frames leave behind in a whole reader: line with its byte log, family, rounds, tags in the
 * field. The baseline is the heap in use before; flat means that the value is lost in its noise.
 */
export const readerMemory: Bench = {
  name: 'reader-memory',
  run: async () => {
    const field = createTagField();
    for (let index = 0; index < tagsThere; index += 1) {
      const encoded = encodeTag('alliance', { kind: 'item', itemId: `VV00000${index}` });
      if (!encoded.ok || encoded.tag.technology !== 'uhf') throw new Error('the tag cannot be written');
      field.put(uhfTag(encoded.tag.epcBank));
    }
    let frames = 0;
    let line: LineHandlers | null = null;
    const emulator = createM100Emulator(field, (bytes) => {
      frames += 1;
      line?.onData(bytes);
    });
    let told = 0;
    let left = 0;
    const device = createRfidDevice({
      config,
      openLine: createByteLog().watch((_, handlers) => {
        line = handlers;
        return Promise.resolve({
          write: async (bytes) => {
            await setImmediate();
            emulator.receive(bytes);
          },
          close: () => handlers.onClose(),
        });
      }),
      createAir: (on) => createM100Air({ settleMs: 5 })(on, defaultAirSettings),
      ...tagReader(config.settings),
      onState: () => undefined,
      onTag: () => {
        told += 1;
      },
      onTagsLeft: () => {
        left += 1;
      },
    });
    const until = async (count: number): Promise<void> => {
      while (frames < count) {
        const next = Math.min(frames + burst, count);
        while (frames < next) emulator.push();
        await setImmediate();
      }
    };
    await until(warm);
    const before = await heapInUse();
    await until(framesInAll);
    const after = await heapInUse();
    if (told !== tagsThere || left > 0) throw new Error(`${told} tags told of ${tagsThere}, ${left} left`);
    device.close();
    return figure({
      name: 'reader-memory',
      value: (after - before) / kilobyte,
      unit: 'kB',
      baseline: before / kilobyte,
      against: 'heap in use after 100 000 frames',
      target: '512 or less',
    });
  },
};
