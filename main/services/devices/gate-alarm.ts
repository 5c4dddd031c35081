import type { GateItem } from '../../../contract/devices/drivers.ts';
import { notice } from '../../../domain/circulation/decision.ts';
import { reason } from '../../../domain/outcome.ts';
import { resolveCode } from '../circulation/resolve-code.ts';
import type { RowContent } from '../circulation/row-content.ts';
import { patronInRow, refusedRow, rowContent } from '../circulation/row-content.ts';
import type { DeskContext } from '../desk-context.ts';
import { viewNow } from '../desk-context.ts';

/**
 * What a desk is told when a gate will not let a tag go: which copy it is, and whether a reader has it. On loan
 * (LT-2121) its tag was not released; not on loan (LT-2122) it should not be leaving; or nobody knows the tag
 * (LT-2123).
 */
export function gateAlarm(context: DeskContext, { address, code }: GateItem): RowContent {
  const { store, library } = context;
  const known = code ?? (address === null ? null : store.tagTasks.codeOf(address));
  const found = known === null ? null : resolveCode(store.lookup, library, known);
  if (found?.kind !== 'item') return refusedRow('gate', reason('LT-2123', { tag: known ?? address ?? '?' }));
  const item = store.lookup.itemSummary(found.item.id);
  const view = viewNow(context);
  const { state } = view.circulation(found.item.id);
  const loan = state.status === 'on-loan' ? view.loan(state.loan) : null;
  if (loan === null) return { ...refusedRow('gate', reason('LT-2122')), item };
  const patron = view.patron(loan.patron);
  return rowContent('gate', 'routed', {
    item,
    patron: patron && patronInRow(patron),
    loan: { id: loan.id, due: loan.due, renewals: loan.renewals },
    findings: [notice(reason(loan.use === 'home' ? 'LT-2121' : 'LT-2124'))],
  });
}
