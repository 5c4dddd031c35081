import type { DeviceConfig, DeviceKind, Transport } from './config.ts';

/**
 * What a person should do about something that was found. `add` it is known: add it · `probe` it may be anything that
 * speaks serial: ask it · `leave-keyboard` a scanner that types: works as it is, better by its manual's barcode for
 * COM port or HID POS · `add-printer` a printer queue of the operating system · `other` not a library's device.
 */
export type DetectionAdvice = 'add' | 'probe' | 'leave-keyboard' | 'add-printer' | 'other';

/** Something plugged into this computer. */
export interface FoundDevice {
  readonly transport: Transport;
  /** As the operating system or the device itself calls it. */
  readonly label: string;
  readonly maker: string;
  readonly model: string;
  readonly kind: DeviceKind | null;
  readonly advice: DetectionAdvice;
  /** Ready to be named and saved; null where somebody has to choose first. */
  readonly suggestion: DeviceConfig | null;
}

/** A source that could not be asked, with the system's own words. */
export interface DetectionProblem {
  readonly source: 'serial' | 'hid' | 'printers' | 'cards';
  readonly words: string;
}

export interface Detected {
  readonly devices: readonly FoundDevice[];
  readonly problems: readonly DetectionProblem[];
}

/** What answered when a line was asked, or null: nothing that this program knows. */
export interface Probed {
  readonly kind: DeviceKind;
  /** What it says of itself. */
  readonly model: string;
  readonly firmware: string;
  readonly suggestion: DeviceConfig;
}

/** One piece of what travelled on a device's line. Numbers of persons are masked, pictures cut. */
export interface LineBytes {
  /** 1, 2, 3 … per device and process start. */
  readonly seq: number;
  /** RFC 3339. */
  readonly at: string;
  readonly direction: 'in' | 'out';
  /** Bytes in all; `hex` may hold fewer. */
  readonly length: number;
  readonly hex: string;
  /** The same as text, with dots for what is none. */
  readonly text: string;
}
