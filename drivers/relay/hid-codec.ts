/**
 * Reports of USB HID relays 16C0:05DF, after libusbrelay.c of github.com/darrylb123/usbrelay. Boards whose product
 * string begins with `USBRelay` are `usbrelay`; those that call themselves `HIDRelay` (UCREATE) are `ucreate`, and
 * neither tell their state nor have a serial number of their own.
 */
export type HidRelayVariant = 'usbrelay' | 'ucreate';

/** Report id and eight bytes. */
const reportBytes = 9;
const usbRelayOn = 0xff;
const usbRelayOff = 0xfd;
const ucreateOn = 0xf0;

/** The feature report that tells serial number and state. */
export const stateReport = { id: 1, bytes: reportBytes } as const;

const serialBytes = 5;
const stateByte = 7;

/** @param channel 1 … 8 (usbrelay) or 1 … 9 (ucreate) */
export function writeHidRelay(variant: HidRelayVariant, channel: number, on: boolean): Uint8Array {
  const report = new Uint8Array(reportBytes);
  if (variant === 'usbrelay') report.set([0, on ? usbRelayOn : usbRelayOff, channel]);
  else report.set([0, (on ? ucreateOn : 0) + channel]);
  return report;
}

export interface HidRelayState {
  readonly serial: string;
  /** Bit 0 is channel 1. */
  readonly on: number;
}

/** @returns null when the report cannot be one. Some systems put the report's id in front of it. */
export function readHidRelayState(report: Uint8Array): HidRelayState | null {
  const start = isPrintable(report[0] ?? 0) ? 0 : 1;
  const serial = report.subarray(start, start + serialBytes);
  const on = report[start + stateByte];
  if (on === undefined || !serial.every(isPrintable)) return null;
  return { serial: Buffer.from(serial).toString('latin1'), on };
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f;
}
