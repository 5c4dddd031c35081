import type { Bench, BenchOptions } from './measure.ts';

/** Several figures of one measurement, taken when the first of them is asked for. */
export function measuredOnce<T>(
  measure: (options: BenchOptions) => Promise<T>,
  figures: (measured: (options: BenchOptions) => Promise<T>) => readonly Bench[],
): readonly Bench[] {
  let taken: Promise<T> | null = null;
  return figures((options) => (taken ??= measure(options)));
}
