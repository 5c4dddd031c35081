import type { EntityRow } from '../catalogue/rows.ts';
import type { ReceiptNumber } from '../money/payment.ts';
import type { Fact } from './fact.ts';

/**
 * A stream is the history of one thing: a copy with its loans, a hold, a charge, a reader. A fact belongs to one
 * or several streams and each folds it on its own, so a late or doubled fact is re-folded where it matters and
 * nowhere else.
 */
export const streamKinds = [
  'item',
  'hold',
  'charge',
  'payment',
  'patron',
  'message',
  'drawer',
  'catalogue',
  'policy',
  'calendar',
  'template',
  'station',
  'receipt',
  'exception',
] as const;
export type StreamKind = (typeof streamKinds)[number];

/** `<kind>/<id>`. */
export type Stream = string;

export function streamOf(kind: StreamKind, id: string): Stream {
  return `${kind}/${id}`;
}

/** The kind of a stream; null for the name of one this version does not know. */
export function streamKind(stream: Stream): StreamKind | null {
  const end = stream.indexOf('/');
  return end < 0 ? null : (streamKinds.find((kind) => kind === stream.slice(0, end)) ?? null);
}

export function streamId(stream: Stream): string {
  return stream.slice(stream.indexOf('/') + 1);
}

/** Every stream a fact belongs to, each once. */
export function streamsOf(fact: Fact): readonly Stream[] {
  switch (fact.kind) {
    case 'loan.checked-out':
    case 'transit.sent':
      return [item(fact.body.item), ...holds(fact.body.hold)];
    case 'loan.returned':
    case 'loan.return-corrected':
    case 'loan.renewed':
    case 'loan.due-changed':
    case 'item.marked':
    case 'transit.received':
      return [item(fact.body.item)];
    case 'hold.placed':
      return [streamOf('hold', fact.id)];
    case 'hold.amended':
      return [streamOf('hold', fact.body.hold)];
    case 'hold.trapped':
    case 'hold.released':
      return [streamOf('hold', fact.body.hold), item(fact.body.item)];
    case 'hold.ended':
      return [streamOf('hold', fact.body.hold), ...(fact.body.item === null ? [] : [item(fact.body.item)])];
    case 'charge.assessed':
    case 'charge.waived':
      return [streamOf('charge', fact.body.charge)];
    case 'payment.taken':
      return [streamOf('payment', fact.id), ...charges(fact.body.allocations)];
    case 'payment.settled':
      return [streamOf('payment', fact.body.payment), ...charges(fact.body.allocations)];
    case 'drawer.opened':
    case 'drawer.closed':
      return [streamOf('drawer', fact.body.drawer)];
    case 'patron.registered':
      return [streamOf('patron', fact.body.patron.id)];
    case 'patron.amended':
      return [streamOf('patron', fact.body.patron)];
    case 'message.added':
      return [streamOf('message', fact.id)];
    case 'message.ended':
      return [streamOf('message', fact.body.message)];
    case 'item.fast-added':
      return [streamOf('catalogue', fact.body.biblio.id)];
    case 'policy.saved':
      return [streamOf('policy', fact.body.set.id)];
    case 'calendar.saved':
      return [streamOf('calendar', fact.body.calendar.id)];
    case 'template.saved':
      return [streamOf('template', fact.body.template.id)];
    case 'act.undone':
      return [...new Set(fact.body.streams)];
    case 'exception.resolved':
      return [fact.body.stream];
    case 'station.forked':
    case 'journal.damaged':
      return [streamOf('station', fact.station)];
  }
}

/**
 * Streams that a fact does not change and that judge it: whether a reader may borrow is in what is known of the
 * reader, and some of it comes late; whether a receipt's number is its own, in the payments that have it.
 */
export function judgedIn(fact: Fact): readonly Stream[] {
  switch (fact.kind) {
    case 'loan.checked-out':
      return [streamOf('patron', fact.body.patron)];
    // Whether a copy is catalogued is asked where it is lent.
    case 'item.fast-added':
      return [item(fact.body.item.id)];
    case 'payment.taken':
      return receipts(fact.body.receipt);
    default:
      return [];
  }
}

/** The stream a row is folded by; null for rows that no fact changes. */
export function streamOfRow({ entity, row }: EntityRow): Stream | null {
  switch (entity) {
    case 'loan':
      return item(row.item);
    case 'item-state':
      return item(row.id);
    case 'item':
      return streamOf('catalogue', row.biblio);
    case 'biblio':
      return streamOf('catalogue', row.id);
    case 'hold':
    case 'charge':
    case 'payment':
    case 'patron':
    case 'message':
    case 'drawer':
    case 'policy':
    case 'calendar':
    case 'template':
      return streamOf(entity, row.id);
    case 'exception':
      return row.stream;
    case 'library':
    case 'receipt-range':
      return null;
  }
}

function item(id: string): Stream {
  return streamOf('item', id);
}

function holds(hold: string | null): readonly Stream[] {
  return hold === null ? [] : [streamOf('hold', hold)];
}

/** Numbers a station gives itself are replaced by leased ones: nobody looks for them. */
function receipts(receipt: ReceiptNumber): readonly Stream[] {
  if (receipt.kind !== 'leased') return [];
  const { series, year, number } = receipt;
  return [streamOf('receipt', `${series}/${year}/${number}`)];
}

function charges(allocations: readonly { readonly charge: string }[]): readonly Stream[] {
  return [...new Set(allocations.map(({ charge }) => charge))].map((charge) => streamOf('charge', charge));
}
