import type { DeviceConfig } from '../devices/config.ts';
import type { DeviceState, PadTag, PaperSlip, TrialEvent } from '../devices/drivers.ts';
import type { Permission } from '../../domain/permissions.ts';
import type { SlipKind } from '../../domain/printing/template.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import type { DeskRow } from './desk.ts';

export interface StationInfo {
  readonly station: string;
  readonly desk: string;
  readonly library: { readonly id: string; readonly name: string };
  readonly staff: string;
  /** What this person may do; the core checks it again. */
  readonly permissions: readonly Permission[] | 'all';
  readonly version: string;
  /** True when devices are virtual and data is invented. Shown as a mark on every screen. */
  readonly training: boolean;
  readonly host: 'electron' | 'web';
  /** The station's key lies in a file that anyone with this user's rights can read. */
  readonly keyExposed: boolean;
}

/** The sync pill and its story. */
export interface SyncStatus {
  readonly state: 'never' | 'online' | 'offline' | 'catching-up' | 'forked' | 'refused';
  /** Facts journalled here that the province has not confirmed. */
  readonly unsent: number;
  /** When the oldest unsent fact was made. */
  readonly oldestUnsentAt: string | null;
  /** When the mirror was last known to hold everything the province had. */
  readonly freshAt: string | null;
  readonly lastError: OutcomeCode | null;
  /** Rows fetched and rows in all while catching up, or bytes of the file that the catalogue comes in. */
  readonly progress: { readonly done: number; readonly total: number; readonly unit?: 'bytes' } | null;
}

export type SlipState = 'waiting' | 'printing' | 'printed' | 'failed' | 'dismissed';

/** A slip in the queue. `failed`: will be tried again, and can be by hand. */
export interface SlipSummary {
  readonly id: string;
  readonly kind: SlipKind;
  readonly state: SlipState;
  readonly createdAt: string;
  readonly patronName: string | null;
  readonly acts: number;
  /** The payment it is the receipt of; null for other slips. */
  readonly payment: string | null;
  readonly problem: OutcomeCode | null;
  /** True when the program stopped before it knew that the slip was out. */
  readonly interrupted: boolean;
}

/** Everything the training panel needs. */
export interface TrainingState {
  readonly devices: readonly {
    readonly id: string;
    readonly kind: DeviceConfig['kind'];
    readonly name: string;
    readonly plugged: boolean;
    readonly paper: 'ok' | 'out';
    readonly line: string;
    /** Tagged books on it, for an RFID pad. */
    readonly tags: readonly PadTag[];
  }[];
  readonly slips: readonly PaperSlip[];
}

/** A card or a copy that can be put under the virtual scanner, with the reason it is interesting. */
export interface TrainingSample {
  readonly code: string;
  readonly label: string;
  readonly detail: string;
  readonly kind: 'patron' | 'item' | 'other';
  /** Key of a sentence in the locale: `ordinary`, `expired`, `at-limit`, `blocked`, `on-loan`, `not-for-loan`, `unknown`, `other-library`. */
  readonly trait: string;
}

/** A copy whose RFID tags do not say what they should: "chưa khử từ" (`off`) or "chưa nạp từ" (`on`). */
export interface UnwrittenTag {
  /** The copy's id. */
  readonly item: string;
  readonly barcode: string;
  readonly title: string;
  readonly wanted: 'on' | 'off';
  readonly problem: OutcomeCode | null;
  readonly since: string;
}

/** What the core tells every attached page. `hello` opens a stream: fetch everything again. */
export type StationEvent =
  | { readonly type: 'hello'; readonly boot: string }
  /** This folder is no station yet; nothing else will be said. */
  | { readonly type: 'set-up'; readonly folder: string }
  | { readonly type: 'row'; readonly row: DeskRow }
  | { readonly type: 'desk' }
  | { readonly type: 'devices'; readonly devices: readonly DeviceState[] }
  | { readonly type: 'sync'; readonly status: SyncStatus }
  | { readonly type: 'slips' }
  /** Policies, calendar or templates have changed. */
  | { readonly type: 'settings' }
  /** The drawer or a payment has changed. */
  | { readonly type: 'money' }
  /** The list of copies whose tags were not written has changed. */
  | { readonly type: 'tags' }
  /** The devices of this station are set up otherwise. */
  | { readonly type: 'device-settings' }
  /** What a device under trial does. */
  | { readonly type: 'trial'; readonly event: TrialEvent }
  /** What waits for somebody, or was dealt with, has changed. */
  | { readonly type: 'exceptions' }
  | { readonly type: 'training' };
