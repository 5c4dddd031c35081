import type { ChangeDue, CorrectReturn, FastAdd } from '../commands.ts';
import { normaliseCode } from '../identifiers/scan.ts';
import { reason } from '../outcome.ts';
import type { Decision } from './decision.ts';
import { done, notice, refusal, refuse } from './decision.ts';
import { assessReturned } from './loan-charges.ts';
import { isOpen } from './loan.ts';
import { setDueProblems } from './set-due.ts';
import type { DeskView } from './view.ts';

/** Sets when a loan really came back. What was late is counted again from the whole loan, whatever was edited before. */
export function decideCorrectReturn(view: DeskView, { loan: id, returnedAt, note }: CorrectReturn): Decision {
  const loan = view.loan(id);
  if (!loan || loan.returnedAt === null) return refuse(reason('LT-1318'));
  const at = Date.parse(returnedAt);
  if (at > Date.parse(view.now)) return refuse(reason('LT-1312', { at: returnedAt }));
  if (at < Date.parse(loan.checkedOutAt))
    return refuse(reason('LT-1313', { at: returnedAt, lent: loan.checkedOutAt }));
  return done([
    { kind: 'loan.return-corrected', body: { loan: id, item: loan.item, returnedAt, note } },
    ...assessReturned(view, loan, returnedAt),
  ]);
}

/** Moves one due date by hand. */
export function decideChangeDue(view: DeskView, { loan: id, due, note }: ChangeDue): Decision {
  const loan = view.loan(id);
  if (!loan || !isOpen(loan)) return refuse(reason('LT-1401'));
  const problems = setDueProblems(view, due);
  if (problems.length > 0) return refusal(problems);
  return done(
    [{ kind: 'loan.due-changed', body: { loan: id, item: loan.item, due, why: 'staff', hold: null, note } }],
    { findings: [notice(reason('LT-1325', { before: loan.due, due }))] },
  );
}

/** Takes in a book nobody has catalogued, so that it can be lent at once. */
export function decideFastAdd(view: DeskView, { item, biblio }: FastAdd): Decision {
  const barcode = normaliseCode(item.barcode);
  if (barcode === '') return refuse(reason('LT-1324', { field: 'barcode' }));
  if (biblio.title.trim() === '') return refuse(reason('LT-1324', { field: 'title' }));
  if (view.itemByBarcode(item.library, barcode)) return refuse(reason('LT-1323', { barcode }));
  return done([{ kind: 'item.fast-added', body: { item: { ...item, barcode, biblio: biblio.id }, biblio } }]);
}
