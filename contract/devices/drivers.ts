/**
 * What crosses between the core and the driver process, and between the core and the virtual devices.
 * Both ends ship together, so these are types, not schemas. Everything is plain JSON.
 */
import type { OutcomeCode } from '../../domain/outcome.ts';
import type { DeviceConfig, SecurityState, Transport } from './config.ts';
import type { Detected, LineBytes, Probed } from './detection.ts';
import type { GateDirection } from './gates.ts';
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

/** One tag that a gate would not let go. */
export interface GateItem {
  /** HF: the UID. UHF: what the gate is set to send. Upper-case hex; null where it sends none. */
  readonly address: string | null;
  /** Primary item identifier, where the gate sends enough of the tag to read it. */
  readonly code: string | null;
}

/** `at` is when this computer heard of it: clocks in gates are not to be relied on. */
export type GateEvent =
  | {
      readonly kind: 'alarm';
      readonly at: string;
      readonly items: readonly GateItem[];
      readonly direction: GateDirection | null;
    }
  /** Counters as the gate holds them, not people since the last time. */
  | { readonly kind: 'counts'; readonly at: string; readonly in: number; readonly out: number }
  /** The gate's memory was full: there were alarms that nobody was told of. */
  | { readonly kind: 'missed'; readonly at: string };

/**
 * What became of one opening of a turnstile. `unconfirmed`: it was opened, and nothing on it tells whether anybody
 * passed. `no-answer`: it does not say what happened, somebody may have passed.
 */
export type PassOutcome =
  | 'passed'
  | 'timed-out'
  | 'unconfirmed'
  | 'busy'
  | 'line-lost'
  | 'no-answer'
  | 'refused'
  | 'unsupported';

/** What a device under trial does. */
export type TrialEvent = Extract<
  FromDrivers,
  { readonly type: 'device' | 'scan' | 'tag' | 'tags-left' | 'gate' | 'passage' }
>;

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
  /** What is plugged in; answered with `detected`. Nothing is opened. */
  | { readonly type: 'detect'; readonly job: string }
  /** Asks a line who hangs on it; answered with `probed`. A device of this station on that line stops meanwhile. */
  | { readonly type: 'probe'; readonly job: string; readonly transport: Transport }
  /** Runs one device for a trial in place of whatever is on its line, telling all in `trial`; null ends it. */
  | { readonly type: 'trial'; readonly config: DeviceConfig | null }
  /** Pieces of a device's line after this number; answered with `bytes`. */
  | { readonly type: 'bytes'; readonly job: string; readonly device: string; readonly after: number }
  /** Lets one person through; answered with `passed`. */
  | {
      readonly type: 'open-turnstile';
      readonly job: string;
      readonly device: string;
      readonly direction: GateDirection;
    }
  /** Puts a relay's channel on for so long (ms); answered with `switched`. */
  | {
      readonly type: 'pulse';
      readonly job: string;
      readonly device: string;
      readonly channel: number;
      readonly forMs: number;
    }
  | PrintingToDrivers
  | { readonly type: 'shutdown' };

/** `taken` nobody answers for them any more · `line-lost` nobody knows: the reader is gone, they may lie there still. */
export type WhyTagsLeft = 'taken' | 'line-lost';

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
  | {
      readonly type: 'tags-left';
      readonly device: string;
      readonly addresses: readonly string[];
      readonly why: WhyTagsLeft;
    }
  | { readonly type: 'gate'; readonly device: string; readonly event: GateEvent }
  | { readonly type: 'detected'; readonly job: string; readonly detected: Detected }
  | { readonly type: 'probed'; readonly job: string; readonly probed: Probed | null }
  | { readonly type: 'trial'; readonly event: TrialEvent }
  | { readonly type: 'bytes'; readonly job: string; readonly bytes: readonly LineBytes[] }
  | { readonly type: 'passed'; readonly job: string; readonly outcome: PassOutcome }
  /** Somebody went through whom nobody had let. */
  | { readonly type: 'passage'; readonly device: string; readonly direction: GateDirection }
  | { readonly type: 'switched'; readonly job: string; readonly ok: boolean }
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
  /** Carries books out through a gate. */
  | { readonly type: 'walk'; readonly device: string; readonly codes: readonly string[] }
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
