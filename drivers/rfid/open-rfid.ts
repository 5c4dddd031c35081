import { defaultAirSettings } from './air.ts';
import type { RfidConfig, RfidDevice, RfidDeviceOptions } from './device.ts';
import { createRfidDevice } from './device.ts';
import { airOf } from './families.ts';
import { tagReader } from './read-tag.ts';

/** What is left to give once the family's code is there. */
export type CreateRfid = (
  options: Omit<RfidDeviceOptions, 'config' | 'createAir' | 'readTag' | 'secureTag'>,
) => RfidDevice;

/** Loads what a reader of this family takes. Rejects when this computer cannot. */
export async function openRfid(config: RfidConfig): Promise<CreateRfid> {
  const createAir = await airOf(config.family);
  const { address, accessPassword, feig } = config.settings;
  const settings = { ...defaultAirSettings, address, accessPassword, ...(feig && { feig }) };
  const tags = tagReader(config.settings);
  return (options) =>
    createRfidDevice({ ...options, config, createAir: (line) => createAir(line, settings), ...tags });
}
