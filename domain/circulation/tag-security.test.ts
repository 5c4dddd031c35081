import { describe, expect, it } from 'vitest';
import type { Fact } from '../facts/fact.ts';
import { securityAfter } from './tag-security.ts';

// Only what decides is written out; the rest of a fact has no part in this.
const fact = (kind: string, body: object): Fact =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  ({ kind, body }) as unknown as Fact;
const undone = (...restores: readonly object[]): Fact => fact('act.undone', { restores });
const loan = (use: string) => ({ entity: 'loan', id: 'loan-1', row: { use } });
const state = (of: object | null) => ({ entity: 'item-state', id: 'item-1', row: of && { state: of } });

describe('what a copy’s tags must say after a fact', () => {
  it.each([
    ['lent to take home', fact('loan.checked-out', { item: 'item-1', use: 'home' }), 'off'],
    ['used in the reading room', fact('loan.checked-out', { item: 'item-1', use: 'reading-room' }), 'on'],
    ['returned', fact('loan.returned', { item: 'item-1' }), 'on'],
    ['put aside for somebody', fact('hold.trapped', { item: 'item-1' }), 'on'],
    ['found', fact('item.marked', { item: 'item-1', mark: 'found' }), 'on'],
    [
      'return undone: with its reader again',
      undone(loan('home'), state({ status: 'on-loan', loan: 'loan-1' })),
      'off',
    ],
    [
      'return to the reading room undone',
      undone(loan('reading-room'), state({ status: 'on-loan', loan: 'loan-1' })),
      'on',
    ],
    ['on loan by a loan that is not restored', undone(state({ status: 'on-loan', loan: 'loan-2' })), 'on'],
    [
      'loan undone: on the shelf',
      undone({ entity: 'loan', id: 'loan-1', row: null }, state({ status: 'available' })),
      'on',
    ],
    ['first loan ever undone', undone(state(null)), 'on'],
  ])('%s', (_, told, security) => {
    expect(securityAfter(told)).toEqual({ item: 'item-1', security });
  });

  it.each([
    ['renewed', fact('loan.renewed', { loan: 'loan-1' })],
    ['marked damaged', fact('item.marked', { item: 'item-1', mark: 'damaged' })],
    ['an undone payment', undone({ entity: 'charge', id: 'c', row: null })],
  ])('nothing when %s', (_, told) => {
    expect(securityAfter(told)).toBe(null);
  });
});
