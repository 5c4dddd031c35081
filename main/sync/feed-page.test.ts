import { describe, expect, it } from 'vitest';
import { readPage } from './feed-page.ts';

const library = {
  id: 'A',
  code: 'A',
  name: 'Thư viện Thử',
  kind: 'public',
  timeZone: 'Asia/Ho_Chi_Minh',
  address: '',
};
const line = (pos: number, more: object = {}) => ({ pos, entity: 'library', id: 'A', row: library, ...more });
const skip = (pos: number, to: number) => ({ pos, to, skip: true });
const page = (lines: readonly object[], cursor: number, includes = 7): string => {
  const end = { epoch: 'e1', cursor, head: 20, more: cursor < 20, includes };
  return [...lines, { end }].map((one) => `${JSON.stringify(one)}\n`).join('');
};

describe('a page of the feed', () => {
  it('covers every position with a row or with a line that says there is none', () => {
    const read = readPage(page([skip(4, 6), line(7), line(8, { row: null }), skip(9, 12)], 12), 3);
    expect(read.rows).toEqual([
      { known: true, row: { entity: 'library', row: library } },
      { known: true, row: null, entity: 'library', id: 'A' },
    ]);
    expect(read.end).toMatchObject({ cursor: 12, includes: 7 });
  });

  it('ends before a position that is missing, and says nothing of what is included there', () => {
    for (const lines of [
      [line(4), line(5), line(7)],
      [line(4), skip(5, 5), skip(7, 8)],
      [line(4), line(5)],
    ])
      expect(readPage(page(lines, 8), 3).end).toMatchObject({ cursor: 5, more: true, includes: 0 });
    // Two lines for one position are none.
    expect(readPage(page([line(4), line(4), line(5)], 5), 3).end.cursor).toBe(4);
  });

  it('is refused when the very next position is missing', () => {
    for (const lines of [[], [line(5)], [skip(5, 8)], [skip(3, 8)]])
      expect(() => readPage(page(lines, 8), 3)).toThrow('hole after 3');
    expect(readPage(page([], 3), 3).rows).toEqual([]);
  });

  it('parks rows of a later protocol, whatever they look like, and no row of this one', () => {
    const read = readPage(
      page([line(1, { min: 2 }), line(2, { min: 99 }), line(3, { entity: 'planet' })], 3),
      0,
    );
    expect(read.rows.map(({ known }) => known)).toEqual([true, false, false]);
    expect(read.rows[1]).toMatchObject({ pos: 2, entity: 'library', row: JSON.stringify(library) });
  });
});
