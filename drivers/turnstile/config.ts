import type { Transport } from '../../contract/devices/config.ts';
import type { ModbusCarriage } from '../modbus/answer.ts';
import type { ModbusSource } from '../modbus/client.ts';
import type { RelayDrive } from '../relay/config.ts';
import type { OneTechSide } from './one-tech-codec.ts';

/**
 * Where a Modbus turnstile tells that somebody passed. `set`: the value becomes other than 0 · `counts`: it becomes
 * another one than before it was opened.
 */
export interface PassConfirmation {
  readonly source: ModbusSource;
  /** As in the frame, from 0. */
  readonly address: number;
  readonly when: 'set' | 'counts';
}

/** One direction of a Modbus turnstile. No register map of any model was found: the site's installer knows it. */
export interface ModbusPassage {
  /** The coil that opens it, as in the frame, from 0. */
  readonly coil: number;
  /** `pulse`: on for `pulseMs`, as a button is pressed · `hold`: on until somebody passed or the time is up. */
  readonly opens: 'pulse' | 'hold';
  readonly pulseMs: number;
  /** Null where nothing tells. */
  readonly confirmation: PassConfirmation | null;
}

export type TurnstileMethod =
  /** `inward`: the side that leads in. `passTimeoutMs` is longer than the turnstile's own time. */
  | { readonly kind: 'one-tech'; readonly inward: OneTechSide; readonly passTimeoutMs: number }
  /** A relay on its "open" contact; nothing tells who passed. A direction without a channel is null. */
  | {
      readonly kind: 'relay';
      readonly drive: RelayDrive;
      readonly channels: Readonly<Record<'in' | 'out', number | null>>;
      readonly pulseMs: number;
    }
  | {
      readonly kind: 'modbus';
      readonly carriage: ModbusCarriage;
      readonly unit: number;
      /** Longest wait for one answer (ms). */
      readonly timeoutMs: number;
      readonly in: ModbusPassage | null;
      readonly out: ModbusPassage | null;
      /** Between two looks at the confirmation (ms). */
      readonly pollMs: number;
      readonly passTimeoutMs: number;
    };

export interface TurnstileConfig {
  readonly id: string;
  readonly kind: 'turnstile';
  readonly name: string;
  readonly transport: Transport;
  readonly method: TurnstileMethod;
}
