import type { Fact } from '../facts/fact.ts';
import { streamId, streamKind } from '../facts/streams.ts';
import type { Charge } from './charge.ts';
import { outstanding, standingWaivers } from './charge.ts';
import type { Drawer } from './drawer.ts';
import { maySettle } from './evolve-money.ts';
import type { PaidPart, Posting, Purse } from './ledger.ts';
import {
  chargeAssessed,
  chargesPaid,
  chargeWaived,
  depositRefunded,
  depositTaken,
  drawerClosed,
  drawerOpened,
  paymentReversed,
  transferBounced,
  transferReceived,
} from './ledger.ts';
import type { Allocation, Payment } from './payment.ts';

/** The rows a fact met and, for charges, what it made of them. */
export interface BooksAround {
  chargeBefore(id: string): Charge | null;
  chargeAfter(id: string): Charge | null;
  paymentBefore(id: string): Payment | null;
  drawerBefore(id: string): Drawer | null;
}

/**
 * What a fact enters in the books: balanced postings, none for facts that move no money. A fact that its streams do
 * not heed (the same once more, a settlement that comes too late) enters nothing, so the books say what the rows say.
 */
export function postingsOf(fact: Fact, rows: BooksAround): readonly Posting[] {
  switch (fact.kind) {
    case 'charge.assessed':
    case 'charge.waived':
      return changeOf(rows, fact.body.charge);
    case 'act.undone':
      return fact.body.streams
        .filter((stream) => streamKind(stream) === 'charge')
        .flatMap((stream) => changeOf(rows, streamId(stream)));
    case 'payment.taken':
      return rows.paymentBefore(fact.id) ? [] : taken(fact.body, rows);
    case 'payment.settled':
      return settled(fact, rows);
    case 'drawer.opened':
      return rows.drawerBefore(fact.body.drawer) ? [] : drawerOpened(fact.body.drawer, fact.body.float);
    case 'drawer.closed': {
      const { drawer, expected, counted } = fact.body;
      const isOpen = rows.drawerBefore(drawer)?.closed === null;
      return isOpen ? drawerClosed(drawer, expected, counted) : [];
    }
    default:
      return [];
  }
}

/** What became of one charge: its amount first, then what was forgiven of it, or no longer is. */
function changeOf({ chargeBefore, chargeAfter }: BooksAround, id: string): readonly Posting[] {
  const [before, after] = [chargeBefore(id), chargeAfter(id)];
  const ledger = (after ?? before)?.ledger;
  if (ledger === undefined) return [];
  const [from, to] = [before?.amount ?? 0, after?.amount ?? 0];
  let open = before ? outstanding(before) : 0;
  const postings = [...chargeAssessed({ ledger, outstanding: open }, from, to)];
  open += to - from;
  for (const { amount, ground } of waiversBetween(before, after)) {
    postings.push(...chargeWaived({ ledger, outstanding: open }, amount, ground));
    open -= amount;
  }
  return postings;
}

/** What is forgiven of the second charge more than of the first, by waiver; negative for what no longer is. */
function waiversBetween(before: Charge | null, after: Charge | null): Charge['waivers'] {
  const [was, is] = [before, after].map((charge) => (charge ? standingWaivers(charge) : []));
  const amountIn = (waivers: Charge['waivers'] | undefined, id: string) =>
    waivers?.find((waiver) => waiver.id === id)?.amount ?? 0;
  const gone = (was ?? []).filter(({ id }) => !is?.some((waiver) => waiver.id === id));
  return [...(is ?? []), ...gone].flatMap(({ id, ground }) => {
    const amount = amountIn(is, id) - amountIn(was, id);
    return amount === 0 ? [] : [{ id, ground, amount }];
  });
}

type Money = Pick<Payment, 'purpose' | 'method' | 'amount' | 'allocations' | 'drawer'>;

function taken(money: Money, rows: BooksAround): readonly Posting[] {
  const purse = purseOf(money, money.drawer, 'reported');
  switch (money.purpose) {
    case 'charges':
    case 'credit-refund':
      return chargesPaid(purse, partsOf(money.allocations, rows));
    case 'deposit':
      return depositTaken(purse, money.amount);
    case 'deposit-refund':
      return depositRefunded(purse, money.amount);
  }
}

function settled(
  { body: { payment: id, status, drawer } }: Extract<Fact, { readonly kind: 'payment.settled' }>,
  rows: BooksAround,
): readonly Posting[] {
  const payment = rows.paymentBefore(id);
  if (!payment || !maySettle(payment.status, status)) return [];
  if (status === 'received') return transferReceived(payment.amount);
  const purse = purseOf(payment, drawer, payment.status === 'reported' ? 'reported' : 'received');
  switch (payment.purpose) {
    case 'charges':
    case 'credit-refund':
      return status === 'bounced'
        ? transferBounced(partsOf(payment.allocations, rows))
        : paymentReversed(purse, partsOf(payment.allocations, rows));
    case 'deposit':
      return depositRefunded(purse, payment.amount);
    case 'deposit-refund':
      return depositTaken(purse, payment.amount);
  }
}

function purseOf(
  { method }: Pick<Money, 'method'>,
  drawer: string | null,
  status: 'reported' | 'received',
): Purse {
  return method === 'cash' ? { kind: 'cash', drawer: drawer ?? '' } : { kind: 'transfer', status };
}

function partsOf(allocations: readonly Allocation[], { chargeBefore }: BooksAround): readonly PaidPart[] {
  return allocations.map(({ charge: id, ledger, amount }) => {
    const charge = chargeBefore(id);
    return { ledger, amount, outstanding: charge ? outstanding(charge) : 0 };
  });
}
