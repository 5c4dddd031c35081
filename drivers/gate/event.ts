import type { GateDirection } from './config.ts';

/** One tag that the gate would not let go. */
export interface AlarmItem {
  /** HF: the UID. UHF: what the gate is set to send, usually PC and EPC. Upper-case hex; null where it sends none. */
  readonly uid: string | null;
  readonly technology: 'hf' | 'uhf' | null;
  /** User memory as the gate read it, where it is set to; what it says is decided elsewhere. */
  readonly blocks: Uint8Array | null;
  readonly blockSize: number | null;
}

/** `at` is when this computer heard of it: clocks in gates are not to be relied on. */
export type GateEvent =
  | {
      readonly type: 'alarm';
      readonly at: string;
      readonly items: readonly AlarmItem[];
      readonly direction: GateDirection | null;
      readonly antenna: number | null;
    }
  /** Counters as the gate holds them, not people since the last time. */
  | { readonly type: 'counts'; readonly at: string; readonly in: number; readonly out: number }
  /** The gate's memory was full: there were alarms that nobody was told of. */
  | { readonly type: 'missed'; readonly at: string };
