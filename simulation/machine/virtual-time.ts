import { setImmediate as turn } from 'node:timers/promises';

/** Time that passes only when the world says so. Everything that will happen waits here in one order. */
export interface VirtualTime {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Does `work` in `delay` milliseconds; the function returned takes it off again. */
  after(delay: number, work: () => void | Promise<void>): () => void;
  /** Lets `milliseconds` pass, with everything that falls into them, one thing after another. */
  pass(milliseconds: number): Promise<void>;
  /** Forgets everything that waits: the world has ended. */
  end(): void;
}

interface Waiting {
  readonly at: number;
  readonly order: number;
  readonly work: () => void | Promise<void>;
}

export function virtualTime(start: number): VirtualTime {
  const waiting = new Set<Waiting>();
  let now = start;
  let order = 0;
  const next = (): Waiting | null => {
    let first: Waiting | null = null;
    for (const one of waiting)
      if (!first || one.at < first.at || (one.at === first.at && one.order < first.order)) first = one;
    return first;
  };
  return {
    now: () => now,
    after: (delay, work) => {
      order += 1;
      const one = { at: now + Math.max(0, Math.round(delay)), order, work };
      waiting.add(one);
      return () => waiting.delete(one);
    },
    pass: async (milliseconds) => {
      const end = now + milliseconds;
      for (;;) {
        // All that can go on without time passing has gone on when this returns: nothing here waits for a real wire.
        await turn();
        const first = next();
        if (!first || first.at > end) break;
        waiting.delete(first);
        now = first.at;
        await first.work();
      }
      now = end;
    },
    end: () => waiting.clear(),
  };
}
