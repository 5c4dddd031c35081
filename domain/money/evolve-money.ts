import type { Fact } from '../facts/fact.ts';
import type { Charge } from './charge.ts';
import type { Drawer } from './drawer.ts';
import type { Payment, PaymentStatus } from './payment.ts';
import { stands } from './payment.ts';

/** Applies one fact to a charge. The newest assessment is the amount; payments count while they stand. */
export function evolveCharge(charge: Charge | null, id: string, fact: Fact): Charge | null {
  if (fact.kind === 'charge.assessed') {
    const { patron, library, ledger, kind, amount, loan, item, title, legalAct, note } = fact.body;
    const raisedAt = charge?.raisedAt ?? fact.at;
    const { waivers, payments } = charge ?? { waivers: [], payments: [] };
    return {
      id,
      patron,
      library,
      ledger,
      kind,
      amount,
      waivers,
      payments,
      loan,
      item,
      title,
      legalAct,
      note,
      raisedAt,
    };
  }
  if (!charge) return null;
  switch (fact.kind) {
    case 'charge.waived': {
      const { amount, ground } = fact.body;
      const others = charge.waivers.filter(({ id: waiver }) => waiver !== fact.id);
      return { ...charge, waivers: [...others, { id: fact.id, amount, ground }] };
    }
    case 'payment.taken': {
      const others = charge.payments.filter(({ payment }) => payment !== fact.id);
      const parts = fact.body.allocations.filter((part) => part.charge === id);
      return {
        ...charge,
        payments: [...others, ...parts.map(({ amount }) => ({ payment: fact.id, amount }))],
      };
    }
    case 'payment.settled':
      return fact.body.status === 'received'
        ? charge
        : {
            ...charge,
            payments: charge.payments.filter(({ payment }) => payment !== fact.body.payment),
          };
    default:
      return charge;
  }
}

export function evolvePayment(payment: Payment | null, fact: Fact): Payment | null {
  if (fact.kind === 'payment.taken') {
    if (payment) return payment;
    const { body } = fact;
    return {
      id: fact.id,
      patron: body.patron,
      library: body.library,
      station: fact.station,
      by: fact.actor,
      purpose: body.purpose,
      method: body.method,
      amount: body.amount,
      allocations: body.allocations,
      drawer: body.drawer,
      tendered: body.tendered,
      receipt: body.receipt,
      bill: body.bill,
      takenAt: fact.at,
      status: body.method === 'cash' ? 'received' : 'reported',
      reversedFrom: null,
    };
  }
  if (!payment || fact.kind !== 'payment.settled') return payment;
  const { status, drawer } = fact.body;
  if (!maySettle(payment.status, status)) return payment;
  return { ...payment, status, reversedFrom: status === 'reversed' ? drawer : null };
}

/** What a payment may still become. What bounced or was taken back stays so. */
export function maySettle(from: PaymentStatus, to: 'received' | 'bounced' | 'reversed'): boolean {
  return to === 'reversed' ? stands({ status: from }) : from === 'reported';
}

export function evolveDrawer(drawer: Drawer | null, fact: Fact): Drawer | null {
  if (fact.kind === 'drawer.opened') {
    const { drawer: id, library, float } = fact.body;
    return (
      drawer ?? {
        id,
        library,
        station: fact.station,
        openedAt: fact.at,
        openedBy: fact.actor,
        float,
        closed: null,
      }
    );
  }
  if (!drawer || fact.kind !== 'drawer.closed' || drawer.closed) return drawer;
  const { counted, expected, note } = fact.body;
  return { ...drawer, closed: { at: fact.at, by: fact.actor, counted, expected, note } };
}
