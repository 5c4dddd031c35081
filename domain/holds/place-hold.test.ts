import { expect, it } from 'vitest';
import { plainGives, plainHoldPolicy } from '../world/plain-policies.ts';
import { rowsOfSetup } from '../world/scenario.ts';
import { worldOf } from '../world/world.ts';

const desk = { library: 'A', station: 'A1', actor: { id: 'nv-1', permissions: 'all' } } as const;

it('a title whose copies have different rules: the same rule at every desk, in whatever order they are listed', () => {
  const items = [
    { id: 'I', biblio: 'T', itemClass: 'sach' },
    { id: 'J', biblio: 'T', itemClass: 'cd' },
  ];
  const placed = [items, items.toReversed()].map((copies) => {
    const world = worldOf(
      rowsOfSetup({
        policy: {
          itemClasses: [
            { id: 'sach', name: 'Sách', parent: 'none' },
            { id: 'cd', name: 'Đĩa', parent: 'none' },
          ],
          holdPolicies: [plainHoldPolicy, { ...plainHoldPolicy, id: 'ngan', expiresAfter: 5 }],
          rules: [
            { id: 'chung', when: {}, gives: plainGives },
            { id: 'cd', when: { itemClass: 'cd' }, gives: { ...plainGives, hold: 'ngan' } },
          ],
        },
        patrons: [{ id: 'P' }],
        items: copies,
      }),
    );
    world.act(desk, '2026-11-25T09:00:00.000+07:00', {
      do: 'place-hold',
      hold: 'H',
      level: 'title',
      biblio: 'T',
      item: null,
      patron: 'P',
      pickup: 'A',
      startsOn: null,
      expiresOn: null,
      recall: false,
      note: '',
      confirmed: [],
    });
    return world.rows.get('hold', 'H')?.expiresOn;
  });
  expect(placed).toStrictEqual([null, null]);
});
