import type { RfidFamily } from '../../contract/devices/config.ts';
import type { CreateAir } from './air.ts';
import { defaultAirSettings } from './air.ts';
import type { RfidConfig, RfidDevice, RfidDeviceOptions } from './device.ts';
import { createRfidDevice } from './device.ts';
import { tagReader } from './read-tag.ts';

/** Each family's code is loaded only where such a reader is set up. */
const families: Partial<Record<RfidFamily, () => Promise<CreateAir>>> = {
  tsl: async () => (await import('./tsl/air.ts')).createTslAir,
};

/** What is left to give once the family's code is there. */
export type CreateRfid = (
  options: Omit<RfidDeviceOptions, 'config' | 'createAir' | 'readTag' | 'secureTag'>,
) => RfidDevice;

/** Loads what a reader of this family takes. Rejects when this computer cannot. */
export async function openRfid(config: RfidConfig): Promise<CreateRfid> {
  const createAir = await families[config.family]?.();
  if (createAir === undefined) throw new Error(`no driver for ${config.family}`);
  const { address, accessPassword } = config.settings;
  const settings = { ...defaultAirSettings, address, accessPassword };
  const tags = tagReader(config.settings);
  return (options) =>
    createRfidDevice({ ...options, config, createAir: (line) => createAir(line, settings), ...tags });
}
