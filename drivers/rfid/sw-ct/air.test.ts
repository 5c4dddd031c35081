import { bytesOf } from '../gen2.ts';
import { describeUhfFamily } from '../testing/uhf-family.ts';
import { createSwCtAir } from './air.ts';
import { encodeSwCt } from './codec.ts';
import { createSwCtEmulator } from './emulator.ts';

describeUhfFamily('SW/CT', {
  create: createSwCtAir,
  emulator: createSwCtEmulator,
  unasked: encodeSwCt('reader', 0, 0x45, bytesOf('01C3000000000001010F0101E2806894000050000000999949')),
  start: 0x43,
  names: false,
  eas: false,
  tellsWeak: false,
  beforeRead: 1,
  inventoryFrames: 1,
  seen: { pc: null, rssi: null, antenna: 1 },
});
