import type { DeviceConfig } from '../../contract/devices/config.ts';
import type { DeviceHealth, DeviceState } from '../../contract/devices/drivers.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';

/**
 * Why a device is not ready. `unreachable` its line cannot be opened · `silent` the line is open and nobody answers ·
 * `faulty` it answers, and says or shows that it does not do its work.
 */
type HealthProblem = 'unreachable' | 'silent' | 'faulty';

export type OnHealth = (health: DeviceHealth, problem: HealthProblem | null) => void;

export interface Health {
  enter(next: DeviceHealth, problem?: HealthProblem): void;
  /** Nothing is told afterwards. */
  close(): void;
}

/** Tells a change of health once, beginning with `connecting`. */
export function createHealth(onHealth: OnHealth): Health {
  let told = '';
  let closed = false;
  const enter = (next: DeviceHealth, problem: HealthProblem | null = null): void => {
    const now = `${next} ${problem}`;
    if (closed || now === told) return;
    told = now;
    onHealth(next, problem);
  };
  enter('connecting');
  return {
    enter,
    close: () => void (closed = true),
  };
}

/** The state of a device in the words of the catalogue. */
export function stateOf(
  { id, kind, name }: DeviceConfig,
  health: DeviceHealth,
  problem: OutcomeCode | null,
): DeviceState {
  return { id, kind, name, health, problem };
}

const codes: Readonly<Record<HealthProblem, OutcomeCode>> = {
  unreachable: 'LT-2104',
  silent: 'LT-2105',
  faulty: 'LT-2106',
};

/** Tells the health of a device that knows nothing of codes. */
export function tellHealth(config: DeviceConfig, onState: (state: DeviceState) => void): OnHealth {
  return (health, problem) => onState(stateOf(config, health, problem && codes[problem]));
}
