import type { ScannerFraming } from '../../contract/devices/config.ts';

/** The bytes a scanner in line mode sends for one code: prefix, AIM identifier when it is set to send one, code, suffix. */
export function encodeScan(code: string, framing: ScannerFraming, symbology?: string): Uint8Array {
  const identifier = symbology === undefined ? '' : `]${symbology}`;
  return Buffer.from(`${framing.prefix}${identifier}${code}${framing.suffix}`, 'utf8');
}

/** One burst cut into several reads at the given offsets, as USB and serial drivers do. */
export function splitAt(bytes: Uint8Array, offsets: readonly number[]): Uint8Array[] {
  const cuts = [...offsets].filter((at) => at > 0 && at < bytes.length).sort((a, b) => a - b);
  return [...cuts, bytes.length].map((end, index) => bytes.slice(cuts[index - 1] ?? 0, end));
}

/** Several bursts in one read, as after a busy moment. */
export function coalesce(bursts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(bursts);
}

/** What a loose ground or a wrong baud rate looks like. @param random in [0, 1), so that a run can be repeated */
export function noise(length: number, random: () => number): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}
