import { useCallback, useRef, useState } from 'react';

/** A pasted list that is being worked through. */
export interface Batch {
  /** Null when there is none. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  start(codes: readonly string[]): void;
  /** Ends it after the code that is being decided. */
  stop(): void;
}

/**
 * Scans the codes of a list one after the other: the next when the last is decided, so that a hand-over holds the
 * list as it holds every scan. Goes on while its drawer is closed.
 */
export function useBatch(scan: (text: string) => Promise<void>): Batch {
  const [progress, setProgress] = useState<Batch['progress']>(null);
  const stopped = useRef(false);
  const start = useCallback(
    (codes: readonly string[]): void => {
      const run = async (): Promise<void> => {
        for (const [index, code] of codes.entries()) {
          if (stopped.current) break;
          await scan(code);
          setProgress({ done: index + 1, total: codes.length });
        }
        setProgress(null);
      };
      stopped.current = false;
      setProgress({ done: 0, total: codes.length });
      void run();
    },
    [scan],
  );
  const stop = useCallback((): void => {
    stopped.current = true;
  }, []);
  return { progress, start, stop };
}
