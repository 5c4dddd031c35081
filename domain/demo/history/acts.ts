import type { Loan } from '../../circulation/loan.ts';
import type { LoanUse } from '../../facts/bodies/loans.ts';
import type { Fact } from '../../facts/fact.ts';
import { debtOf } from '../../money/debt.ts';
import type { Patron } from '../../patrons/patron.ts';
import type { Rows } from '../../world/rows.ts';
import type { Copy } from './desk.ts';
import type { Minute } from './journal.ts';
import type { Station } from './station.ts';

/** The loan that has the copy, or null. */
export function loanOf(rows: Rows, { item }: Pick<Copy, 'item'>): Loan | null {
  const state = rows.get('item-state', item.id)?.state;
  if (state?.status !== 'on-loan' && state?.status !== 'claimed-returned') return null;
  return rows.get('loan', state.loan);
}

/** True while nothing is the matter with the copy: on its shelf, or never heard of. */
export function isOnShelf(rows: Rows, { item }: Pick<Copy, 'item'>): boolean {
  return (rows.get('item-state', item.id)?.state.status ?? 'available') === 'available';
}

/** Lends a copy. What belongs to it is there; any other question means that the reader leaves without it. */
export function lend(
  { act, rows }: Station,
  when: Minute,
  patron: Patron,
  { item }: Copy,
  use: LoanUse = 'home',
): Loan | null {
  const facts = act(when, {
    do: 'check-out',
    patron: patron.id,
    item: item.id,
    use,
    due: null,
    confirmed: ['parts'],
    restricted: null,
  });
  const loan = facts.find(({ kind }) => kind === 'loan.checked-out');
  return loan ? rows.get('loan', loan.id) : null;
}

export function takeBack({ act }: Station, when: Minute, { item }: Copy, countUse = false): readonly Fact[] {
  return act(when, {
    do: 'check-in',
    item: item.id,
    returnedAt: null,
    mode: 'desk',
    countUse,
    keepHere: false,
  });
}

export function renew({ act, rows }: Station, when: Minute, copy: Copy): readonly Fact[] {
  const loan = loanOf(rows, copy);
  if (!loan) return [];
  return act(when, { do: 'renew', loan: loan.id, seen: true, due: null, confirmed: [] });
}

/** What a reader owes in all, in đồng. */
export function debt(rows: Rows, { id }: Pick<Patron, 'id'>): number {
  return debtOf(rows.all('charge').filter(({ patron }) => patron === id));
}

/** Notes in which people pay. */
const note = 20_000;

/** Takes everything a reader owes in cash, as notes come. */
export function payInCash({ act, rows }: Station, when: Minute, patron: Patron): readonly Fact[] {
  const amount = debt(rows, patron);
  return act(when, {
    do: 'pay',
    patron: patron.id,
    charges: [],
    amount,
    method: 'cash',
    tendered: Math.ceil(amount / note) * note,
    bill: null,
  });
}
