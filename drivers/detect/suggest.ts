import type { DeviceConfig, RfidFamily, Transport } from '../../contract/devices/config.ts';
import { factoryFraming, factoryRfid } from '../../contract/devices/factory.ts';

/** What a newly found device is set up with until somebody changes it. */

export function scannerOn(transport: Transport, name: string): DeviceConfig {
  return { id: idOf('scanner', transport), kind: 'scanner', name, transport, framing: factoryFraming };
}

/** 80 mm paper, drawn: any printer prints any letter. */
export function printerOn(transport: Transport, name: string): DeviceConfig {
  return { id: idOf('printer', transport), kind: 'printer', name, transport, dots: 576 };
}

export function rfidOn(transport: Transport, family: RfidFamily, name: string): DeviceConfig {
  return {
    id: idOf('rfid', transport),
    kind: 'rfid',
    name,
    transport,
    family,
    settings: factoryRfid(family),
  };
}

/** The same device on the same line always gets the same id. */
function idOf(kind: string, transport: Transport): string {
  const line = Object.values(transport)
    .filter((part) => typeof part !== 'object')
    .join('-');
  return `${kind}-${line}`.replaceAll(/[^A-Za-z0-9.-]+/gu, '-').slice(0, 64);
}
