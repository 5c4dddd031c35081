import { expect, it } from 'vitest';
import type { SlipSummary } from '../../contract/workstation/station.ts';
import { slipOfPayment } from './slip-of-payment.ts';

const slip = (id: string, createdAt: string, changes: Partial<SlipSummary> = {}): SlipSummary => ({
  id,
  kind: 'payment',
  state: 'printed',
  createdAt,
  patronName: 'Bạn đọc Thử',
  acts: 1,
  problem: null,
  interrupted: false,
  ...changes,
});
const takenAt = '2026-11-22T08:00:00.100+07:00';

it('finds the slip queued right after its payment, not the next one', () => {
  const slips = [
    slip('next', '2026-11-22T08:00:02.000+07:00'),
    slip('own', '2026-11-22T08:00:00.130+07:00'),
    slip('before', '2026-11-22T07:59:59.000+07:00'),
  ];
  expect(slipOfPayment({ takenAt }, 'Bạn đọc Thử', slips)).toBe('own');
});

it('finds none of another kind, of another reader, or from another time', () => {
  const at = '2026-11-22T08:00:00.130+07:00';
  const slips = [
    slip('loan', at, { kind: 'loan' }),
    slip('other', at, { patronName: 'Người khác Thử' }),
    slip('late', '2026-11-22T08:10:00.000+07:00'),
  ];
  expect(slipOfPayment({ takenAt }, 'Bạn đọc Thử', slips)).toBeNull();
});
