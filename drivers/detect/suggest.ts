import type {
  DeviceConfig,
  RfidFamily,
  RfidSettings,
  ScannerFraming,
  Transport,
} from '../../contract/devices/config.ts';

/** How devices leave their factories: what a newly found one is set up with until somebody changes it. */

const factoryFraming: ScannerFraming = { prefix: '', suffix: '\r', aim: 'auto' };

/** Speed and parity by family (`reference/devices.md` §2–4). FEIG's and RL866's lines have even parity. */
export const rfidLine: Readonly<
  Record<RfidFamily, { readonly baudRate: number; readonly parity: 'none' | 'even' }>
> = {
  feig: { baudRate: 38_400, parity: 'even' },
  rl866: { baudRate: 38_400, parity: 'even' },
  uhfreader18: { baudRate: 57_600, parity: 'none' },
  uhfreader288: { baudRate: 115_200, parity: 'none' },
  m100: { baudRate: 115_200, parity: 'none' },
  'sw-ct': { baudRate: 115_200, parity: 'none' },
  tsl: { baudRate: 115_200, parity: 'none' },
  llrp: { baudRate: 115_200, parity: 'none' },
};

const hfFamilies: ReadonlySet<RfidFamily> = new Set(['feig', 'rl866']);

/** ISO 28560's AFI for HF; on UHF the same pair in the PC word. */
export function factoryRfid(family: RfidFamily): RfidSettings {
  return {
    address: 0xff,
    accessPassword: '00000000',
    security: hfFamilies.has(family) ? 'afi' : 'pc-afi',
    afi: { on: 0x07, off: 0xc2 },
    profiles: 'auto',
  };
}

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
