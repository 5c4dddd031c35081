const firstDelayMs = 200;
const longestDelayMs = 5_000;

/**
 * Milliseconds to wait before attempt `attempt` (0, 1, 2 …) to find a device again: doubling from 200 ms to 5 s,
 * of which a random half is taken off so that devices behind one hub do not all come at once.
 * @param random in [0, 1)
 */
export function backOffMs(attempt: number, random: number): number {
  const whole = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(attempt, 16));
  return Math.round(whole * (1 - random / 2));
}
