import type { OnHealth } from '../transport/health.ts';
import type { OpenLine } from '../transport/line.ts';
import type { TurnstileConfig } from './config.ts';
import type { Mechanism } from './mechanism.ts';
import { createModbusTurnstile } from './modbus.ts';
import { createOneTech } from './one-tech.ts';
import { createRelayTurnstile } from './relay.ts';
import type { Direction, Turnstile } from './turnstile.ts';

export interface TurnstileDeviceOptions {
  readonly config: TurnstileConfig;
  readonly openLine: OpenLine;
  readonly onHealth: OnHealth;
  /** Somebody passed who was not waited for: after the time was up, or on a free passage. */
  readonly onPassage: (direction: Direction) => void;
  /** For whoever repairs it. */
  readonly onTrouble?: ((reason: string) => void) | undefined;
  /** In [0, 1). */
  readonly random?: (() => number) | undefined;
}

export interface TurnstileDevice extends Turnstile {
  /** Puts off what holds it open, then gives the line up. Nothing is reported afterwards. */
  close(): Promise<void>;
}

/** A turnstile of any kind. It opens for one person at a time: a second `open` meanwhile answers `busy`. */
export function createTurnstileDevice({ config, ...options }: TurnstileDeviceOptions): TurnstileDevice {
  const mechanism = createMechanism(config, options);
  let open = false;
  return {
    async open(direction) {
      if (open) return 'busy';
      open = true;
      return mechanism.open(direction).finally(() => {
        open = false;
      });
    },
    close: () => mechanism.close(),
  };
}

function createMechanism(
  { method, transport }: TurnstileConfig,
  options: Omit<TurnstileDeviceOptions, 'config'>,
): Mechanism {
  switch (method.kind) {
    case 'one-tech':
      return createOneTech({ ...options, transport, method });
    case 'relay':
      return createRelayTurnstile({ ...options, transport, method });
    case 'modbus':
      return createModbusTurnstile({ ...options, transport, method });
  }
}
