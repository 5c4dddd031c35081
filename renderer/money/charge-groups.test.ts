import { expect, it } from 'vitest';
import type { Charge } from '../../domain/money/charge.ts';
import { owedGroups, owedOf } from './charge-groups.ts';

const charge = (id: string, changes: Partial<Charge>): Charge => ({
  id,
  patron: 'p-1',
  library: 'TV',
  ledger: 'compensation',
  kind: 'overdue',
  amount: 10_000,
  waivers: [],
  payments: [],
  loan: null,
  item: null,
  title: '',
  legalAct: '',
  note: '',
  raisedAt: '2026-11-22T08:00:00+07:00',
  ...changes,
});

it('keeps the ledgers apart, in their order, the oldest charge first', () => {
  const charges = [
    charge('late', { raisedAt: '2026-11-22T09:00:00+07:00' }),
    charge('early', { raisedAt: '2026-11-22T08:30:00+07:00' }),
    charge('card', { ledger: 'fee', kind: 'card', amount: 30_000 }),
  ];
  expect(
    owedGroups(charges).map(({ ledger, charges: of, owed }) => [ledger, of.map(({ id }) => id), owed]),
  ).toEqual([
    ['fee', ['card'], 30_000],
    ['compensation', ['early', 'late'], 20_000],
  ]);
});

it('leaves out what is settled, and counts what is left of the rest', () => {
  const part = charge('part', {
    waivers: [{ id: 'w', amount: 1_000, ground: 'poor-household' }],
    payments: [{ payment: 'a', amount: 4_000 }],
  });
  const settled = charge('settled', { payments: [{ payment: 'b', amount: 10_000 }] });
  const credit = charge('credit', { amount: 0, payments: [{ payment: 'c', amount: 2_000 }] });
  expect(owedGroups([part, settled, credit]).flatMap(({ charges }) => charges)).toEqual([part]);
  expect(owedOf([part, settled, credit])).toBe(5_000);
});
