/**
 * What crosses between the core and the driver process, and between the core and the virtual devices.
 * Both ends ship together, so these are types, not schemas. Everything is plain JSON.
 */
import type { OutcomeCode } from '../../domain/outcome.ts';
import type { DeviceConfig, SecurityState } from './config.ts';
import type { PrintingFromDrivers, PrintingToDrivers } from './printing.ts';
import type { SlipDocument } from './slip.ts';

/** A tag as it came into the field. */
export interface TagSeen {
  /** UID (HF) or EPC (UHF), upper-case hex: how the reader finds it again. Not its identity. */
  readonly address: string;
  readonly technology: 'hf' | 'uhf';
  readonly kind: 'item' | 'patron-card' | 'blank' | 'unknown' | 'unreadable';
  /** Primary item identifier, or the card's; null unless it was read. */
  readonly code: string | null;
  /** ISIL of the owner as it is on the tag; null when it has none. */
  readonly owner: string | null;
  /** For a thing of several tagged parts: which one this is, of how many. */
  readonly part: { readonly number: number; readonly total: number } | null;
  /** Whether a gate would alarm; null where the tag carries no sign of it. */
  readonly security: SecurityState | null;
}

/** What became of the security of one tag. `failure` is null when the tag itself confirmed it. */
export interface TagSecured {
  readonly address: string;
  readonly failure:
    | 'no-answer'
    | 'line-lost'
    | 'no-tag'
    | 'weak'
    | 'locked'
    | 'refused'
    | 'unsupported'
    | null;
}

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
  /** Sets the security of every tag in the field that carries this code. Answered with `secured`. */
  | {
      readonly type: 'secure';
      readonly job: string;
      readonly device: string;
      readonly code: string;
      readonly state: SecurityState;
    }
  | PrintingToDrivers
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
  | { readonly type: 'tag'; readonly device: string; readonly tag: TagSeen }
  | { readonly type: 'tags-left'; readonly device: string; readonly addresses: readonly string[] }
  /** `tags` is empty when none with that code was in the field. */
  | { readonly type: 'secured'; readonly job: string; readonly tags: readonly TagSecured[] }
  /** The paper is out, or the system's print queue has it; the drawer was pulsed. */
  | { readonly type: 'printed'; readonly job: string }
  /** `begun`: some of the slip may be on paper, or may come out yet. */
  | {
      readonly type: 'print-failed';
      readonly job: string;
      readonly code: OutcomeCode;
      readonly begun: boolean;
    }
  /** `png` in base64; null when it could not be drawn. */
  | { readonly type: 'drawn'; readonly job: string; readonly png: string | null }
  | PrintingFromDrivers;

/** Core → virtual devices (training mode). */
export type ToVirtual =
  | { readonly type: 'present'; readonly device: string; readonly codes: readonly string[] }
  /** Raw bytes, base64: for tests and for showing what a bad cable does. */
  | { readonly type: 'present-bytes'; readonly device: string; readonly base64: string }
  | { readonly type: 'unplug'; readonly device: string }
  | { readonly type: 'plug'; readonly device: string }
  | { readonly type: 'paper'; readonly device: string; readonly state: 'ok' | 'out' }
  /** Puts tagged books on an RFID pad, takes them away (all: null), and makes a tag misbehave. */
  | { readonly type: 'lay'; readonly device: string; readonly codes: readonly string[] }
  | { readonly type: 'lift'; readonly device: string; readonly codes: readonly string[] | null }
  | {
      readonly type: 'tag-fault';
      readonly device: string;
      readonly code: string;
      readonly fault: PadTag['fault'];
    }
  | { readonly type: 'shutdown' };

/** A tagged book on a virtual pad. `stuck`: writes of its security do not take; `weak`: it cannot be read. */
export interface PadTag {
  readonly code: string;
  readonly security: SecurityState;
  readonly fault: 'none' | 'stuck' | 'weak';
}

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
  | { readonly type: 'ready'; readonly devices: readonly DeviceConfig[] }
  | { readonly type: 'plugged'; readonly device: string; readonly plugged: boolean }
  | { readonly type: 'pad'; readonly device: string; readonly tags: readonly PadTag[] }
  | { readonly type: 'paper-state'; readonly device: string; readonly state: 'ok' | 'out' }
  | { readonly type: 'paper'; readonly slip: PaperSlip };
