import { formatAmount } from '../../../domain/money/amount-text.ts';
import type { LoanSlipData, SlipItem } from '../../../domain/printing/slip-data.ts';
import type { SlipRecord } from '../../store/slips.ts';
import type { Store } from '../../store/store.ts';
import type { SessionFact, SlipEntry } from './slip-facts.ts';
import { sessionKind } from './slip-facts.ts';
import type { SlipContext } from './slip-head.ts';
import { paperDue, slipHead } from './slip-head.ts';

/** What a session at the desk did, as its slip says it. */
export function sessionData(
  context: SlipContext,
  slip: SlipRecord,
  listed: readonly [SlipEntry<SessionFact>, ...SlipEntry<SessionFact>[]],
): LoanSlipData {
  const { store } = context;
  const reader = slip.patron === null ? null : store.rows.get('patron', slip.patron);
  const shown = listed.filter(({ fact }) => !madeRoom(store, slip, listed, fact));
  const lines = shown.map((line, index) => ({
    item: itemOf(context, line.fact, String(index + 1)),
    overdue: overdueOf(store, slip, line),
  }));
  const charged = lines.reduce((sum, { overdue }) => sum + overdue, 0);
  return {
    ...slipHead(context, slip, listed[0].fact),
    kind: sessionKind(shown.map(({ fact }) => fact)),
    reader: reader && { name: reader.name, card: reader.card },
    items: lines.map(({ item, overdue }) => ({ ...item, overdue: amountOrNone(overdue) })),
    total: String(lines.length),
    charged: amountOrNone(charged),
    provisional: lines.some(({ item }) => item.provisional),
  };
}

/**
 * A copy still on loan to somebody else, lent to the reader at the desk: it came back only to leave again, and that
 * it was with another reader is nobody's business.
 */
function madeRoom(
  { rows }: Store,
  { patron }: SlipRecord,
  listed: readonly SlipEntry<SessionFact>[],
  fact: SessionFact,
): boolean {
  if (fact.kind !== 'loan.returned' || fact.body.loan === null || patron === null) return false;
  const { item, loan } = fact.body;
  const lentAgain = listed.some(
    (other) => other.fact.kind === 'loan.checked-out' && other.fact.body.item === item,
  );
  return lentAgain && rows.get('loan', loan)?.patron !== patron;
}

function itemOf({ store, timeZone }: SlipContext, fact: SessionFact, no: string): SlipItem {
  const { lookup, rows, journal } = store;
  const copy = lookup.itemSummary(fact.body.item);
  const barcode =
    fact.kind === 'loan.renewed'
      ? (copy?.barcode ?? rows.get('loan', fact.body.loan)?.barcode ?? '')
      : fact.body.barcode;
  const title = copy?.title ?? '';
  return {
    no,
    title: title === '' ? barcode : title,
    barcode,
    lent: fact.kind === 'loan.checked-out',
    renewed: fact.kind === 'loan.renewed',
    returned: fact.kind === 'loan.returned',
    due: fact.kind === 'loan.returned' ? '' : paperDue(fact.body.due, timeZone),
    renewals: fact.kind === 'loan.renewed' ? String(fact.body.renewals) : '',
    overdue: '',
    provisional: !journal.isConfirmed(fact),
  };
}

/**
 * What a return cost for being late, in đồng. Its charges follow it in the journal, in the same act. A slip that names
 * a reader says nothing of another reader's money.
 */
function overdueOf(
  { journal }: Store,
  { patron }: SlipRecord,
  { entry, fact }: SlipEntry<SessionFact>,
): number {
  if (fact.kind !== 'loan.returned') return 0;
  let amount = 0;
  for (let next = entry + 1; ; next += 1) {
    const charge = journal.factAt(next);
    if (charge?.kind !== 'charge.assessed' || charge.body.loan !== fact.body.loan) return amount;
    const theirs = patron === null || charge.body.patron === patron;
    if (charge.body.kind === 'overdue' && theirs) amount = charge.body.amount;
  }
}

function amountOrNone(amount: number): string {
  return amount === 0 ? '' : formatAmount(amount);
}
