import { describe, expect, it } from 'vitest';
import type { EntityRow } from '../../catalogue/rows.ts';
import { untouched } from '../../circulation/item-state.ts';
import type { Rows } from '../../world/rows.ts';
import { rowsInMemory } from '../../world/rows.ts';
import { demoRows } from '../demo.ts';
import { demoDefaults } from '../options.ts';
import { indexedRows } from './indexed-rows.ts';

const seed = [...demoRows({ ...demoDefaults, titles: 20, patrons: 20, today: '2026-11-22' })];
const items = seed.flatMap((row) => (row.entity === 'item' ? [row] : []));

describe('indexedRows', () => {
  it('answers as rows that are looked through one by one, whatever is put and replaced', () => {
    const [first, second] = items;
    if (!first || !second) throw new Error('twenty titles have copies');
    const stream = `catalogue/${first.row.biblio}`;
    const both: readonly Rows[] = [indexedRows(seed), rowsInMemory(seed)];
    const answers = both.map((rows) => {
      const told: unknown[] = [rows.ofStream(stream), rows.all('patron'), rows.get('item', first.row.id)];
      rows.put({ entity: 'item-state', row: untouched(second.row.id) });
      told.push(rows.ofStream(`item/${second.row.id}`), rows.get('item-state', second.row.id));
      const changed: EntityRow = { entity: 'item', row: { ...first.row, price: 1 } };
      rows.replaceStream(stream, [changed]);
      told.push(rows.ofStream(stream), rows.get('biblio', first.row.biblio), rows.all('item').length);
      rows.replaceStream(stream, []);
      told.push(rows.ofStream(stream), rows.get('item', first.row.id), rows.all('item').length);
      return told;
    });
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.at(-2)).toBeNull();
  });
});
