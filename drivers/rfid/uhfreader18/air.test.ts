import { bytesOf } from '../gen2.ts';
import { describeUhfFamily } from '../testing/uhf-family.ts';
import { createUhfReader18Air } from './air.ts';
import type { Uhf18Variant } from './answers.ts';
import { encodeUhf18 } from './codec.ts';
import { createUhfReader18Emulator } from './emulator.ts';

const pushed: Record<Uhf18Variant, string> = {
  '18': '00E28068940000500000009999',
  '288': '00010CE280689400005000000099996B',
};

for (const variant of ['18', '288'] as const) {
  describeUhfFamily(`UHFReader ${variant}`, {
    create: createUhfReader18Air({ variant, scanTime: 1 }),
    // Three to a frame: a pile of ten is four frames, of which all but the last say that more follow.
    emulator: (field, send) => createUhfReader18Emulator(field, send, { variant, tagsPerFrame: 3 }),
    unasked: encodeUhf18(0, 0xee, bytesOf(pushed[variant])),
    start: 0x15,
    names: true,
    eas: true,
    tellsWeak: true,
    beforeRead: 0,
    inventoryFrames: variant === '288' ? 2 : 1,
    seen: { pc: null, rssi: null, antenna: variant === '288' ? 1 : null },
  });
}
