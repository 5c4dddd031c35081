import { describe, expect, it } from 'vitest';
import type { PatronLoan } from '../../../contract/workstation/desk.ts';
import type { Loan } from '../../../domain/circulation/loan.ts';
import { byDue } from './loan-order.ts';

const loan = (id: string, due: string, checkedOutAt = '2026-11-20T09:00:00+07:00'): PatronLoan => {
  const whole: Loan = {
    id,
    item: id,
    barcode: id,
    biblio: 'b',
    itemClass: 'sach',
    collection: 'kho-mo',
    price: 0,
    patron: 'p',
    library: 'lib-1',
    station: 'st-1',
    use: 'home',
    checkedOutAt,
    due,
    renewals: 0,
    unseenRenewals: 0,
    policy: { version: '1', rule: 'r', gives: { loan: '', overdue: '', hold: '', loss: '', deposit: '' } },
    recall: null,
    claimedReturnedAt: null,
    lostAt: null,
    returnedAt: null,
  };
  const item = { id, biblio: 'b', barcode: id, title: '', author: '', callNumber: '', library: 'lib-1' };
  return { loan: whole, item, overdue: false, chargeNow: 0, provisional: false };
};

describe('byDue', () => {
  it('puts the soonest due first, an hour before the end of its day, and of equals the latest loan', () => {
    const loans = [
      loan('later', '2026-12-06'),
      loan('old', '2026-11-22', '2026-11-01T09:00:00+07:00'),
      loan('new', '2026-11-22', '2026-11-08T09:00:00+07:00'),
      loan('hour', '2026-11-22T16:00:00+07:00'),
    ];
    expect(byDue(loans).map(({ loan: { id } }) => id)).toEqual(['hour', 'new', 'old', 'later']);
  });
});
