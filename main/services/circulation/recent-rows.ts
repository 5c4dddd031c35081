import { notice } from '../../../domain/circulation/decision.ts';
import type { Fact } from '../../../domain/facts/fact.ts';
import { reason } from '../../../domain/outcome.ts';
import type { DeskRow } from '../../../contract/workstation/desk.ts';
import type { Store } from '../../store/store.ts';
import type { RowContent } from './row-content.ts';
import { patronInRow, rowContent } from './row-content.ts';

/** Rows shown again after the program was started: enough to see what was done last. */
const rowsRecalled = 20;

/** The last acts of this journal as rows, newest first, numbered downwards from -1 so that new rows follow. */
export function recentRows(store: Store): readonly DeskRow[] {
  const rows: DeskRow[] = [];
  for (const fact of store.journal.newestFacts(rowsRecalled * 2)) {
    const content = recalled(store, fact);
    if (!content || rows.length === rowsRecalled) continue;
    const act = store.acts.get(fact.id);
    const { id, at } = fact;
    const number = -1 - rows.length;
    const text = content.item?.barcode ?? '';
    rows.push({ id, number, at, text, ...content, undo: act && !act.undone ? act.id : null });
  }
  return rows;
}

/** Null for facts that only follow from another one of their act. */
function recalled(store: Store, fact: Fact): RowContent | null {
  const person = 'patron' in fact.body && typeof fact.body.patron === 'string' ? fact.body.patron : null;
  const patron = person === null ? null : store.rows.get('patron', person);
  const copy = 'item' in fact.body && typeof fact.body.item === 'string' ? fact.body.item : null;
  const shown = {
    item: copy === null ? null : store.lookup.itemSummary(copy),
    patron: patron ? patronInRow(patron) : null,
  };
  switch (fact.kind) {
    case 'loan.checked-out':
      return rowContent('checkout', 'done', {
        ...shown,
        loan: { id: fact.id, due: fact.body.due, renewals: 0 },
      });
    case 'loan.returned':
      return fact.body.loan === null
        ? rowContent('return', 'routed', { ...shown, findings: [notice(reason('LT-1301'))] })
        : rowContent('return', 'done', shown);
    case 'loan.renewed': {
      const { loan, due, renewals } = fact.body;
      return rowContent('renewal', 'done', { ...shown, loan: { id: loan, due, renewals } });
    }
    case 'item.marked':
      return rowContent('item', 'done', shown);
    case 'hold.placed':
    case 'hold.ended':
      return rowContent('hold', 'done', shown);
    case 'payment.taken':
      return rowContent('money', 'done', { ...shown, amount: fact.body.amount });
    case 'patron.registered':
      return rowContent('reader', 'done', { patron: patronInRow(fact.body.patron) });
    default:
      return null;
  }
}
