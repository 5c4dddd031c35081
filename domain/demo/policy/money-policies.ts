import type { DepositPolicy, LossPolicy, OverduePolicy } from '../../policy/policies.ts';
import type { Fee } from '../../policy/policy.ts';

const uncharged: OverduePolicy = {
  id: 'khong-thu',
  name: 'Quá hạn: không thu',
  charge: 'none',
  graceDays: 0,
  chargeFrom: 'due-date',
  closedDays: 'count',
  cap: 'none',
  capToPrice: 'no',
  recallAmount: 'same',
};

/**
 * Public libraries lend for nothing (Law on Libraries 46/2019 art. 42(2)(a)), so being late costs nothing either,
 * but for two kinds: coursebooks 10 000 đ a copy, however late (Hue LRC), and reference books that teachers take
 * home, 1 000 đ for each open day up to 20 000 đ (invented).
 */
export const overduePolicies: readonly OverduePolicy[] = [
  uncharged,
  {
    ...uncharged,
    id: 'qua-han-giao-trinh',
    name: 'Giáo trình quá hạn: 10.000 đ mỗi bản',
    charge: { kind: 'flat', amount: 10_000 },
  },
  {
    ...uncharged,
    id: 'qua-han-tra-cuu',
    name: 'Tài liệu tra cứu quá hạn: 1.000 đ mỗi ngày, tối đa 20.000 đ',
    charge: { kind: 'per-period', amount: 1000, every: 1, unit: 'days', at: 'start' },
    closedDays: 'skip',
    cap: 20_000,
    capToPrice: 'yes',
  },
];

/**
 * Lost or spoilt: four times the cover price (Thái Bình). The price of copies without one, the handling and what
 * happens when the copy is found are invented.
 */
const fourTimes: LossPolicy = {
  id: 'boi-thuong',
  name: 'Bồi thường gấp 4 lần giá bìa',
  compensation: { kind: 'times-price', times: 4 },
  defaultPrice: 50_000,
  processing: 0,
  overdueWhenLost: 'waive',
  whenFound: 'refund',
  refundWithin: 180,
  overdueWhenFound: 'keep',
  takeBackLost: 'allow',
  lostAfter: 'none',
};

export const lossPolicies: readonly LossPolicy[] = [
  fourTimes,
  // Hue LRC: lost after 14 days.
  { ...fourTimes, id: 'boi-thuong-giao-trinh', name: 'Giáo trình: coi là mất sau 14 ngày', lostAfter: 14 },
];

export const depositPolicies: readonly DepositPolicy[] = [
  { id: 'khong-the-chan', name: 'Không thế chân', ceiling: 'none', minimumPerItem: 0 },
  // Thanh Hà library, Hội An: the price of the book, 100 000 đ at least (`reference/vietnam.md` §4.3).
  { id: 'the-chan', name: 'Thế chân theo giá bìa', ceiling: 'cover-price', minimumPerItem: 100_000 },
];

/** It does not exist: the resolution of the province was not found (`reference/vietnam.md` §4.3). */
const legalAct = 'Nghị quyết 00/2025/NQ-HĐND (minh họa)';

/** Amounts as in Ninh Bình's resolution 06/2025: 10 000 đ for an adult's card, 5 000 đ for a child's. */
export const fees: readonly Fee[] = [
  fee('phi-the', 'card', 'Phí làm thẻ', 'any', 10_000),
  fee('phi-the-thieu-nhi', 'card', 'Phí làm thẻ thiếu nhi', 'thieu-nhi', 5000),
  fee('phi-cap-lai', 'card-replacement', 'Phí cấp lại thẻ', 'any', 10_000),
  fee('phi-cap-lai-thieu-nhi', 'card-replacement', 'Phí cấp lại thẻ thiếu nhi', 'thieu-nhi', 5000),
];

function fee(id: string, kind: Fee['kind'], name: string, category: string, amount: number): Fee {
  return { id, kind, name, category, library: 'any', amount, legalAct, from: '2025-07-01', to: 'none' };
}
