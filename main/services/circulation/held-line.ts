/**
 * The line of scans. A copy that has to go to the hold shelf or to another library holds it until somebody says
 * that this is done: the next book must not be put on top of it.
 */
export interface HeldLine {
  /** Resolves when no hand-over holds the line. */
  free(): Promise<void>;
  /** The row that holds the line, or null. */
  holder(): string | null;
  hold(row: string): void;
  /** Lets the line go when `row` holds it; any row, when null. */
  release(row: string | null): void;
}

export function heldLine(): HeldLine {
  let held: { readonly row: string; readonly free: Promise<void>; readonly release: () => void } | null =
    null;
  return {
    free: () => held?.free ?? Promise.resolve(),
    holder: () => held?.row ?? null,
    hold: (row) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = { row, free: promise, release: resolve };
    },
    release: (row) => {
      if (!held || (row !== null && held.row !== row)) return;
      const { release } = held;
      held = null;
      release();
    },
  };
}
