/**
 * What crosses between the core and the driver process, and between the core and the virtual devices.
 * Both ends ship together, so these are types, not schemas. Everything is plain JSON.
 */
import type { OutcomeCode } from '../../domain/outcome.ts';
import type { SlipDocument } from './slip.ts';

/**
 * How bytes travel. `path` is `/dev/ttyUSB0`, `COM3` or a pseudo-terminal. `hid` is a USB barcode scanner in HID POS
 * mode (usage page 8C); it carries reports instead of lines, so a scanner's framing does not apply to it.
 */
export type Transport =
  | { readonly kind: 'serial'; readonly path: string; readonly baudRate: number }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'hid'; readonly vendorId: number; readonly productId: number };

/** How a scanner wraps a code. `prefix` and `suffix` are the literal characters it sends. */
export interface ScannerFraming {
  readonly prefix: string;
  /** Never empty: a line has to end somewhere. CR by factory default. */
  readonly suffix: string;
  /** `auto`: take off `]cm` when it is there. `off`: the scanner sends none; `]` is part of the code. */
  readonly aim: 'auto' | 'off';
}

export type DeviceConfig =
  | {
      readonly id: string;
      readonly kind: 'scanner';
      readonly name: string;
      readonly transport: Transport;
      readonly framing: ScannerFraming;
    }
  | {
      readonly id: string;
      readonly kind: 'printer';
      readonly name: string;
      readonly transport: Transport;
      /** Printable width: 576 dots on 80 mm paper (72 mm at 203 dpi), 384 on 58 mm. */
      readonly dots: 576 | 384;
    };

/** A device is `ready` only after it answered or its line opened; `lost` while it is being looked for again. */
export type DeviceHealth = 'connecting' | 'ready' | 'degraded' | 'lost';

export interface DeviceState {
  readonly id: string;
  readonly kind: DeviceConfig['kind'];
  readonly name: string;
  readonly health: DeviceHealth;
  /** Why it is not ready, or null. */
  readonly problem: OutcomeCode | null;
}

/** A code as read, or what was wrong with the bytes. `symbology` is the AIM identifier without `]`. */
export type ScanFrame =
  | { readonly ok: true; readonly text: string; readonly symbology: string | null }
  | { readonly ok: false; readonly code: 'LT-1103' | 'LT-1104' | 'LT-1105'; readonly bytes: number };

export type ToDrivers =
  | { readonly type: 'configure'; readonly devices: readonly DeviceConfig[] }
  | {
      readonly type: 'print';
      readonly job: string;
      readonly device: string;
      readonly document: SlipDocument;
    }
  /** Draws a slip that is not printed: no device takes part. Answered with `drawn`. */
  | {
      readonly type: 'draw';
      readonly job: string;
      readonly document: SlipDocument;
      readonly dots: 576 | 384;
    }
  | { readonly type: 'shutdown' };

export type FromDrivers =
  | { readonly type: 'ready' }
  | { readonly type: 'device'; readonly state: DeviceState }
  /** `seq` counts 1, 2, 3 … per device and process start, so a lost event shows as a gap. */
  | {
      readonly type: 'scan';
      readonly device: string;
      readonly seq: number;
      readonly frame: ScanFrame;
    }
  | { readonly type: 'printed'; readonly job: string }
  /** `begun`: some of the slip may be on paper, or may come out yet. */
  | {
      readonly type: 'print-failed';
      readonly job: string;
      readonly code: OutcomeCode;
      readonly begun: boolean;
    }
  /** `png` in base64; null when it could not be drawn. */
  | { readonly type: 'drawn'; readonly job: string; readonly png: string | null };

/** Core → virtual devices (training mode). */
export type ToVirtual =
  | { readonly type: 'present'; readonly device: string; readonly codes: readonly string[] }
  /** Raw bytes, base64: for tests and for showing what a bad cable does. */
  | { readonly type: 'present-bytes'; readonly device: string; readonly base64: string }
  | { readonly type: 'unplug'; readonly device: string }
  | { readonly type: 'plug'; readonly device: string }
  | { readonly type: 'paper'; readonly device: string; readonly state: 'ok' | 'out' }
  | { readonly type: 'shutdown' };

/** A slip that came out of a virtual printer. `file` is a PNG inside the paper folder. */
export interface PaperSlip {
  readonly id: string;
  readonly device: string;
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly at: string;
}

export type FromVirtual =
  | { readonly type: 'ready'; readonly devices: readonly VirtualDevice[] }
  | { readonly type: 'plugged'; readonly device: string; readonly plugged: boolean }
  | { readonly type: 'paper-state'; readonly device: string; readonly state: 'ok' | 'out' }
  | { readonly type: 'paper'; readonly slip: PaperSlip };

export interface VirtualDevice {
  readonly id: string;
  readonly kind: DeviceConfig['kind'];
  readonly name: string;
  readonly transport: Transport;
}
