import { z } from 'zod';
import { checks, severities } from '../../../domain/policy/checks.ts';
import { dueModes, policyKinds } from '../../../domain/policy/policies.ts';
import { criteria } from '../../../domain/policy/policy.ts';
import { slipKinds } from '../../../domain/printing/template.ts';
import { amount, civilDate, count, id, orWord, text } from '../shapes.ts';

const named = { id, name: text };
const chosen = z.string().min(1).max(64);

const loanLimitSchema = z.object({
  max: orWord('unlimited'),
  itemClass: chosen,
  library: z.enum(['here', 'any']),
  use: z.enum(['home', 'reading-room', 'any']),
});

const loanPolicySchema = z.object({
  ...named,
  period: z.union([
    z.object({ unit: z.enum(['days', 'hours']), length: count.max(3660) }),
    z.literal('none'),
  ]),
  dueMode: z.enum(dueModes),
  closingTime: z.enum(['ignore', 'shorten', 'extend']),
  hardDue: z.union([
    z.object({ date: civilDate, how: z.enum(['not-after', 'exactly', 'not-before']) }),
    z.literal('none'),
  ]),
  cardExpiry: z.enum(['cap', 'ignore']),
  use: z.enum(['home', 'reading-room', 'any']),
  limits: z.array(loanLimitSchema).max(50).readonly(),
  renewals: orWord('none', 'unlimited'),
  renewalLength: orWord('same'),
  renewalFrom: z.enum(['today', 'due-date']),
  renewalOpens: orWord('any'),
  renewOverdue: z.enum(['allow', 'refuse']),
  renewalsUnseen: orWord('unlimited'),
  debtLimit: orWord('unlimited'),
  familyDebtLimit: orWord('unlimited'),
  overdueLimit: orWord('unlimited'),
  ages: z.union([
    z.object({ from: count.max(150), to: z.union([count.max(150), z.literal('unlimited')]) }),
    z.literal('any'),
  ]),
});

const overduePolicySchema = z.object({
  ...named,
  charge: z.union([
    z.literal('none'),
    z.object({ kind: z.literal('flat'), amount }),
    z.object({
      kind: z.literal('per-period'),
      amount,
      every: z.number().int().positive(),
      unit: z.enum(['days', 'hours']),
      at: z.enum(['start', 'end']),
    }),
  ]),
  graceDays: count,
  chargeFrom: z.enum(['due-date', 'grace-end']),
  closedDays: z.enum(['count', 'skip']),
  cap: z.union([amount, z.literal('none')]),
  capToPrice: z.enum(['yes', 'no']),
  recallAmount: z.union([amount, z.literal('same')]),
});

const holdPolicySchema = z.object({
  ...named,
  level: z.enum(['none', 'title', 'copy', 'any']),
  maxHolds: orWord('unlimited'),
  onShelf: z.enum(['allow', 'refuse']),
  shelfDays: count,
  shelfDaysWhenQueued: orWord('same'),
  shelfCounts: z.enum(['open-days', 'calendar-days']),
  expiresAfter: orWord('none'),
  lookAheadDays: count,
  pickup: z.enum(['any', 'card-library']),
  renewals: z.enum(['refuse', 'unless-other-copies', 'allow']),
  highDemand: z.union([z.object({ holdsOver: count, loanDays: count }), z.literal('none')]),
  recall: z.union([z.object({ keepDays: count, noticeDays: count }), z.literal('none')]),
});

const lossPolicySchema = z.object({
  ...named,
  compensation: z.union([
    z.literal('none'),
    z.object({ kind: z.literal('times-price'), times: z.number().positive().max(100) }),
    z.object({ kind: z.literal('fixed'), amount }),
  ]),
  defaultPrice: amount,
  processing: amount,
  overdueWhenLost: z.enum(['keep', 'waive']),
  whenFound: z.enum(['refund', 'refund-unpaid', 'keep']),
  refundWithin: orWord('unlimited'),
  overdueWhenFound: z.enum(['keep', 'charge', 'waive']),
  takeBackLost: z.enum(['allow', 'refuse']),
  lostAfter: orWord('none'),
});

const depositPolicySchema = z.object({
  ...named,
  ceiling: z.enum(['none', 'cover-price']),
  minimumPerItem: amount,
});

export const policySetSchema = z.object({
  id,
  version: id,
  effectiveFrom: civilDate,
  ruleLibrary: z.enum(['desk', 'patron', 'item']),
  rules: z
    .array(
      z.object({
        id,
        when: z.partialRecord(z.enum(criteria), chosen),
        gives: z.record(z.enum(policyKinds), id),
      }),
    )
    .max(5000)
    .readonly(),
  loanPolicies: z.array(loanPolicySchema).max(500).readonly(),
  overduePolicies: z.array(overduePolicySchema).max(500).readonly(),
  holdPolicies: z.array(holdPolicySchema).max(500).readonly(),
  lossPolicies: z.array(lossPolicySchema).max(500).readonly(),
  depositPolicies: z.array(depositPolicySchema).max(500).readonly(),
  itemClasses: z
    .array(z.object({ id, name: text, parent: z.string().min(1).max(64) }))
    .max(500)
    .readonly(),
  categories: z
    .array(z.object({ id, name: text, cardMonths: count.max(240), guardianBelow: orWord('none') }))
    .max(500)
    .readonly(),
  fees: z
    .array(
      z.object({
        id,
        kind: z.enum(['card', 'card-replacement', 'service']),
        name: text,
        category: chosen,
        library: chosen,
        amount,
        legalAct: text,
        from: civilDate,
        to: z.union([civilDate, z.literal('none')]),
      }),
    )
    .max(500)
    .readonly(),
  severities: z.partialRecord(z.enum(checks), z.enum(severities)),
});

export const templateSchema = z.object({
  id: z.string().min(1).max(128),
  library: id,
  kind: z.enum(slipKinds),
  text: z.string().max(8000),
});
