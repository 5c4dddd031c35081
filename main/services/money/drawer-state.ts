import { cashIn } from '../../../domain/money/drawers.ts';
import type { Drawer } from '../../../domain/money/drawer.ts';
import type { Payment } from '../../../domain/money/payment.ts';
import type { DrawerState, ReportedTransfer } from '../../../contract/workstation/admin.ts';
import { parseRow } from '../../store/mirror/stored-rows.ts';
import type { ReaderContext } from '../reader-context.ts';
import { readerView } from '../reader-context.ts';

/** Closed drawers the screen lists. */
const closedShown = 30;

/** The cash drawer of this station with everything that went in and out of it. */
export function drawerState(context: ReaderContext): DrawerState {
  const view = readerView(context);
  const open = view.openDrawer();
  const payments = open ? view.paymentsOfDrawer(open.id) : [];
  const closed = context.db
    .prepare<[string, number], { readonly row: string }>(
      'select row from drawer where station = ? and open = 0 order by opened_at desc limit ?',
    )
    .all(context.station, closedShown)
    .map((row) => parseRow<Drawer>(row));
  return {
    open,
    expected: open ? cashIn(open, payments) : 0,
    payments: newestFirst(payments).map((payment) => withPayer(context, payment)),
    closed,
  };
}

/** Transfers that readers reported and the bank has not shown yet, oldest last. */
export function reportedTransfers(context: ReaderContext): readonly ReportedTransfer[] {
  const rows = context.db
    .prepare<[], { readonly row: string }>(`select row from payment where status = 'reported'`)
    .all()
    .map((row) => parseRow<Payment>(row));
  return newestFirst(rows)
    .filter(({ library }) => library === context.library)
    .map((payment) => withPayer(context, payment));
}

function withPayer({ rows }: ReaderContext, payment: Payment): ReportedTransfer {
  const patron = rows.get('patron', payment.patron);
  return { payment, card: patron?.card ?? '', name: patron?.name ?? '' };
}

function newestFirst(payments: readonly Payment[]): readonly Payment[] {
  return payments.toSorted((a, b) => Date.parse(b.takenAt) - Date.parse(a.takenAt));
}
