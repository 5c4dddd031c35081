import type { HidPosLayout } from './hid-pos-report.ts';

/**
 * How a scanner presents itself on USB. `keyboard`: it types, and can be told by a barcode of its manual to do
 * otherwise · `serial`: a COM port · `hid-pos`: reports of usage page 8C · `other`: a maker's own protocol that nobody
 * here speaks · `any`: this number says only whose it is.
 */
type ScannerMode = 'keyboard' | 'serial' | 'hid-pos' | 'other' | 'any';

export interface KnownScanner {
  readonly vid: number;
  /** Null: any other device of this maker. */
  readonly pid: number | null;
  readonly maker: string;
  readonly model: string;
  readonly mode: ScannerMode;
  readonly source: string;
}

const usbIds = 'usb.ids 2025.07.26';
const reference = 'reference/devices.md §5';
const webHid = 'github NielsLeenheer/WebHidBarcodeScanner';

const honeywellVid = 0x0c2e;
const youjieVid = 0x23d0;
const zebraVid = 0x05e0;
const datalogicVid = 0x05f9;
const newlandVid = 0x1eab;
const intermecVid = 0x067e;

type Row = readonly [pid: number | null, model: string, mode: ScannerMode, source?: string];

function of(vid: number, maker: string, rows: readonly Row[]): readonly KnownScanner[] {
  return rows.map(([pid, model, mode, source = usbIds]) => ({ vid, pid, maker, model, mode, source }));
}

/** Newland gives each model three product numbers, which differ in the last byte only. */
const newlandModels = [
  [0x0100, 'HR200'],
  [0x0c00, 'HR100, HR3260, HR3290, BS80'],
  [0x0d00, 'EM2028'],
  [0x1300, 'EM30xx, EM20xx, HR3260, HR200C'],
  [0x1400, 'HR15'],
  [0x1600, 'FM100-M, FM3250'],
  [0x1900, 'EM1300'],
  [0x1a00, 'HR3290, HR22'],
  [0x1c00, 'HR2150'],
  [0x1d00, 'FM430'],
  [0x1e00, 'HR42'],
  [0x1f00, 'HR11+'],
  [0x2000, 'EM2037v2'],
  [0x8000, 'EM13x5-LD, HR15-70, HR100-70, HR12'],
  [0x8200, 'EM3080-01, EM3095, FR20, FM30'],
  [0x8300, 'HR2160'],
] as const;
const newlandModes = [
  [0x03, 'keyboard'],
  [0x06, 'serial'],
  [0x10, 'hid-pos'],
] as const;

/** Scanners that are told by their USB numbers. One that is not here may be a scanner all the same. */
export const knownScanners: readonly KnownScanner[] = [
  ...of(honeywellVid, 'Honeywell', [
    [0x0007, 'Metrologic MS7120', 'other'],
    [0x0200, 'Metrologic MS7120', 'any'],
    [0x0204, 'Metrologic MS7120', 'keyboard'],
    [0x0206, 'Metrologic MS4980', 'any'],
    [0x0700, 'Metrologic MS7120', 'serial'],
    [0x0720, 'Metrologic MS7120', 'serial'],
    [0x0b61, 'Vuquest 3310g', 'any'],
    [0x0b6a, 'Vuquest 3310', 'any'],
    [0x0b81, 'Voyager 1400g', 'any'],
    [0x0b8f, 'Voyager 1400g', 'hid-pos', webHid],
    [null, 'Honeywell', 'any', reference],
  ]),
  ...of(youjieVid, 'Youjie', [[null, 'Youjie', 'any', webHid]]),
  ...of(zebraVid, 'Zebra', [
    [0x0600, 'MiniScan MS4404, MS4407', 'serial', 'Symbol MS4404/MS4407 Integration Guide 9-3'],
    [0x0700, 'Symbol CS1504', 'other'],
    [0x1200, 'Zebra, Symbol', 'keyboard', 'Symbol MS4404/MS4407 Integration Guide 9-3'],
    [0x1300, 'Zebra, Symbol', 'other', 'Symbol MS4404/MS4407 Integration Guide 9-3'],
    [0x1400, 'Zebra, Symbol', 'other', 'Symbol MS4404/MS4407 Integration Guide 9-3'],
    [0x1701, 'Zebra, Symbol', 'serial'],
    [0x1900, 'Zebra, Symbol', 'other'],
    [0x1a00, 'Symbol CS4070', 'any'],
    [null, 'Zebra, Symbol', 'any', reference],
  ]),
  ...of(datalogicVid, 'Datalogic', [
    [0x1104, 'Magellan 2200VS', 'other'],
    [0x1206, 'Gryphon', 'other'],
    [0x120c, 'Gryphon GD4430-BK', 'other'],
    [0x2206, 'Gryphon', 'keyboard'],
    [0x220c, 'Gryphon GD4430', 'any'],
    [0x2601, 'Magellan 1000i', 'any'],
    [0x2602, 'Magellan 1100i', 'any'],
    [0x4204, 'Gryphon', 'serial'],
    [0x5204, 'Gryphon GFS4170', 'other'],
    [null, 'Datalogic', 'any', reference],
  ]),
  ...newlandModels.flatMap(([base, model]) =>
    of(
      newlandVid,
      'Newland',
      newlandModes.map(([last, mode]) => [base + last, model, mode]),
    ),
  ),
  ...of(newlandVid, 'Newland', [[null, 'Newland', 'any']]),
  ...of(intermecVid, 'Intermec', [
    [0x0801, 'Intermec', 'keyboard'],
    [0x0803, 'Intermec', 'serial'],
    [0x0805, 'Intermec', 'serial'],
    [0x0809, 'SG20', 'any', 'github brokenthorn/learning-rust-usb-hid-barcode-scanner-server'],
  ]),
];

/** What the numbers of a USB device say: its own row, else its maker's, else null. */
export function knownScanner(vid: number, pid: number): KnownScanner | null {
  const ofMaker = knownScanners.filter((known) => known.vid === vid);
  return ofMaker.find((known) => known.pid === pid) ?? ofMaker.find((known) => known.pid === null) ?? null;
}

/**
 * The layout of a scanner's HID POS reports. Published for the FM430 (1EAB:1D10) alone; the other Newland engines are
 * taken to do as it does.
 */
export function hidPosLayout(vid: number): HidPosLayout {
  return vid === newlandVid ? 'newland' : 'aim';
}

/** Whether it types codes until it is told once, by `honeywell.leaveKeyboardMode`, to report them. */
export function mustLeaveKeyboardMode(vid: number): boolean {
  return vid === honeywellVid || vid === youjieVid;
}
