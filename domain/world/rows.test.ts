import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EntityRow } from '../catalogue/rows.ts';
import { untouched } from '../circulation/item-state.ts';
import { streamOfRow } from '../facts/streams.ts';
import { rowsInMemory } from './rows.ts';
import { rowsOfSetup } from './scenario.ts';

const seed = rowsOfSetup({
  patrons: [{ id: 'P' }],
  items: [
    { id: 'I', biblio: 'T' },
    { id: 'J', biblio: 'T' },
    { id: 'K', biblio: 'U' },
  ],
});
const keyOf = ({ entity, row }: EntityRow): string => `${entity}/${row.id}`;
const sorted = (rows: readonly EntityRow[]): readonly EntityRow[] =>
  rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

it('answers as a list that is looked through from end to end, whatever is put and replaced', () => {
  const copy = fc.constantFrom('I', 'J', 'K');
  const price = fc.integer({ min: 0, max: 9 });
  const change = fc.oneof(
    fc.record({ put: copy, price }),
    fc.record({ state: copy }),
    fc.record({ replace: fc.constantFrom('catalogue/T' as const, 'catalogue/U' as const), price }),
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const rows = rowsInMemory(seed);
      let list: readonly EntityRow[] = seed;
      const put = (row: EntityRow): void => {
        rows.put(row);
        list = [...list.filter((known) => keyOf(known) !== keyOf(row)), row];
      };
      for (const step of changes) {
        const item = 'put' in step ? rows.get('item', step.put) : null;
        if ('put' in step && item) put({ entity: 'item', row: { ...item, price: step.price } });
        if ('state' in step) put({ entity: 'item-state', row: untouched(step.state) });
        if (!('replace' in step)) continue;
        const next = rows.ofStream(step.replace).filter((_, index) => index % 2 === step.price % 2);
        rows.replaceStream(step.replace, next);
        list = [...list.filter((row) => streamOfRow(row) !== step.replace), ...next];
      }
      for (const entity of ['item', 'item-state', 'biblio', 'patron'] as const) {
        const known = list.filter((row) => row.entity === entity);
        expect(
          rows
            .all(entity)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(known.map(({ row }) => row.id).toSorted());
        for (const { row } of known) expect(rows.get(entity, row.id)).toEqual(row);
      }
      for (const stream of ['catalogue/T', 'catalogue/U', 'item/I', 'patron/P'] as const)
        expect(sorted(rows.ofStream(stream))).toEqual(
          sorted(list.filter((row) => streamOfRow(row) === stream)),
        );
    }),
  );
});
