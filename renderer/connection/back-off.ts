const firstWait = 150;
const longestWait = 3_000;

/**
 * Milliseconds to wait before try number `attempt` (0 is the first). Doubles up to three seconds; `random` in
 * 0…1 spreads the pages of one core so that they do not all knock at once.
 */
export function backOff(attempt: number, random: number): number {
  const base = Math.min(longestWait, firstWait * 2 ** Math.min(attempt, 10));
  return Math.round(base * (0.75 + random * 0.25));
}
