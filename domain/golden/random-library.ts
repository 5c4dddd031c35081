import { addDays } from '../calendar/calendar.ts';
import type { Item } from '../catalogue/catalogue.ts';
import type { EntityRow } from '../catalogue/rows.ts';
import type { Dice } from '../demo/random.ts';
import { diceFor } from '../demo/random.ts';
import type { DepositPolicy, HoldPolicy, LoanPolicy, LossPolicy, OverduePolicy } from '../policy/policies.ts';
import { dueModes } from '../policy/policies.ts';
import { calendarByChance } from '../testing/calendars.ts';
import type { Setup } from '../world/scenario.ts';
import { rowsOfSetup } from '../world/scenario.ts';

/** Where stories by chance begin: a Wednesday. */
export const firstDay = '2026-11-25';

/** A small province by chance, the same for the same seed: two libraries, five readers, eight copies of four titles. */
export function libraryByChance(seed: number): readonly EntityRow[] {
  const dice = diceFor(seed, 2);
  const setup: Setup = {
    libraries: { A: 'Thư viện A', B: 'Thư viện B' },
    policy: { ruleLibrary: dice.pick(['desk', 'patron', 'item'] as const) },
    loan: loanTerms(dice),
    overdue: overdueTerms(dice),
    hold: holdTerms(dice),
    loss: lossTerms(dice),
    deposit: depositTerms(dice),
    calendars: {
      A: plainId(calendarByChance(seed, firstDay)),
      B: plainId(calendarByChance(seed + 1, firstDay)),
    },
    patrons: [
      { id: 'P' },
      { id: 'Q', library: 'B' },
      { id: 'R', guarantor: 'P', birthDate: '2016-02-29' },
      { id: 'S', birthDate: null, expires: addDays(firstDay, dice.between(-5, 40)) },
      {
        id: 'U',
        consents: [
          {
            purpose: 'reading-history',
            granted: true,
            text: 'v1',
            at: '2026-01-01T09:00:00.000+07:00',
            by: 'nv-1',
            agreed: 'patron',
          },
        ],
      },
    ],
    items: [
      ...['T1.0', 'T1.1', 'T2.0', 'T2.1', 'T3.0', 'T4.0'].map(
        (id): Partial<Item> & { readonly id: string } => ({
          id,
          biblio: id.slice(0, 2),
          library: dice.pick(['A', 'A', 'B']),
          price: dice.pick([0, 30_000, 50_000, 120_000]),
          parts: id === 'T3.0' ? '1 đĩa CD' : '',
        }),
      ),
      { id: 'T1.r', biblio: 'T1', lending: 'restricted' },
      { id: 'T2.n', biblio: 'T2', lending: 'not-for-loan' },
    ],
    biblios: [{ id: 'T3', minAge: 16 }],
  };
  return rowsOfSetup(setup);
}

/** The setup gives each library's calendar an id of its own. */
function plainId<T extends { readonly id: string; readonly library: string }>({
  id: _id,
  library: _library,
  ...calendar
}: T): Omit<T, 'id' | 'library'> {
  return calendar;
}

function loanTerms(dice: Dice): Partial<LoanPolicy> {
  return {
    period: dice.chance(0.25)
      ? { unit: 'hours', length: dice.between(1, 40) }
      : { unit: 'days', length: dice.between(0, 20) },
    dueMode: dice.pick(dueModes),
    closingTime: dice.pick(['ignore', 'shorten', 'extend'] as const),
    hardDue: dice.chance(0.2)
      ? {
          date: addDays(firstDay, dice.between(-5, 30)),
          how: dice.pick(['not-after', 'exactly', 'not-before'] as const),
        }
      : 'none',
    cardExpiry: dice.pick(['cap', 'ignore'] as const),
    limits: [
      { max: dice.between(2, 5), itemClass: 'any', library: 'any', use: 'home' },
      { max: 1, itemClass: 'any', library: 'any', use: 'reading-room' },
    ],
    renewals: dice.pick(['unlimited', 'unlimited', 2, 'none'] as const),
    renewalLength: dice.pick(['same', 3, 12] as const),
    renewalFrom: dice.pick(['today', 'due-date'] as const),
    renewalOpens: dice.pick(['any', 'any', 3] as const),
    renewOverdue: dice.pick(['allow', 'allow', 'refuse'] as const),
    debtLimit: dice.pick(['unlimited', 20_000] as const),
    familyDebtLimit: dice.pick(['unlimited', 20_000] as const),
    overdueLimit: dice.pick(['unlimited', 1] as const),
  };
}

function overdueTerms(dice: Dice): Partial<OverduePolicy> {
  return {
    charge: dice.pick([
      'none',
      { kind: 'flat', amount: 10_000 },
      { kind: 'per-period', amount: 1_000, every: 1, unit: 'days', at: 'start' },
      { kind: 'per-period', amount: 500, every: 3, unit: 'hours', at: 'end' },
    ] as const),
    graceDays: dice.pick([0, 0, 2]),
    chargeFrom: dice.pick(['due-date', 'grace-end'] as const),
    closedDays: dice.pick(['count', 'skip'] as const),
    cap: dice.pick(['none', 7_000] as const),
    capToPrice: dice.pick(['yes', 'no'] as const),
    recallAmount: dice.pick(['same', 5_000] as const),
  };
}

function holdTerms(dice: Dice): Partial<HoldPolicy> {
  return {
    maxHolds: 'unlimited',
    shelfDays: dice.between(1, 7),
    shelfDaysWhenQueued: dice.pick(['same', 1] as const),
    shelfCounts: dice.pick(['open-days', 'calendar-days'] as const),
    expiresAfter: dice.pick(['none', 10] as const),
    lookAheadDays: dice.pick([0, 4]),
    renewals: dice.pick(['refuse', 'unless-other-copies', 'allow'] as const),
    highDemand: dice.pick(['none', { holdsOver: 0, loanDays: 2 }] as const),
    recall: dice.pick([{ keepDays: 2, noticeDays: 1 }, { keepDays: 0, noticeDays: 0 }, 'none'] as const),
  };
}

function lossTerms(dice: Dice): Partial<LossPolicy> {
  return {
    compensation: dice.pick([
      'none',
      { kind: 'times-price', times: 4 },
      { kind: 'fixed', amount: 70_000 },
    ] as const),
    processing: dice.pick([0, 5_000]),
    overdueWhenLost: dice.pick(['keep', 'waive'] as const),
    whenFound: dice.pick(['refund', 'refund-unpaid', 'keep'] as const),
    refundWithin: dice.pick(['unlimited', 10] as const),
    overdueWhenFound: dice.pick(['keep', 'charge', 'waive'] as const),
    takeBackLost: dice.pick(['allow', 'allow', 'refuse'] as const),
  };
}

function depositTerms(dice: Dice): Partial<DepositPolicy> {
  return {
    ceiling: dice.pick(['none', 'none', 'none', 'cover-price'] as const),
    minimumPerItem: dice.pick([0, 40_000]),
  };
}
