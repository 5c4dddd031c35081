import { describe, expect, it } from 'vitest';
import type { EntityRow, EntityRows } from '../catalogue/rows.ts';
import { demoFacts, demoRows } from './demo.ts';
import { collectionLabels, itemClassLabels } from './labels.ts';
import { demoDefaults } from './options.ts';

const options = { ...demoDefaults, today: '2026-11-22' } as const;
const rows = [...demoRows(options)];
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function rowsOf<E extends EntityRow['entity']>(
  entity: E,
  from: readonly EntityRow[] = rows,
): readonly EntityRows[E][] {
  const found: EntityRows[E][] = [];
  for (const row of from) if (isOf(row, entity)) found.push(row.row);
  return found;
}

function isOf<E extends EntityRow['entity']>(
  row: EntityRow,
  entity: E,
): row is Extract<EntityRow, { readonly entity: E }> & { readonly row: EntityRows[E] } {
  return row.entity === entity;
}

function referencesOf(row: EntityRow): readonly string[] {
  if (row.entity === 'item') return [row.row.biblio, row.row.library];
  if (row.entity === 'patron')
    return [row.row.library, ...(row.row.guarantor === null ? [] : [row.row.guarantor])];
  return row.entity === 'calendar' ? [row.row.library] : [];
}

/** FNV-1a over everything that is made, rows and facts: equal only for equal bytes, in all likelihood. */
function digest(of: typeof options | (Omit<typeof options, 'seed'> & { readonly seed: number })): number {
  let hash = 0x811c9dc5;
  for (const line of [...demoRows(of), ...demoFacts(of)])
    for (const character of JSON.stringify(line))
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

describe('demoRows', () => {
  it('makes the same bytes from the same options, and others from another seed', () => {
    const first = digest(options);
    expect(digest(options)).toBe(first);
    expect(digest({ ...options, seed: 7 })).not.toBe(first);
  });

  it('makes what was asked: three libraries, 2000 titles, 5000 copies, 500 readers', () => {
    expect(rowsOf('library')).toHaveLength(3);
    expect(new Set(rowsOf('library').map(({ kind }) => kind)).size).toBe(3);
    expect(rowsOf('policy')).toHaveLength(1);
    expect(rowsOf('calendar')).toHaveLength(3);
    expect(rowsOf('biblio')).toHaveLength(2000);
    expect(rowsOf('item')).toHaveLength(5000);
    expect(rowsOf('patron')).toHaveLength(500);
  });

  it('names each title once', () => {
    expect(new Set(rowsOf('biblio').map(({ title }) => title)).size).toBe(2000);
  });

  it('never refers to a row that has not been made', () => {
    const seen = new Set<string>();
    const missing: string[] = [];
    for (const row of rows) {
      missing.push(...referencesOf(row).filter((id) => !seen.has(id)));
      seen.add(row.row.id);
    }
    expect(missing).toEqual([]);
    expect(seen.size).toBe(rows.length);
  });

  it('is written in NFC with version 7 identifiers', () => {
    const wrong = rows.filter(({ row }) => {
      const text = JSON.stringify(row);
      return text !== text.normalize('NFC') || !uuid.test(row.id);
    });
    expect(wrong).toEqual([]);
  });

  it('is independent of how it is taken', () => {
    const other = demoRows({ ...options, seed: 3 })[Symbol.iterator]();
    const interleaved = [...demoRows({ ...options, titles: 300 })].map((row) => {
      other.next();
      return row;
    });
    expect(interleaved).toEqual([...demoRows({ ...options, titles: 300 })]);
  });

  it.each([1, 2, 37])('works for %i titles and readers', (titles) => {
    const few = [...demoRows({ ...options, titles, patrons: titles })];
    expect(rowsOf('biblio', few)).toHaveLength(titles);
    expect(rowsOf('item', few)).toHaveLength(Math.round(titles * 2.5));
    expect(rowsOf('patron', few)).toHaveLength(titles);
  });

  it('takes the average number of copies that is asked', () => {
    expect(rowsOf('item', [...demoRows({ ...options, titles: 400, copiesPerTitle: 1 })])).toHaveLength(400);
    expect(() => [...demoRows({ ...options, copiesPerTitle: 0.5 })]).toThrow(RangeError);
  });
});

describe('titles', () => {
  it('have ISBNs with the right check digit, each once', () => {
    const numbers = rowsOf('biblio').flatMap(({ isbn }) => (isbn === null ? [] : [isbn]));
    expect(numbers.length).toBeGreaterThan(1000);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const isbn of numbers) {
      expect(isbn).toMatch(/^978604\d{7}$/);
      const sum = [...isbn].reduce(
        (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3),
        0,
      );
      expect(sum % 10).toBe(0);
    }
  });
});

