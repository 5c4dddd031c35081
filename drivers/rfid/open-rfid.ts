import type { RfidFamily } from '../../contract/devices/config.ts';
import type { CreateAir } from './air.ts';
import { defaultAirSettings } from './air.ts';
import type { RfidConfig, RfidDevice, RfidDeviceOptions } from './device.ts';
import { createRfidDevice } from './device.ts';
import { tagReader } from './read-tag.ts';

/** Each family's code is loaded only where such a reader is set up. */
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

/** What is left to give once the family's code is there. */
export type CreateRfid = (
  options: Omit<RfidDeviceOptions, 'config' | 'createAir' | 'readTag' | 'secureTag'>,
) => RfidDevice;

/** Loads what a reader of this family takes. Rejects when this computer cannot. */
export async function openRfid(config: RfidConfig): Promise<CreateRfid> {
  const createAir = await families[config.family]();
  const { address, accessPassword, feig } = config.settings;
  const settings = { ...defaultAirSettings, address, accessPassword, ...(feig && { feig }) };
  const tags = tagReader(config.settings);
  return (options) =>
    createRfidDevice({ ...options, config, createAir: (line) => createAir(line, settings), ...tags });
}
