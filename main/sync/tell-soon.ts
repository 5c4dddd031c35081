/** Time (ms) within which a province in reach confirms a fact; a count that is told only after it does not flicker. */
const patience = 1_000;

/** Tells once, a moment after the last of several things began. */
export interface TellSoon {
  soon(): void;
  stop(): void;
}

/**
 * An exchange that hangs tells nothing for as long as it hangs: what was recorded meanwhile is counted all the same.
 */
export function tellSoon(tell: () => Promise<void>, onFailure: (error: unknown) => void): TellSoon {
  let timer: NodeJS.Timeout | null = null;
  return {
    soon: () => {
      timer ??= setTimeout(() => {
        timer = null;
        tell().catch(onFailure);
      }, patience);
    },
    stop: () => {
      if (timer) clearTimeout(timer);
    },
  };
}
