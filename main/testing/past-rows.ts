import { addDays } from '../../domain/calendar/calendar.ts';
import type { EntityRow } from '../../domain/catalogue/rows.ts';
import type { ItemState } from '../../domain/circulation/item-state.ts';
import { untouched } from '../../domain/circulation/item-state.ts';
import type { Loan } from '../../domain/circulation/loan.ts';
import type { CivilDate, Instant } from '../../domain/facts/fact.ts';
import type { Hold } from '../../domain/holds/hold.ts';
import type { Charge } from '../../domain/money/charge.ts';
import type { Payment } from '../../domain/money/payment.ts';
import type { PolicySet } from '../../domain/policy/policy.ts';
import { plainGives, plainPolicySet } from '../../domain/world/plain-policies.ts';
import { stationClock } from '../services/station-clock.ts';
import { here, smallLibrary } from './small-library.ts';

/**
 * Rows of what happened at the small library before a test begins, as the province would send them. Days are counted
 * from today, because a station under test lives by the real clock.
 */

/** The day so many days from today at the library; negative for the past. */
export function day(days: number): CivilDate {
  return addDays(stationClock('Asia/Ho_Chi_Minh').today(), days);
}

/** A moment of that day, by default in the morning. */
export function at(days: number, time = '09:00'): Instant {
  return `${day(days)}T${time}:00.000+07:00`;
}

/** The small library under other policies, with `rows` besides. */
export function libraryUnder(
  policies: Partial<PolicySet>,
  rows: readonly EntityRow[] = [],
): readonly EntityRow[] {
  const others = smallLibrary.filter(({ entity }) => entity !== 'policy');
  return [...others, { entity: 'policy', row: plainPolicySet(policies) }, ...rows];
}

/** A loan of a copy of the small library to one of its readers, with the state of the copy: `loan-VV.1`. */
export function loanRows(barcode: string, card: string, changes: Partial<Loan> = {}): readonly EntityRow[] {
  const loan: Loan = {
    id: `loan-${barcode}`,
    item: `item-${here}-${barcode}`,
    barcode,
    biblio: `biblio-${barcode}`,
    itemClass: 'sach',
    collection: 'kho-mo',
    price: 45_000,
    patron: `patron-${card}`,
    library: here,
    station: 'ST-2',
    use: 'home',
    checkedOutAt: at(-60),
    due: day(10),
    renewals: 0,
    unseenRenewals: 0,
    policy: { version: 'p1', rule: 'chung', gives: plainGives },
    recall: null,
    claimedReturnedAt: null,
    lostAt: null,
    returnedAt: null,
    ...changes,
  };
  return [
    { entity: 'loan', row: loan },
    { entity: 'item-state', row: { ...untouched(loan.item), state: stateOf(loan) } },
  ];
}

function stateOf({ id, returnedAt, lostAt, claimedReturnedAt }: Loan): ItemState {
  if (returnedAt !== null) return { status: 'available' };
  if (lostAt !== null) return { status: 'lost', loan: id, since: lostAt };
  if (claimedReturnedAt !== null) return { status: 'claimed-returned', loan: id, since: claimedReturnedAt };
  return { status: 'on-loan', loan: id };
}

/** A title hold of a reader in the queue, to be picked up here: `hold-VV.1`. */
export function holdRow(barcode: string, card: string, changes: Partial<Hold> = {}): EntityRow {
  return {
    entity: 'hold',
    row: {
      id: `hold-${barcode}`,
      level: 'title',
      biblio: `biblio-${barcode}`,
      item: null,
      patron: `patron-${card}`,
      library: here,
      pickup: here,
      placedAt: at(-20),
      rank: 1,
      startsOn: null,
      expiresOn: null,
      suspendedUntil: null,
      recall: false,
      note: '',
      state: { status: 'pending' },
      ...changes,
    },
  };
}

/** The same on the hold shelf of a library until a day. */
export function shelvedRow(barcode: string, card: string, shelfUntil: CivilDate, library = here): EntityRow {
  const item = `item-${library}-${barcode}`;
  return holdRow(barcode, card, {
    state: { status: 'waiting', item, barcode, library, shelfUntil, since: at(-3) },
  });
}

/** Something a reader owes that is no loan's consequence. */
export function chargeRow(id: string, card: string, changes: Partial<Charge> = {}): EntityRow {
  return {
    entity: 'charge',
    row: {
      id,
      patron: `patron-${card}`,
      library: here,
      ledger: 'service',
      kind: 'service',
      amount: 20_000,
      waivers: [],
      payments: [],
      loan: null,
      item: null,
      title: 'Sao chụp tài liệu',
      legalAct: '',
      note: '',
      raisedAt: at(-5),
      ...changes,
    },
  };
}

/** A deposit that a reader reported as transferred. */
export function paymentRow(id: string, card: string, changes: Partial<Payment> = {}): EntityRow {
  return {
    entity: 'payment',
    row: {
      id,
      patron: `patron-${card}`,
      library: here,
      station: 'ST-2',
      by: 'nv-2',
      purpose: 'deposit',
      method: 'vietqr',
      amount: 50_000,
      allocations: [],
      drawer: null,
      tendered: null,
      receipt: { kind: 'provisional', text: id },
      bill: `BILL-${id}`,
      takenAt: at(-2),
      status: 'reported',
      reversedFrom: null,
      ...changes,
    },
  };
}
