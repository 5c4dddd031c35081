import type { RfidSettings } from '../../../contract/devices/config.ts';

/**
 * What differs between FEIG readers. Byte order inside blocks is not stated in any manual we could read, and a wrong
 * setting shows in the checksum of the tag's content (reference/devices.md §2.1 [U], §1.2).
 */
export type FeigSettings = NonNullable<RfidSettings['feig']>;

export const defaultFeigSettings: FeigSettings = {
  frames: 'advanced',
  blockBytes: 'as-on-tag',
  writesDsfid: false,
};
