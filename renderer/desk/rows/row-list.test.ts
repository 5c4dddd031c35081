import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeskRow, RowAct, RowState } from '../../../contract/workstation/desk.ts';
import { rowsKept } from '../../../contract/workstation/desk.ts';
import { notice } from '../../../domain/circulation/decision.ts';
import { reason } from '../../../domain/outcome.ts';
import { rowsShown, sessionCounts, withRow } from './row-list.ts';
import { testRow } from './test-row.ts';

const row = (number: number, state: RowState = 'done', act: RowAct = 'checkout', patron = 'p1'): DeskRow =>
  testRow({
    id: `row-${number}`,
    number,
    state,
    act,
    patron: { id: patron, card: '', name: '' },
    loan: { id: `loan-${number}`, due: '2026-12-06', renewals: 0 },
  });

describe('withRow', () => {
  it('keeps newest on top, whatever the order of arrival', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Array.from({ length: 40 }, (_, number) => number)), (numbers) => {
        const rows = numbers.reduce<readonly DeskRow[]>((list, number) => withRow(list, row(number)), []);
        expect(rows.map(({ number }) => number)).toEqual(numbers.toSorted((a, b) => b - a));
      }),
    );
  });

  it('fills a pending row in place and never takes a decision back', () => {
    const rows = withRow(withRow([], row(1, 'pending')), row(2));
    const filled = withRow(rows, row(1, 'refused'));
    expect(filled.map(({ number, state }) => [number, state])).toEqual([
      [2, 'done'],
      [1, 'refused'],
    ]);
    expect(withRow(filled, row(1, 'pending'))).toBe(filled);
  });

  it('keeps as many rows as the core does', () => {
    expect(rowsShown).toBe(rowsKept);
    const rows = Array.from({ length: rowsKept + 5 }, (_, number) => row(number)).reduce<readonly DeskRow[]>(
      withRow,
      [],
    );
    expect(rows).toHaveLength(rowsKept);
    expect(rows[0]?.number).toBe(rowsKept + 4);
  });
});

describe('sessionCounts', () => {
  it('counts what was done since the card was read, and nothing that was refused', () => {
    const rows = [
      row(6, 'done', 'renewal'),
      row(5, 'refused'),
      row(4),
      row(3),
      row(2, 'done', 'patron'),
      row(1),
    ];
    expect(sessionCounts(rows, 'p1')).toEqual({ lent: 2, returned: 0, renewed: 1 });
  });

  it('lets money, messages and copies that nobody had go by uncounted', () => {
    const rows = [
      row(5, 'done', 'money'),
      testRow({ number: 4, act: 'return', state: 'routed', loan: null }),
      row(3),
      row(2, 'done', 'message'),
      row(1, 'done', 'patron'),
    ];
    expect(sessionCounts(rows, 'p1')).toEqual({ lent: 1, returned: 0, renewed: 0 });
  });

  it('takes back what was undone, once, and knows a moved due date from a renewal', () => {
    const item = {
      id: 'i1',
      biblio: 'b',
      barcode: 'VV.1',
      title: '',
      author: '',
      callNumber: '',
      library: 'lib-1',
    };
    const moved = notice(reason('LT-1325', { before: '2026-12-06', due: '2026-12-30' }));
    const rows = [
      { ...row(6, 'done', 'renewal'), findings: [moved] },
      { ...row(5), item },
      { ...row(4, 'done', 'undo'), item },
      { ...row(3), item },
      row(2),
      row(1, 'done', 'patron'),
    ];
    expect(sessionCounts(rows, 'p1')).toEqual({ lent: 2, returned: 0, renewed: 0 });
  });

  it('counts the latest returns when no reader is open', () => {
    const rows = [
      row(4, 'routed', 'return', 'p9'),
      row(3, 'done', 'return', 'p8'),
      row(2),
      row(1, 'done', 'return'),
    ];
    expect(sessionCounts(rows, null)).toEqual({ lent: 0, returned: 2, renewed: 0 });
  });
});