describe('records', () => {
  it('are meant for everybody, but for a few novels', () => {
    const marked = rowsOf('biblio').filter(({ minAge }) => minAge !== 'any');
    expect(marked.length).toBeGreaterThan(2);
    expect(marked.length).toBeLessThan(20);
    for (const { title } of marked) expect(title).toMatch(/tiểu thuyết$/u);
  });
});

describe('copies', () => {
  const items = rowsOf('item');
  const keyed = new Map<string, Set<string>>();
  for (const { barcode, library } of items)
    keyed.set(barcode, (keyed.get(barcode) ?? new Set()).add(library));

  it('bear numbers that no Vietnamese input method changes', () => {
    for (const { barcode } of items)
      expect(barcode).toMatch(/^(?:VV|VN|VL|AV|TE|TN|DC|LV|TC|TK|PM|GK|NV)\.\d{6}$/);
  });

  it('have a number once in a library, and a few numbers in two', () => {
    const pairs = new Set(items.map(({ library, barcode }) => `${library} ${barcode}`));
    expect(pairs.size).toBe(items.length);
    const shared = [...keyed.values()].filter((libraries) => libraries.size > 1).length;
    expect(shared).toBeGreaterThan(50);
    expect(shared).toBeLessThan(items.length / 5);
  });

  it('have call numbers that begin with the class of their title', () => {
    const classes = new Map(rowsOf('biblio').map(({ id, ddc }) => [id, ddc]));
    for (const { callNumber, biblio } of items)
      expect(callNumber).toMatch(
        new RegExp(`^${classes.get(biblio)} [A-ZĐÂĂÊÔƠƯ]{1,3}-?\\d{3}[A-ZĐÂĂÊÔƠƯ]?$`, 'u'),
      );
  });

  it('have plausible prices and mostly can be lent', () => {
    for (const { price } of items) {
      expect(price).toBeGreaterThanOrEqual(5000);
      expect(price).toBeLessThanOrEqual(700_000);
      expect(price % 1000).toBe(0);
    }
    const share = (lending: string): number =>
      items.filter((item) => item.lending === lending).length / items.length;
    expect(share('for-loan')).toBeGreaterThan(0.95);
    expect(share('not-for-loan')).toBeGreaterThan(0.02);
    expect(share('restricted')).toBeLessThan(0.01);
  });

  it('are restricted only in the local-studies stack, and a few of them', () => {
    const restricted = items.filter(({ lending }) => lending === 'restricted');
    expect(restricted.length).toBeGreaterThan(3);
    expect(new Set(restricted.map(({ collection }) => collection))).toEqual(new Set(['dia-chi']));
  });

  it('come with the same parts in every copy of a title, a few with any', () => {
    const partsOf = Map.groupBy(items, ({ biblio }) => biblio);
    for (const copies of partsOf.values()) expect(new Set(copies.map(({ parts }) => parts)).size).toBe(1);
    const withParts = items.filter(({ parts }) => parts !== '').length;
    expect(withParts).toBeGreaterThan(10);
    expect(withParts).toBeLessThan(items.length / 50);
  });

  it('are of classes and places that have names', () => {
    for (const { itemClass, collection } of items) {
      expect(itemClassLabels).toHaveProperty(itemClass);
      expect(collectionLabels).toHaveProperty(collection);
    }
  });
});
