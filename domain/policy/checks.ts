/**
 * Everything that can stand in the way of a loan or a renewal, in the order in which it is shown. How hard each is
 * belongs to the policy, not to the code.
 */
export const checks = [
  'card-lost',
  'card-expired',
  'card-blocked',
  'age',
  'birth-date-missing',
  'debt',
  'family-debt',
  'overdue-loans',
  'limit',
  'reading-room-one',
  'deposit',
  'not-for-loan',
  'use',
  'withdrawn',
  'restricted',
  'lost',
  'missing',
  'damaged',
  'claimed-returned',
  'in-transit',
  'waiting-for-other',
  'held-by-other',
  'on-loan-to-other',
  'on-loan-to-same',
  'same-title',
  'lent-before',
  'parts',
  'wrong-library',
  'message',
  'renewal-none',
  'renewal-limit',
  'renewal-unseen',
  'renewal-too-soon',
  'renewal-overdue',
  'renewal-held',
  'recalled',
] as const;
export type Check = (typeof checks)[number];

/**
 * `refuse`: nobody at a desk can pass it. `confirm`: staff with the permission `override:<check>` can, and the
 * override is recorded. `notify`: done, and staff are told. `ignore`: not looked at.
 */
export const severities = ['refuse', 'confirm', 'notify', 'ignore'] as const;
export type Severity = (typeof severities)[number];

/**
 * How hard a check is where the policy says nothing. A book in hand can nearly always be lent by somebody who may
 * decide it; what is refused is what no decision at the desk can make right.
 */
export const defaultSeverities: Readonly<Record<Check, Severity>> = {
  'card-lost': 'refuse',
  'card-expired': 'confirm',
  'card-blocked': 'confirm',
  age: 'confirm',
  'birth-date-missing': 'confirm',
  debt: 'confirm',
  'family-debt': 'confirm',
  'overdue-loans': 'confirm',
  limit: 'confirm',
  'reading-room-one': 'refuse',
  deposit: 'refuse',
  'not-for-loan': 'confirm',
  use: 'confirm',
  withdrawn: 'refuse',
  restricted: 'confirm',
  lost: 'confirm',
  missing: 'notify',
  damaged: 'confirm',
  'claimed-returned': 'confirm',
  'in-transit': 'confirm',
  'waiting-for-other': 'confirm',
  'held-by-other': 'confirm',
  'on-loan-to-other': 'confirm',
  'on-loan-to-same': 'confirm',
  'same-title': 'confirm',
  'lent-before': 'notify',
  parts: 'confirm',
  'wrong-library': 'notify',
  message: 'notify',
  'renewal-none': 'refuse',
  'renewal-limit': 'confirm',
  'renewal-unseen': 'confirm',
  'renewal-too-soon': 'confirm',
  'renewal-overdue': 'confirm',
  'renewal-held': 'refuse',
  recalled: 'refuse',
};
