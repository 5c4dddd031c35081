import type { Transport } from '../../contract/devices/config.ts';
import type { ModbusCarriage } from '../modbus/answer.ts';
import type { HidRelayVariant } from './hid-codec.ts';

/** What kind of board it is. */
export type RelayDrive =
  /** On a `hid` transport. `serial`: the five characters of its own number, or null when any will do. */
  | { readonly kind: 'usb-hid'; readonly variant: HidRelayVariant; readonly serial: string | null }
  /** On a `serial` transport, 9600 baud as delivered. */
  | { readonly kind: 'lcus' }
  /** `firstCoil` is the address in the frame (from 0) of channel 1; the others follow. */
  | {
      readonly kind: 'modbus';
      readonly carriage: ModbusCarriage;
      readonly unit: number;
      readonly firstCoil: number;
      /** Longest wait for one answer (ms). */
      readonly timeoutMs: number;
    };

export interface RelayConfig {
  readonly id: string;
  readonly kind: 'relay';
  readonly name: string;
  readonly transport: Transport;
  readonly drive: RelayDrive;
  /** How many it has, 1 … 16. */
  readonly channels: number;
  /**
   * Every channel is put off whenever the board is found: a program that crashed while it pulsed left one on. Off only
   * where somebody else switches the same board.
   */
  readonly offAtStart: boolean;
}
