import { useEffect, useRef } from 'react';
import type { DeskRow } from '../../contract/workstation/desk.ts';
import { useRows } from '../connection/queries.ts';

/**
 * Calls `onRow` once for every row of the desk that is decided while the form is open, in the order of the scans.
 * What was there before is no news.
 */
export function useScanned(onRow: (row: DeskRow) => void): void {
  const { data } = useRows();
  const known = useRef<Set<string> | null>(null);
  const latest = useRef(onRow);
  useEffect(() => {
    latest.current = onRow;
  });
  useEffect(() => {
    if (!data) return;
    const decided = data.rows.filter(({ state }) => state !== 'pending');
    const before = known.current;
    if (before === null) {
      known.current = new Set(decided.map(({ id }) => id));
      return;
    }
    for (const row of decided.toReversed()) {
      if (before.has(row.id)) continue;
      before.add(row.id);
      latest.current(row);
    }
  }, [data]);
}
