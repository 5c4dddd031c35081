import type { DeviceHealth } from '../../contract/devices/drivers.ts';

/**
 * Why a device is not ready. `unreachable` its line cannot be opened · `silent` the line is open and nobody answers ·
 * `faulty` it answers, and says or shows that it does not do its work.
 */
export type HealthProblem = 'unreachable' | 'silent' | 'faulty';

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
