import type { OnHealth } from '../transport/health.ts';
import type { OpenLine } from '../transport/line.ts';
import type { TurnstileConfig, TurnstileMethod } from './config.ts';
import type { Direction, PassResult } from './turnstile.ts';

/** What a kind of turnstile is given. */
export interface MechanismOptions<Kind extends TurnstileMethod['kind']> {
  readonly transport: TurnstileConfig['transport'];
  readonly method: Extract<TurnstileMethod, { kind: Kind }>;
  readonly openLine: OpenLine;
  readonly onHealth: OnHealth;
  /** Somebody passed who was not waited for: after the time was up, or on a free passage. */
  readonly onPassage: (direction: Direction) => void;
  readonly onTrouble?: ((reason: string) => void) | undefined;
  readonly random?: (() => number) | undefined;
}

/** One kind of turnstile. It is never asked to open while it is open. */
export interface Mechanism {
  open(direction: Direction): Promise<PassResult>;
  close(): Promise<void>;
}
