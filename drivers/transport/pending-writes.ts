/** Node calls back with an error, null or nothing. */
type WriteDone = (error?: Error | null) => void;

export interface PendingWrites {
  /** Starts a write; the promise settles by `done` or by `fail`, whichever comes first. */
  run(start: (done: WriteDone) => void): Promise<void>;
  /** The line is gone: every write under way, and every later one, rejects with this error. */
  fail(error: Error): void;
}

/**
 * Writes of one line. A port that vanishes does not always call its write callbacks back, and a printer that
 * waits for one would wait for ever: the end of the line settles them.
 */
export function createPendingWrites(): PendingWrites {
  const rejecters = new Set<(error: Error) => void>();
  let failure: Error | null = null;

  return {
    run: (start) =>
      new Promise((resolve, reject) => {
        if (failure !== null) {
          reject(failure);
          return;
        }
        rejecters.add(reject);
        start((error) => {
          rejecters.delete(reject);
          if (error) reject(error);
          else resolve();
        });
      }),
    fail(error) {
      if (failure !== null) return;
      failure = error;
      for (const reject of rejecters) reject(error);
      rejecters.clear();
    },
  };
}
