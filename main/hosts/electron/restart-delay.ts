const FIRST_MS = 250;
const LONGEST_MS = 10_000;
const STEADY_MS = 60_000;

/**
 * How long to wait before starting a process again, in ms. `failures` counts the runs that ended early one after
 * another, this one included: 250 ms, 500 ms, 1 s … 10 s. A desk waits behind it, so it never gives up.
 */
export function restartDelay(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
}

/** A run this long was a working one: the next failure is a first failure again. */
export function wasSteady(ranForMs: number): boolean {
  return ranForMs >= STEADY_MS;
}
