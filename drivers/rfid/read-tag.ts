import type { RfidSettings } from '../../contract/devices/config.ts';
import type { RfidDeviceOptions } from './device.ts';
import { writeSecurity } from './security.ts';

/** How this library's tags are read and secured. */
export function tagReader(settings: RfidSettings): Pick<RfidDeviceOptions, 'readTag' | 'secureTag'> {
  const security = { method: settings.security, afi: settings.afi, withLoanFlag: (epc: Uint8Array) => epc };
  return {
    readTag: async (air, { address }) => ({
      address,
      technology: air.technology,
      kind: 'unknown',
      code: null,
      owner: null,
      part: null,
      security: null,
    }),
    secureTag: async (air, address, state) => {
      const written = await writeSecurity(air, address, state, security);
      return written.ok
        ? { address: written.value.address, failure: null }
        : { address, failure: written.failure };
    },
  };
}
