/** Says that the feed moved. A hint without data: whoever misses one still finds everything in the feed. */
export interface HeadSignal {
  readonly publish: (head: number) => void;
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: (head: number) => void) => () => void;
}

/**
 * One process's signal. A second server on the same PostgreSQL would serve the same feed correctly, and its
 * stations would see the other's commits at their next regular pull instead of at once.
 */
export function createHeadSignal(): HeadSignal {
  const listeners = new Set<(head: number) => void>();
  return {
    publish: (head) => {
      for (const listener of listeners) listener(head);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
