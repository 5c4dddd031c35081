import { describe, expect, it } from 'vitest';
import type { DeskRow } from '../../../contract/workstation/desk.ts';
import { interleaved } from './interleaved.ts';
import type { Notice } from './notices.ts';
import { testRow } from './test-row.ts';

const row = (number: number, at: string): DeskRow => testRow({ id: `row ${number}`, number, at });
const notice = (id: string, at: string): Notice => ({ id, at, what: { sentence: 'torn' } });
const order = (rows: readonly DeskRow[], notices: readonly Notice[]) =>
  interleaved(rows, notices).map(({ id }) => id);

describe('interleaved', () => {
  const rows = [row(2, '2026-11-22T14:02:00+07:00'), row(1, '2026-11-22T14:00:00+07:00')];

  it('puts a notice above the rows that are older, whatever offset they are written with', () => {
    expect(order(rows, [notice('a', '2026-11-22T07:01:00Z')])).toEqual(['row 2', 'a', 'row 1']);
    expect(order(rows, [notice('b', '2026-11-22T07:03:00Z'), notice('a', '2026-11-22T06:00:00Z')])).toEqual([
      'b',
      'row 2',
      'row 1',
      'a',
    ]);
  });

  it('keeps the rows’ own order, also when the clock was set back between them', () => {
    const back = [row(2, '2026-11-22T13:00:00+07:00'), row(1, '2026-11-22T14:00:00+07:00')];
    expect(order(back, [notice('a', '2026-11-22T06:30:00Z')])).toEqual(['a', 'row 2', 'row 1']);
    expect(order([], [notice('a', '2026-11-22T06:30:00Z')])).toEqual(['a']);
  });
});
