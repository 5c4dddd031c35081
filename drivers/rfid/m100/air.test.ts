import { bytesOf } from '../gen2.ts';
import { describeUhfFamily } from '../testing/uhf-family.ts';
import { createM100Air } from './air.ts';
import { encodeM100 } from './codec.ts';
import { createM100Emulator } from './emulator.ts';

describeUhfFamily('M100', {
  create: createM100Air(),
  emulator: createM100Emulator,
  unasked: encodeM100('notice', 0x22, bytesOf('C93000E280689400005000000099991234')),
  start: 0xbb,
  names: true,
  eas: true,
  tellsWeak: true,
  beforeRead: 1,
  inventoryFrames: 1,
  seen: { pc: 0x3000, rssi: -55, antenna: null },
});
