import { noCalendar } from '../calendar/no-calendar.ts';
import { untouched } from '../circulation/item-state.ts';
import { dueDay } from '../circulation/due.ts';
import { isOpen } from '../circulation/loan.ts';
import type { DeskSituation, DeskView, ReceiptSource } from '../circulation/view.ts';
import { isOpenHold } from '../holds/hold.ts';
import { compareHolds } from '../holds/queue.ts';
import { normaliseCode } from '../identifiers/scan.ts';
import type { MessageAbout } from '../patrons/message.ts';
import { hasConsent } from '../patrons/patron.ts';
import { policyInForce } from '../policy/resolve.ts';
import type { Rows } from './rows.ts';

/** A desk's view over rows in memory: what the scenario runner and the tests decide on. */
export function viewOf(rows: Rows, situation: DeskSituation): DeskView {
  const { today, timeZone, station } = situation;
  const loans = () => rows.all('loan');
  const payments = () => rows.all('payment');
  return {
    ...situation,
    policySet: () => policyInForce(rows.all('policy'), today),
    policyVersion: (version) => rows.all('policy').find((set) => set.version === version) ?? null,
    calendar: (library) =>
      rows.all('calendar').find((calendar) => calendar.library === library) ?? noCalendar(library),
    libraryName: (library) => rows.get('library', library)?.name ?? library,
    patron: (id) => rows.get('patron', id),
    patronByCard: (library, card) =>
      rows.all('patron').find((patron) => patron.library === library && patron.card === card) ?? null,
    patronByAlias: (alias) => rows.all('patron').find(({ aliases }) => aliases.includes(alias)) ?? null,
    wardsOf: (id) => rows.all('patron').filter(({ guarantor }) => guarantor === id),
    item: (id) => rows.get('item', id),
    itemByBarcode: (library, barcode) =>
      rows
        .all('item')
        .find((item) => item.library === library && normaliseCode(item.barcode) === normaliseCode(barcode)) ??
      null,
    biblio: (id) => rows.get('biblio', id),
    circulation: (item) => rows.get('item-state', item) ?? untouched(item),
    copiesOf: (biblio) =>
      rows
        .all('item')
        .filter((item) => item.biblio === biblio)
        .map((item) => ({ item, circulation: rows.get('item-state', item.id) ?? untouched(item.id) })),
    loan: (id) => rows.get('loan', id),
    openLoansOfPatron: (id) => loans().filter((loan) => loan.patron === id && isOpen(loan)),
    loansInHand: (id) => loans().filter((loan) => loan.patron === id && isOpen(loan)),
    openLoansDue: (library, from, to) =>
      loans().filter((loan) => {
        const day = dueDay(loan.due, timeZone);
        return loan.library === library && isOpen(loan) && from <= day && day <= to;
      }),
    recentReturns: (library) =>
      loans().filter((loan) => loan.library === library && loan.returnedAt !== null),
    hadBefore: (id, biblio) => {
      const patron = rows.get('patron', id);
      const kept = patron !== null && hasConsent(patron, 'reading-history');
      return kept && loans().some((loan) => loan.patron === id && loan.biblio === biblio && !isOpen(loan));
    },
    hold: (id) => rows.get('hold', id),
    openHoldsOf: (biblio) =>
      rows
        .all('hold')
        .filter((hold) => hold.biblio === biblio && isOpenHold(hold))
        .sort(compareHolds),
    openHoldsOfPatron: (id) => rows.all('hold').filter((hold) => hold.patron === id && isOpenHold(hold)),
    shelvedHolds: (library) =>
      rows.all('hold').filter(({ state }) => state.status === 'waiting' && state.library === library),
    charge: (id) => rows.get('charge', id),
    chargesOf: (id) => rows.all('charge').filter(({ patron }) => patron === id),
    payment: (id) => rows.get('payment', id),
    paymentsOf: (id) => payments().filter(({ patron }) => patron === id),
    messages: (about) =>
      rows
        .all('message')
        .filter(
          (message) =>
            message.endedAt === null &&
            (message.until === null || message.until >= today) &&
            isAbout(message.about, about),
        ),
    exception: (id) => rows.get('exception', id),
    drawer: (id) => rows.get('drawer', id),
    openDrawer: () =>
      rows.all('drawer').find((drawer) => drawer.station === station && drawer.closed === null) ?? null,
    paymentsOfDrawer: (id) =>
      payments().filter(({ drawer, reversedFrom }) => drawer === id || reversedFrom === id),
    receipts: () => receiptsOf(rows, station),
  };
}

function isAbout(a: MessageAbout, b: MessageAbout): boolean {
  if (a.kind === 'patron') return b.kind === 'patron' && a.patron === b.patron;
  return b.kind === 'item' && a.item === b.item;
}

function receiptsOf(rows: Rows, station: string): ReceiptSource {
  const own = rows.all('payment').filter((payment) => payment.station === station);
  const ranges = rows.all('receipt-range').filter((range) => range.station === station);
  const used = new Map<string, number>();
  let provisional = 0;
  for (const { receipt } of own) {
    if (receipt.kind === 'provisional') provisional += 1;
    else
      for (const range of ranges) {
        const { series, year, from, to } = range;
        if (
          receipt.series !== series ||
          receipt.year !== year ||
          receipt.number < from ||
          receipt.number > to
        )
          continue;
        used.set(range.id, Math.max(used.get(range.id) ?? 0, receipt.number));
      }
  }
  return { ranges, used, provisional };
}
