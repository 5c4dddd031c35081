import { expect, it } from 'vitest';
import type { Fee } from '../../domain/policy/policy.ts';
import { servicePrices } from './service-prices.ts';

const fee = (id: string, changes: Partial<Fee>): Fee => ({
  id,
  kind: 'service',
  name: 'Sao chụp',
  category: 'any',
  library: 'any',
  amount: 500,
  legalAct: '',
  from: '2026-01-01',
  to: 'none',
  ...changes,
});

it('are those in force here and now for this reader', () => {
  const fees = [
    fee('copy', {}),
    fee('card', { kind: 'card' }),
    fee('students', { category: 'sinh-vien' }),
    fee('elsewhere', { library: 'HP' }),
    fee('here', { library: 'BN' }),
    fee('over', { to: '2026-11-21' }),
    fee('last-day', { to: '2026-11-22' }),
    fee('not-yet', { from: '2026-11-23' }),
  ];
  expect(servicePrices(fees, 'nguoi-lon', 'BN', '2026-11-22').map(({ id }) => id)).toEqual([
    'copy',
    'here',
    'last-day',
  ]);
});
