/** One measured figure. `ratio` is value over baseline; both were taken in the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  readonly ratio: number;
  /** What the baseline is, and the target, for the table people read. */
  readonly against: string;
  readonly target: string;
}

/** What the person who measures says. */
export interface BenchOptions {
  /** URL of a PostgreSQL to measure on; null: a temporary one. */
  readonly postgres: string | null;
}

export interface Bench {
  readonly name: string;
  run(options: BenchOptions): Promise<Figure>;
}

export function figure(parts: Omit<Figure, 'ratio'>): Figure {
  return {
    ...parts,
    value: round(parts.value),
    baseline: round(parts.baseline),
    ratio: round(parts.value / parts.baseline),
  };
}

/** The value below which `share` (0–1) of the samples lie. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
