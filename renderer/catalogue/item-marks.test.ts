import { describe, expect, it } from 'vitest';
import type { ItemState } from '../../domain/circulation/item-state.ts';
import { decideMarkItem } from '../../domain/circulation/mark-item.ts';
import { itemMarks } from '../../domain/facts/bodies/items.ts';
import { plainItem } from '../../domain/world/plain-rows.ts';
import { rowsInMemory } from '../../domain/world/rows.ts';
import { viewOf } from '../../domain/world/view.ts';
import { marksFor } from './item-marks.ts';

const since = '2026-11-20T09:00:00.000+07:00';
const states: readonly ItemState[] = [
  { status: 'available' },
  { status: 'on-loan', loan: 'l' },
  { status: 'on-hold-shelf', hold: 'h', patron: 'p', library: 'lib-1', shelfUntil: '2026-12-06' },
  { status: 'in-transit', from: 'lib-1', to: 'lib-2', hold: null, since },
  { status: 'lost', loan: null, since },
  { status: 'claimed-returned', loan: 'l', since },
  { status: 'missing', since },
  { status: 'damaged', since },
  { status: 'withdrawn', decision: '12/QĐ', since },
];

/** The marks that the rules let through for a copy in this state. */
function possible(state: ItemState): readonly string[] {
  const item = plainItem({ id: 'i' }, 'lib-1');
  const circulation = { id: item.id, state, lastLoan: null, usesInHouse: 0 };
  const view = viewOf(
    rowsInMemory([
      { entity: 'item', row: item },
      { entity: 'item-state', row: circulation },
    ]),
    {
      now: '2026-11-22T14:02:00.000+07:00',
      today: '2026-11-22',
      timeZone: 'Asia/Ho_Chi_Minh',
      library: 'lib-1',
      station: 'st-1',
      actor: { id: 'nv-1', permissions: 'all' },
    },
  );
  return itemMarks.filter((mark) => {
    const ask = { do: 'mark-item', item: item.id, mark, decision: '12/QĐ', note: '', charge: null } as const;
    return decideMarkItem(view, ask).outcome === 'done';
  });
}

describe('marksFor', () => {
  it.each(states)('offers of a copy that is $status nothing the rules refuse', (state) => {
    const allowed = possible(state);
    const offered = marksFor(state.status);
    expect(offered.length).toBeGreaterThan(0);
    for (const mark of offered) expect(allowed).toContain(mark);
  });

  it('offers everything that can be said of a copy on the shelf', () => {
    expect([...marksFor('available')].toSorted()).toEqual([...possible({ status: 'available' })].toSorted());
  });
});
