/** How devices leave their factories: what a new one is set up with until somebody changes it. */
import type {
  DeviceConfig,
  DeviceKind,
  RfidFamily,
  RfidSettings,
  ScannerFraming,
  Transport,
} from './config.ts';

/** CR after the code, AIM identifier off but harmless when on. */
export const factoryFraming: ScannerFraming = { prefix: '', suffix: '\r', aim: 'auto' };

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

/** Families that read HF tags; the others read UHF. */
export const hfFamilies: ReadonlySet<RfidFamily> = new Set(['feig', 'rl866']);

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

/** Port 9100 is where network printers listen, 5084 LLRP readers, 502 Modbus (IANA); 10001 FEIG's (§2.1). */
const tcpPort = { printer: 9_100, llrp: 5_084, modbus: 502, other: 10_001 } as const;

/** A line of a kind with nothing chosen yet: `path`, `host` and names are empty, which no schema takes. */
export function factoryTransport(
  kind: Transport['kind'],
  of: { readonly kind: DeviceKind; readonly family?: RfidFamily },
): Transport {
  switch (kind) {
    case 'serial': {
      const line = of.kind === 'rfid' ? rfidLine[of.family ?? 'feig'] : { baudRate: 9_600 };
      return { kind, path: '', ...line };
    }
    case 'tcp': {
      const port =
        of.kind === 'printer' ? tcpPort.printer : of.family === 'llrp' ? tcpPort.llrp : tcpPort.other;
      return { kind, host: '', port };
    }
    case 'listen':
      return { kind, host: '0.0.0.0', port: tcpPort.other };
    case 'hid':
      // The relay boards of `reference/devices.md` §7; a scanner has its own numbers.
      return of.kind === 'scanner'
        ? { kind, vendorId: 0, productId: 0 }
        : { kind, vendorId: 0x16_c0, productId: 0x05_df };
    case 'file':
      return { kind, path: '' };
    case 'spooler':
      return { kind, printer: '' };
    case 'pcsc':
      return { kind, reader: '' };
  }
}

/** A device of a kind as it is added by hand; its line is still to be filled in. */
export function factoryDevice(kind: DeviceKind, id: string): DeviceConfig {
  const common = { id, name: '' };
  switch (kind) {
    case 'scanner':
      return { ...common, kind, transport: factoryTransport('serial', { kind }), framing: factoryFraming };
    case 'printer':
      // 80 mm paper, drawn: any printer prints any letter.
      return { ...common, kind, transport: factoryTransport('tcp', { kind }), dots: 576 };
    case 'rfid':
      return {
        ...common,
        kind,
        transport: factoryTransport('serial', { kind, family: 'feig' }),
        family: 'feig',
        settings: factoryRfid('feig'),
      };
    case 'gate':
      return {
        ...common,
        kind,
        transport: factoryTransport('listen', { kind }),
        mode: { kind: 'notification', peer: null, acknowledge: true, keepAliveMs: null },
        address: 0xff,
        directions: { record: null, antennas: [] },
        quietMs: 10_000,
        counters: null,
      };
    case 'relay':
      return {
        ...common,
        kind,
        transport: factoryTransport('hid', { kind }),
        drive: { kind: 'usb-hid', variant: 'usbrelay', serial: null },
        channels: 2,
        offAtStart: true,
      };
    case 'turnstile':
      return {
        ...common,
        kind,
        transport: factoryTransport('serial', { kind }),
        method: { kind: 'one-tech', inward: 'A', passTimeoutMs: 15_000 },
      };
    case 'card-reader':
      return {
        ...common,
        kind,
        transport: { kind: 'pcsc', reader: '' },
        content: { kind: 'uid', format: { kind: 'hex', order: 'as-read', letters: 'upper' } },
      };
  }
}
