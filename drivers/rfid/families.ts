import type { RfidFamily } from '../../contract/devices/config.ts';
import type { CreateAir } from './air.ts';

/** Each family's code is loaded only where such a reader is set up or looked for. */
const families: Readonly<Record<RfidFamily, () => Promise<CreateAir>>> = {
  feig: async () => (await import('./feig/air.ts')).createFeigAir,
  rl866: async () => (await import('./rl866/air.ts')).createRl866Air,
  uhfreader18: async () => (await import('./uhfreader18/air.ts')).createUhfReader18Air({ variant: '18' }),
  uhfreader288: async () => (await import('./uhfreader18/air.ts')).createUhfReader18Air({ variant: '288' }),
  m100: async () => (await import('./m100/air.ts')).createM100Air(),
  'sw-ct': async () => (await import('./sw-ct/air.ts')).createSwCtAir,
  tsl: async () => (await import('./tsl/air.ts')).createTslAir,
  llrp: async () => (await import('./llrp/air.ts')).createLlrpAir,
};

/** Rejects when this computer cannot load it. */
export function airOf(family: RfidFamily): Promise<CreateAir> {
  return families[family]();
}
