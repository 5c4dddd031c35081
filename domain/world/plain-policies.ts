import type { DepositPolicy, HoldPolicy, LoanPolicy, LossPolicy, OverduePolicy } from '../policy/policies.ts';
import type { PolicySet } from '../policy/policy.ts';

/** The plainest policies there are: three home loans for fifteen days, one renewal, nothing charged. */
export const plainLoanPolicy: LoanPolicy = {
  id: 'thuong',
  name: 'Mượn thường',
  period: { unit: 'days', length: 15 },
  dueMode: 'next-open-day',
  closingTime: 'ignore',
  hardDue: 'none',
  cardExpiry: 'cap',
  use: 'any',
  limits: [{ max: 3, itemClass: 'any', library: 'any', use: 'home' }],
  renewals: 1,
  renewalLength: 20,
  renewalFrom: 'today',
  renewalOpens: 'any',
  renewOverdue: 'allow',
  renewalsUnseen: 'unlimited',
  debtLimit: 'unlimited',
  familyDebtLimit: 'unlimited',
  overdueLimit: 'unlimited',
  ages: 'any',
};

export const plainOverduePolicy: OverduePolicy = {
  id: 'mien-phi',
  name: 'Không thu',
  charge: 'none',
  graceDays: 0,
  chargeFrom: 'due-date',
  closedDays: 'count',
  cap: 'none',
  capToPrice: 'no',
  recallAmount: 'same',
};

export const plainHoldPolicy: HoldPolicy = {
  id: 'dat-muon',
  name: 'Đặt mượn thường',
  level: 'any',
  maxHolds: 2,
  onShelf: 'allow',
  shelfDays: 7,
  shelfDaysWhenQueued: 'same',
  shelfCounts: 'open-days',
  expiresAfter: 'none',
  lookAheadDays: 0,
  pickup: 'any',
  renewals: 'refuse',
  highDemand: 'none',
  recall: 'none',
};

export const plainLossPolicy: LossPolicy = {
  id: 'boi-thuong',
  name: 'Bồi thường theo giá bìa',
  compensation: { kind: 'times-price', times: 1 },
  defaultPrice: 50_000,
  processing: 0,
  overdueWhenLost: 'keep',
  whenFound: 'refund',
  refundWithin: 'unlimited',
  overdueWhenFound: 'keep',
  takeBackLost: 'allow',
  lostAfter: 'none',
};

export const plainDepositPolicy: DepositPolicy = {
  id: 'khong',
  name: 'Không thế chân',
  ceiling: 'none',
  minimumPerItem: 0,
};

export const plainGives = {
  loan: 'thuong',
  overdue: 'mien-phi',
  hold: 'dat-muon',
  loss: 'boi-thuong',
  deposit: 'khong',
} as const;

/** One rule for everything; `changes` replaces whole keys. */
export function plainPolicySet(changes: Partial<PolicySet> = {}): PolicySet {
  return {
    id: 'p1',
    version: 'p1',
    effectiveFrom: '2000-01-01',
    ruleLibrary: 'desk',
    rules: [{ id: 'chung', when: {}, gives: plainGives }],
    loanPolicies: [plainLoanPolicy],
    overduePolicies: [plainOverduePolicy],
    holdPolicies: [plainHoldPolicy],
    lossPolicies: [plainLossPolicy],
    depositPolicies: [plainDepositPolicy],
    itemClasses: [{ id: 'sach', name: 'Sách', parent: 'none' }],
    categories: [{ id: 'nguoi-lon', name: 'Người lớn', cardMonths: 12, guardianBelow: 16 }],
    fees: [],
    severities: {},
    ...changes,
  };
}
