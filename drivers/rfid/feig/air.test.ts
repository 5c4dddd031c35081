import { describeHfFamily } from '../testing/hf-family.ts';
import { createFeigAir } from './air.ts';
import { buildNotification } from './build-records.ts';
import { createFeigEmulator } from './emulator.ts';

const tag = { idd: 'E00401001234FFFF', transponderType: 3, antenna: 1, time: [9, 30, 15_250] } as const;

describeHfFamily('FEIG', {
  create: createFeigAir,
  emulator: createFeigEmulator,
  unasked: buildNotification([tag]),
  start: 0x02,
  listsDsfid: true,
});
