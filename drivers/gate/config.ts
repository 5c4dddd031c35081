import type { Transport } from '../../contract/devices/config.ts';

export type GateDirection = 'in' | 'out';

/**
 * How the gate tells its alarms. `notification`: it calls this computer and sends them (transport `listen`).
 * `polled`: this computer asks for them (transport `tcp` or `serial`).
 */
type GateMode =
  | {
      readonly kind: 'notification';
      /** Address of the one gate that may call; null: whoever calls is the gate. */
      readonly peer: string | null;
      /** The gate is set to wait for acknowledgements (CFG49, ACK). */
      readonly acknowledge: boolean;
      /** After so much silence it is called silent (ms); null where it is not set to send keep-alives. */
      readonly keepAliveMs: number | null;
    }
  | { readonly kind: 'polled'; readonly pollMs: number; readonly timeoutMs: number };

/** A number inside a frame's data: `offset` from the first byte after STATUS. */
export interface CounterField {
  readonly offset: number;
  readonly bytes: 1 | 2 | 4;
}

/**
 * Where people counters stand. FEIG publishes no layout (reference/devices.md §2.1, §10): only a site that found out
 * its own sets this, and without it nothing is counted.
 */
export interface CounterLayout {
  /** Command byte of the frame that carries them. */
  readonly command: number;
  readonly in: CounterField;
  readonly out: CounterField;
  readonly lowByteFirst: boolean;
  /** How often a polled gate is asked (ms), with this request data in hex; null: it tells by itself. */
  readonly ask: { readonly everyMs: number; readonly data: string } | null;
}

export interface GateConfig {
  readonly id: string;
  readonly kind: 'gate';
  readonly name: string;
  readonly transport: Transport;
  readonly mode: GateMode;
  /** Bus address; 255 reaches any. */
  readonly address: number;
  /**
   * Which way is which, as the gate was mounted. `record`: the numbers of the direction byte in its records, where it
   * sends one; `antennas`: by antenna otherwise. Empty: no direction is told.
   */
  readonly directions: {
    readonly record: Readonly<Record<GateDirection, number>> | null;
    readonly antennas: readonly { readonly antenna: number; readonly direction: GateDirection }[];
  };
  /** A tag that was seen again within this time is still the same alarm (ms). At least 5 000. */
  readonly quietMs: number;
  readonly counters: CounterLayout | null;
}
