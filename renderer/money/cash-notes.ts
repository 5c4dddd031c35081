/** Notes in use (State Bank of Vietnam), the largest first, in đồng. Those below 1.000 are hardly seen any more. */
export const notes = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000] as const;

/**
 * What a reader is likely to hand over for an amount: the next round sums that one or two notes make, at most four,
 * more than the amount, the least first.
 */
export function likelySums(amount: number): readonly number[] {
  if (!Number.isSafeInteger(amount) || amount <= 0) return [];
  const sums = notes
    .filter((note) => note >= 10_000)
    .map((note) => Math.ceil(amount / note) * note)
    .filter((sum) => sum > amount);
  return [...new Set(sums)].toSorted((a, b) => a - b).slice(0, 4);
}

/** What so many of each note come to; a count that is no whole number counts as none. */
export function sumOfNotes(counts: Readonly<Record<number, string>>): number {
  return notes.reduce((sum, note) => {
    const text = (counts[note] ?? '').trim();
    return sum + (/^\d{1,6}$/u.test(text) ? Number(text) * note : 0);
  }, 0);
}
