import type { Fact } from '../../../domain/facts/fact.ts';
import { reason } from '../../../domain/outcome.ts';
import type { DeskRow } from '../../../contract/workstation/desk.ts';
import type { Store } from '../../store/store.ts';
import { patronInRow, rowContent } from './row-content.ts';

/** Rows shown again after the program was started: enough to see what was done last. */
const rowsRecalled = 20;

/** The last acts of this journal as rows, newest first, numbered downwards from -1 so that new rows follow. */
export function recentRows(store: Store): readonly DeskRow[] {
  return store.journal.newestFacts(rowsRecalled).map((fact, index) => recalled(store, fact, -1 - index));
}

function recalled({ lookup }: Store, fact: Fact, number: number): DeskRow {
  const item = lookup.itemSummary(fact.body.item);
  const patron = 'patron' in fact.body ? lookup.patron(fact.body.patron) : null;
  const rest = { item, patron: patron ? patronInRow(patron) : null };
  const place = { id: fact.id, number, at: fact.at, text: item?.barcode ?? '' };
  switch (fact.kind) {
    case 'loan.checked-out':
      return {
        ...place,
        ...rowContent('checkout', 'done', {
          ...rest,
          loan: { id: fact.id, due: fact.body.due, renewals: 0 },
        }),
      };
    case 'loan.returned':
      return fact.body.loan === null
        ? { ...place, ...rowContent('return', 'routed', { ...rest, reasons: [reason('LT-1301')] }) }
        : { ...place, ...rowContent('return', 'done', rest) };
    case 'loan.renewed': {
      const { loan, due, renewals } = fact.body;
      return { ...place, ...rowContent('renewal', 'done', { ...rest, loan: { id: loan, due, renewals } }) };
    }
  }
}
