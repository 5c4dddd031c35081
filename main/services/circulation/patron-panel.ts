import { policyFor } from '../../../domain/circulation/applicable-policy.ts';
import type { Finding } from '../../../domain/circulation/decision.ts';
import { isOverdue } from '../../../domain/circulation/due.ts';
import { findingList } from '../../../domain/circulation/findings.ts';
import { overdueAmount } from '../../../domain/circulation/loan-charges.ts';
import type { Loan } from '../../../domain/circulation/loan.ts';
import { addDebts, addOverdue, cardFindings } from '../../../domain/circulation/patron-checks.ts';
import type { DeskView } from '../../../domain/circulation/view.ts';
import type { Item } from '../../../domain/catalogue/catalogue.ts';
import type { Hold } from '../../../domain/holds/hold.ts';
import { creditOf, debtOf, depositHeld } from '../../../domain/money/debt.ts';
import type { Patron } from '../../../domain/patrons/patron.ts';
import { hasConsent } from '../../../domain/patrons/patron.ts';
import type { PolicyAnswer } from '../../../domain/policy/resolve.ts';
import type { DeskPatron, PatronHold, PatronLoan } from '../../../contract/workstation/desk.ts';
import { parseRow } from '../../store/mirror/stored-rows.ts';
import type { ReaderContext } from '../reader-context.ts';
import { readerView } from '../reader-context.ts';
import { patronInRow } from './row-content.ts';

/** Past loans the panel shows of a reader who lets them be kept. */
const historyShown = 100;

/** Everything the reader panel shows, or null when the reader is not (or no longer) known here. */
export function patronPanel(context: ReaderContext, id: string): DeskPatron | null {
  const view = readerView(context);
  const patron = view.patron(id);
  if (!patron) return null;
  const provisional = provisionalStreams(context);
  const shown = (loan: Loan): PatronLoan => ({
    loan,
    item: context.lookup.itemSummary(loan.item) ?? unknownCopy(loan),
    overdue: isOverdue(loan.due, view) && loan.returnedAt === null,
    chargeNow: loan.returnedAt === null ? overdueAmount(view, loan, view.now) : 0,
    provisional: provisional.has(`item/${loan.item}`),
  });
  const loans = view.openLoansOfPatron(id).toSorted(soonestDueFirst);
  const charges = view.chargesOf(id);
  const payments = view.paymentsOf(id);
  const policy = policyFor(view, patron, ordinaryItem(context.library));
  return {
    patron,
    loans: loans.map(shown),
    holds: view.openHoldsOfPatron(id).map((hold) => panelHold(view, hold)),
    charges: charges.toSorted((a, b) => Date.parse(b.raisedAt) - Date.parse(a.raisedAt)),
    payments: payments.toSorted((a, b) => Date.parse(b.takenAt) - Date.parse(a.takenAt)),
    messages: view.messages({ kind: 'patron', patron: id }),
    debt: debtOf(charges),
    credit: creditOf(charges),
    deposit: depositHeld(payments),
    history: hasConsent(patron, 'reading-history') ? pastLoans(context, id).map(shown) : null,
    guarantor: briefly(patron.guarantor === null ? null : view.patron(patron.guarantor)),
    wards: view.wardsOf(id).map(patronInRow),
    maxLoans: ordinaryLimit(policy),
    blocks: blocksOf(view, patron, policy, loans),
  };
}

/** The case asked about when the panel says "3/5": an ordinary book on open shelves of this library. */
function ordinaryItem(library: string): Item {
  return {
    id: '',
    biblio: '',
    library,
    barcode: '',
    callNumber: '',
    itemClass: 'sach',
    collection: 'kho-mo',
    price: 0,
    lending: 'for-loan',
    parts: '',
  };
}

function ordinaryLimit(policy: PolicyAnswer | null): number | null {
  const bounds = (policy?.loan.limits ?? []).flatMap(({ max, use }) =>
    max === 'unlimited' || use === 'reading-room' ? [] : [max],
  );
  return bounds.length === 0 ? null : Math.min(...bounds);
}

/** What stands in the way of any loan, whatever the copy. */
function blocksOf(
  view: DeskView,
  patron: Patron,
  policy: PolicyAnswer | null,
  loans: readonly Loan[],
): readonly Finding[] {
  const list = findingList(view.policySet(), view.actor, []);
  for (const found of cardFindings(patron, view.today)) list.add(found.check, found.reason);
  if (policy) {
    addDebts(list, view, patron, policy.loan);
    addOverdue(list, view, loans, policy.loan);
  }
  return list.all();
}

function panelHold(view: DeskView, hold: Hold): PatronHold {
  const queue = view.openHoldsOf(hold.biblio).filter(({ state }) => state.status === 'pending');
  const biblio = view.biblio(hold.biblio);
  return {
    hold,
    title: biblio?.title ?? '',
    author: biblio?.author ?? '',
    position: queue.findIndex(({ id }) => id === hold.id) + 1,
    queue: queue.length,
    pickupName: view.libraryName(hold.pickup),
  };
}

function pastLoans({ db }: ReaderContext, patron: string): readonly Loan[] {
  return db
    .prepare<[string, number], { readonly row: string }>(
      `select row from loan where patron = ? and open = 0 and returned_day is not null
       order by returned_day desc limit ?`,
    )
    .all(patron, historyShown)
    .map((row) => parseRow<Loan>(row));
}

function provisionalStreams({ db }: ReaderContext): ReadonlySet<string> {
  const streams = db.prepare<[], { readonly stream: string }>('select stream from overlay_stream').all();
  return new Set(streams.map(({ stream }) => stream));
}

function briefly(patron: Patron | null): DeskPatron['guarantor'] {
  return patron && patronInRow(patron);
}

function soonestDueFirst(a: Loan, b: Loan): number {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** A loan counts against the limit even while its copy has not been fetched yet, so it is shown. */
function unknownCopy({ item, biblio, barcode, library }: Loan): PatronLoan['item'] {
  return { id: item, biblio, barcode, title: '', author: '', callNumber: '', library };
}
