import type { FactBodies, FactDraft } from '../../domain/facts/fact.ts';
import { patron } from './rows.ts';

const gives = { loan: 'ordinary', overdue: 'none', hold: 'ordinary', loss: 'ordinary', deposit: 'none' };
const policy = { version: 'p1', rule: 'r1', gives };
const moment = '2026-11-22T08:00:00.000+07:00';

/** The copy `item` leaves with `patron`; with `hold` the loan fills that hold. */
export function lend(item: string, patron = 'patron-1', due = '2026-12-06', hold: string | null = null) {
  const body: FactBodies['loan.checked-out'] = {
    item,
    barcode: `VV.${item}`,
    biblio: 'b1',
    itemClass: 'sach',
    collection: 'kho-mo',
    price: 45_000,
    patron,
    card: `T-${patron}`,
    library: 'lib-1',
    use: 'home',
    due,
    hold,
    policy,
    overrides: [],
    restricted: null,
  };
  return { kind: 'loan.checked-out', body } as const satisfies FactDraft;
}

/** The copy `item` comes back; the desk believes it closes `loan`. */
export function takeBack(item: string, loan: string | null, returnedAt = moment) {
  const place = { item, barcode: `VV.${item}`, library: 'lib-1' };
  const body: FactBodies['loan.returned'] = { ...place, loan, returnedAt, mode: 'desk', usedInHouse: false };
  return { kind: 'loan.returned', body } as const satisfies FactDraft;
}

export function renew(item: string, loan: string, renewals = 1, due = '2026-12-20') {
  const body: FactBodies['loan.renewed'] = {
    loan,
    item,
    patron: 'patron-1',
    due,
    renewals,
    seen: true,
    policy,
    overrides: [],
  };
  return { kind: 'loan.renewed', body } as const satisfies FactDraft;
}

export function mark(item: string, mark: FactBodies['item.marked']['mark'], loan: string | null = null) {
  const place = { item, barcode: `VV.${item}`, library: 'lib-1' };
  const body: FactBodies['item.marked'] = { ...place, mark, loan, decision: '', note: '' };
  return { kind: 'item.marked', body } as const satisfies FactDraft;
}

/** `patron` waits for the title `b1`. The fact's id is the hold's. */
export function placeHold(patron: string) {
  const body: FactBodies['hold.placed'] = {
    level: 'title',
    biblio: 'b1',
    item: null,
    patron,
    card: `T-${patron}`,
    library: 'lib-1',
    pickup: 'lib-1',
    startsOn: null,
    expiresOn: null,
    recall: false,
    note: '',
  };
  return { kind: 'hold.placed', body } as const satisfies FactDraft;
}

export function trap(hold: string, item: string, patron = 'patron-1') {
  const place = { item, barcode: `VV.${item}`, library: 'lib-1' };
  const body: FactBodies['hold.trapped'] = { ...place, hold, patron, shelfUntil: '2026-11-29' };
  return { kind: 'hold.trapped', body } as const satisfies FactDraft;
}

export function endHold(hold: string, item: string | null) {
  const body: FactBodies['hold.ended'] = { hold, item, why: 'cancelled-by-patron', note: '' };
  return { kind: 'hold.ended', body } as const satisfies FactDraft;
}

export function charge(id: string, amount: number) {
  const body: FactBodies['charge.assessed'] = {
    charge: id,
    patron: 'patron-1',
    library: 'lib-1',
    ledger: 'compensation',
    kind: 'damage',
    amount,
    loan: null,
    item: null,
    title: 'Dế Mèn phiêu lưu ký',
    legalAct: '',
    note: '',
  };
  return { kind: 'charge.assessed', body } as const satisfies FactDraft;
}

type Receipt = FactBodies['payment.taken']['receipt'];
const provisional: Receipt = { kind: 'provisional', text: 'T-1' };

/** Pays `amount` for one charge. The fact's id is the payment's. */
export function pay(charge: string, amount: number, receipt = provisional) {
  const body: FactBodies['payment.taken'] = {
    patron: 'patron-1',
    library: 'lib-1',
    purpose: 'charges',
    method: 'cash',
    amount,
    allocations: [{ charge, ledger: 'compensation', amount }],
    drawer: null,
    tendered: amount,
    receipt,
    bill: null,
  };
  return { kind: 'payment.taken', body } as const satisfies FactDraft;
}

/** Forgives a part of one charge. */
export function waive(charge: string, amount: number) {
  const body: FactBodies['charge.waived'] = {
    charge,
    patron: 'patron-1',
    library: 'lib-1',
    amount,
    ground: 'library-decision',
    note: '',
  };
  return { kind: 'charge.waived', body } as const satisfies FactDraft;
}

export function settle(
  payment: string,
  charge: string,
  amount: number,
  status: FactBodies['payment.settled']['status'],
) {
  const allocations = [{ charge, ledger: 'compensation', amount }] as const;
  const people = { patron: 'patron-1', library: 'lib-1' };
  const body: FactBodies['payment.settled'] = {
    payment,
    ...people,
    status,
    allocations,
    drawer: null,
    note: '',
  };
  return { kind: 'payment.settled', body } as const satisfies FactDraft;
}

export function register(id: string, name: string) {
  return {
    kind: 'patron.registered',
    body: { patron: patron(id, name).row },
  } as const satisfies FactDraft;
}

export function amend(patron: string, changes: FactBodies['patron.amended']['changes']) {
  return { kind: 'patron.amended', body: { patron, changes, note: '' } } as const satisfies FactDraft;
}

/** Takes back facts that belong to `streams`. */
export function undo(facts: readonly string[], streams: readonly string[]) {
  return {
    kind: 'act.undone',
    body: { facts, streams, restores: [], note: '' },
  } as const satisfies FactDraft;
}
