import type { DeviceKind } from '../../contract/devices/config.ts';

/** USB devices of a library desk other than scanners (`drivers/scanner/known.ts`). */
interface KnownUsb {
  readonly vid: number;
  /** Null: any device of this maker. */
  readonly pid: number | null;
  readonly maker: string;
  readonly model: string;
  /** Null: a converter that any serial device may hang on. */
  readonly kind: DeviceKind | null;
}

/** Sources: usb.ids 2025.07.26; FEIG, relay and ACR122U: reference/devices.md §2.1, §7. */
const known: readonly KnownUsb[] = [
  { vid: 0x0a_b1, pid: null, maker: 'FEIG', model: 'OBID', kind: 'rfid' },
  { vid: 0x04_b8, pid: 0x02_02, maker: 'Epson', model: 'TM', kind: 'printer' },
  { vid: 0x15_04, pid: null, maker: 'Bixolon', model: '', kind: 'printer' },
  { vid: 0x1d_90, pid: null, maker: 'Citizen', model: '', kind: 'printer' },
  { vid: 0x04_03, pid: 0x60_01, maker: 'FTDI', model: 'FT232R', kind: null },
  { vid: 0x04_03, pid: 0x60_15, maker: 'FTDI', model: 'FT230X', kind: null },
  { vid: 0x10_c4, pid: 0xea_60, maker: 'Silicon Labs', model: 'CP210x', kind: null },
  { vid: 0x1a_86, pid: 0x75_23, maker: 'QinHeng', model: 'CH340', kind: null },
  { vid: 0x1a_86, pid: 0x55_d4, maker: 'QinHeng', model: 'CH9102', kind: null },
  { vid: 0x06_7b, pid: 0x23_03, maker: 'Prolific', model: 'PL2303', kind: null },
];

/** What the numbers of a USB device say; its own row before its maker's. Null: nobody here knows it. */
export function knownUsb(vid: number, pid: number): KnownUsb | null {
  const ofMaker = known.filter((row) => row.vid === vid);
  return ofMaker.find((row) => row.pid === pid) ?? ofMaker.find((row) => row.pid === null) ?? null;
}
