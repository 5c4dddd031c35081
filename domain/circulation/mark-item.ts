import type { Item } from '../catalogue/catalogue.ts';
import type { MarkItem } from '../commands.ts';
import type { FactDraft } from '../facts/fact.ts';
import { ledgerOf, loanChargeId } from '../money/charge.ts';
import { amountProblems } from '../money/take-payment.ts';
import { reason } from '../outcome.ts';
import { endLoan } from './check-in.ts';
import type { Decision } from './decision.ts';
import { done, refuse } from './decision.ts';
import type { ItemCirculation, ItemState } from './item-state.ts';
import { assessLoss } from './loan-charges.ts';
import type { DeskView } from './view.ts';

/** Marks a copy lost, missing, damaged, withdrawn, claimed returned, found or repaired, with what that costs. */
export function decideMarkItem(view: DeskView, ask: MarkItem): Decision {
  const item = view.item(ask.item);
  if (!item) return refuse(reason('LT-1102'));
  const problems = ask.charge === null || ask.charge === 0 ? [] : amountProblems(ask.charge);
  if (problems.length > 0) return refuse(...problems);
  const circulation = view.circulation(item.id);
  const { state } = circulation;
  switch (ask.mark) {
    case 'lost':
      return lose(view, ask, item, state);
    case 'claimed-returned':
      return state.status === 'on-loan'
        ? done([mark(view, ask, item, state.loan)])
        : refuse(reason('LT-1322'));
    case 'missing':
    case 'damaged':
    case 'withdrawn':
      return setAside(view, ask, item, circulation);
    case 'found':
      return find(view, ask, item, state);
    case 'repaired':
      return state.status === 'damaged' ? done([mark(view, ask, item, null)]) : refuse(reason('LT-1322'));
  }
}

function lose(view: DeskView, ask: MarkItem, item: Item, state: ItemState): Decision {
  if (state.status === 'lost') return refuse(reason('LT-1322'));
  const loan =
    state.status === 'on-loan' || state.status === 'claimed-returned' ? view.loan(state.loan) : null;
  return done([
    ...freeHold(state, item),
    mark(view, ask, item, loan?.id ?? null),
    ...(loan ? assessLoss(view, loan, ask.charge) : []),
  ]);
}

/** A copy in hand goes out of circulation; damage may be charged to whoever had it last. */
function setAside(view: DeskView, ask: MarkItem, item: Item, { state, lastLoan }: ItemCirculation): Decision {
  if (state.status === 'on-loan' || state.status === 'claimed-returned') return refuse(reason('LT-1320'));
  if (ask.mark === 'withdrawn' && ask.decision.trim() === '') return refuse(reason('LT-1321'));
  if (state.status === ask.mark) return refuse(reason('LT-1322'));
  const lostOn = state.status === 'lost' && state.loan !== null ? view.loan(state.loan) : null;
  // Nobody misses a lost copy anew. Damaged, it is in hand: found first, with what that changes.
  if (lostOn && ask.mark === 'missing') return refuse(reason('LT-1322'));
  const found = lostOn && ask.mark === 'damaged' ? endLoan(view, lostOn, item, view.now, 'desk').facts : [];
  const had = found.length > 0 && lostOn ? { loan: lostOn.id, patron: lostOn.patron } : lastLoan;
  const { charge } = ask;
  const before = [...found, ...freeHold(state, item)];
  if (charge === null || charge === 0) return done([...before, mark(view, ask, item, null)]);
  if (had === null || ask.mark !== 'damaged') return refuse(reason('LT-1322'));
  return done([...before, mark(view, ask, item, had.loan), damage(view, ask, item, had, charge)]);
}

function damage(
  view: DeskView,
  { note }: MarkItem,
  item: Item,
  { loan, patron }: { readonly loan: string; readonly patron: string },
  amount: number,
): FactDraft {
  return {
    kind: 'charge.assessed',
    body: {
      charge: loanChargeId(loan, 'damage'),
      patron,
      library: view.library,
      ledger: ledgerOf.damage,
      kind: 'damage',
      amount,
      loan,
      item: item.id,
      title: view.biblio(item.biblio)?.title ?? item.barcode,
      legalAct: '',
      note,
    },
  };
}

function find(view: DeskView, ask: MarkItem, item: Item, state: ItemState): Decision {
  switch (state.status) {
    case 'lost':
    case 'claimed-returned': {
      const loan = state.loan === null ? null : view.loan(state.loan);
      // Found on the shelf or on the desk: for the loan it is the same, the reader does not have it.
      return loan
        ? done(endLoan(view, loan, item, view.now, 'desk').facts)
        : done([mark(view, ask, item, null)]);
    }
    case 'missing':
    case 'withdrawn':
      return done([mark(view, ask, item, null)]);
    default:
      return refuse(reason('LT-1322'));
  }
}

/** What waited or travelled for a reader cannot any more: the hold is back in its queue. */
function freeHold(state: ItemState, item: Item): readonly FactDraft[] {
  const hold = state.status === 'on-hold-shelf' || state.status === 'in-transit' ? state.hold : null;
  return hold === null ? [] : [{ kind: 'hold.released', body: { hold, item: item.id } }];
}

function mark(view: DeskView, ask: MarkItem, item: Item, loan: string | null): FactDraft {
  return {
    kind: 'item.marked',
    body: {
      item: item.id,
      barcode: item.barcode,
      library: view.library,
      mark: ask.mark,
      loan,
      decision: ask.decision,
      note: ask.note,
    },
  };
}
