/** Time as a device sees it, so that tests may hold it. */
export interface Timers {
  /** Monotonic milliseconds. */
  now(): number;
  /** Runs once after `ms`; the result cancels. */
  after(ms: number, run: () => void): () => void;
}

export const systemTimers: Timers = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** The promise's value, or `fallback` when it takes longer than `ms`. */
export async function within<T, F>(
  timers: Timers,
  ms: number,
  promise: Promise<T>,
  fallback: F,
): Promise<T | F> {
  const late = Promise.withResolvers<F>();
  const cancel = timers.after(ms, () => {
    late.resolve(fallback);
  });
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    cancel();
  }
}
