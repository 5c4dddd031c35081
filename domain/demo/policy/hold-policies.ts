import type { HoldPolicy } from '../../policy/policies.ts';

/**
 * Two holds, seven days on the shelf, one day when two readers wait: Hanoi University (`reference/ils.md` §1h). No
 * renewal while somebody waits: HIDS. The rest is invented.
 */
const usual: HoldPolicy = {
  id: 'dat-muon',
  name: 'Đặt mượn: 2 tài liệu, giữ 7 ngày',
  level: 'any',
  maxHolds: 2,
  onShelf: 'allow',
  shelfDays: 7,
  shelfDaysWhenQueued: 1,
  shelfCounts: 'open-days',
  expiresAfter: 'none',
  lookAheadDays: 0,
  pickup: 'any',
  renewals: 'refuse',
  highDemand: { holdsOver: 3, loanDays: 7 },
  recall: { keepDays: 10, noticeDays: 3 },
};

export const holdPolicies: readonly HoldPolicy[] = [
  usual,
  { ...usual, id: 'khong-dat', name: 'Không nhận đặt mượn', level: 'none', maxHolds: 0, recall: 'none' },
];
