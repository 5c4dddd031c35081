import { describeHfFamily } from '../testing/hf-family.ts';
import { createRl866Air } from './air.ts';
import { createRl866Emulator } from './emulator.ts';

describeHfFamily('RL866', {
  serial: { baudRate: 38_400, parity: 'even' },
  create: createRl866Air,
  emulator: createRl866Emulator,
  // The answer to reading the configuration.
  unasked: Uint8Array.from(Buffer.from('FA170100010000010102020003016400000000000000C095', 'hex')),
  start: 0xfa,
  listsDsfid: false,
});
