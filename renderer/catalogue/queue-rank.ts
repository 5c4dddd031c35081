import type { Hold } from '../../domain/holds/hold.ts';

/** A hold in the queue of its title, in queue order. */
type Queued = Pick<Hold, 'id' | 'rank'>;

/**
 * The rank that puts the hold at `from` to the place `to` of the queue, or null when it stands there already. Ranks
 * are numbers of which lower comes first, so between two of them there is always another.
 */
export function rankAt(queue: readonly Queued[], from: number, to: number): number | null {
  if (from === to || !queue[from] || !queue[to]) return null;
  const others = queue.filter((_, index) => index !== from);
  const before = others[to - 1]?.rank;
  const after = others[to]?.rank;
  if (before === undefined) return (after ?? 0) - 1;
  return after === undefined ? before + 1 : (before + after) / 2;
}
