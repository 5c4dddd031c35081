import type { Item } from '../catalogue/catalogue.ts';
import type { CheckOut } from '../commands.ts';
import type { CivilDate } from '../facts/fact.ts';
import type { Hold } from '../holds/hold.ts';
import { isSetAside } from '../holds/hold.ts';
import { holdFor } from '../holds/trap.ts';
import { reason } from '../outcome.ts';
import type { Patron } from '../patrons/patron.ts';
import type { LoanPolicy } from '../policy/policies.ts';
import type { FindingList } from './findings.ts';
import type { ItemState } from './item-state.ts';
import type { LoanInHand } from './loan.ts';
import type { DeskView } from './view.ts';

/** What the copy itself says about being lent: how it is catalogued, where it is, what belongs to it. */
export function addItemFindings(list: FindingList, view: DeskView, ask: CheckOut, item: Item): void {
  if (item.lending === 'not-for-loan' && ask.use === 'home') list.add('not-for-loan', reason('LT-1206'));
  // TT 02/2020 art. 31: used in a separate room, whatever the letter says.
  if (item.lending === 'restricted' && (ask.use === 'home' || !isPermitComplete(ask)))
    list.add('restricted', reason('LT-1220'));
  if (item.parts !== '') list.add('parts', reason('LT-1230', { parts: item.parts }));
  if (item.library !== view.library)
    list.add('wrong-library', reason('LT-1231', { library: view.libraryName(item.library) }));
  for (const { text } of view.messages({ kind: 'item', item: item.id }))
    list.add('message', reason('LT-1232', { text }));
}

function isPermitComplete({ restricted }: CheckOut): boolean {
  return restricted !== null && restricted.letter.trim() !== '' && restricted.approver.trim() !== '';
}

/** Whether the policy lets this kind of copy be used in this way. */
export function addUse(list: FindingList, policy: LoanPolicy, ask: CheckOut): void {
  if (policy.period === 'none' && ask.use === 'home')
    list.add('not-for-loan', reason('LT-1208', { policy: policy.name }));
  else if (policy.use !== 'any' && policy.use !== ask.use)
    list.add('use', reason('LT-1218', { policy: policy.name, use: policy.use }));
}

/** Where the copy is, when that is not on the shelf. */
export function addState(list: FindingList, view: DeskView, patron: Patron, state: ItemState): void {
  switch (state.status) {
    case 'available':
      return;
    case 'on-loan': {
      const loan = view.loan(state.loan);
      const due = loan?.due ?? '';
      if (loan?.patron === patron.id) list.add('on-loan-to-same', reason('LT-1205', { due }));
      else list.add('on-loan-to-other', reason('LT-1204', { due }));
      return;
    }
    case 'on-hold-shelf':
      if (state.patron !== patron.id)
        list.add(
          'waiting-for-other',
          reason('LT-1226', { ...person(view, state.patron), until: shelfUntilOf(view, state) }),
        );
      return;
    case 'in-transit': {
      const hold = state.hold === null ? null : view.hold(state.hold);
      if (hold && hold.patron === patron.id) return;
      list.add('in-transit', reason('LT-1225', { to: view.libraryName(state.to) }));
      return;
    }
    case 'lost':
      return list.add('lost', reason('LT-1221', { since: state.since }));
    case 'missing':
      return list.add('missing', reason('LT-1222', { since: state.since }));
    case 'damaged':
      return list.add('damaged', reason('LT-1223', { since: state.since }));
    case 'claimed-returned':
      return list.add('claimed-returned', reason('LT-1224', { since: state.since }));
    case 'withdrawn':
      return list.add('withdrawn', reason('LT-1219', { decision: state.decision }));
  }
}

/** Last day on the shelf: staff may have moved the hold's, and the copy's own row does not know. */
export function shelfUntilOf(
  view: DeskView,
  { hold, shelfUntil }: Extract<ItemState, { readonly status: 'on-hold-shelf' }>,
): CivilDate {
  const state = view.hold(hold)?.state;
  return state?.status === 'waiting' ? state.shelfUntil : shelfUntil;
}

/** A copy nobody has put aside yet, but which the next in the queue could have. */
export function addHeldByOther(
  list: FindingList,
  view: DeskView,
  patron: Patron,
  item: Item,
  state: ItemState,
): void {
  // On the hold shelf or on its way there the hold is known; elsewhere the queue decides.
  if (state.status === 'on-hold-shelf' || (state.status === 'in-transit' && state.hold !== null)) return;
  const next = holdFor(view, item);
  if (next && next.patron !== patron.id) {
    const waiting = view.openHoldsOf(item.biblio).length;
    list.add('held-by-other', reason('LT-1227', { ...person(view, next.patron), waiting }));
  }
}

/** Other copies of the title, now or before. */
export function addSameTitle(
  list: FindingList,
  view: DeskView,
  patron: Patron,
  item: Item,
  loans: readonly LoanInHand[],
): void {
  const same = loans.find((loan) => loan.biblio === item.biblio && loan.item !== item.id);
  if (same) list.add('same-title', reason('LT-1228', { barcode: same.barcode, due: same.due }));
  else if (!loans.some((loan) => loan.item === item.id) && view.hadBefore(patron.id, item.biblio))
    list.add('lent-before', reason('LT-1229'));
}

/**
 * The reader's own hold that this loan fills: the one this copy waits or travels for, else one in the queue that
 * this copy fits. A hold whose other copy waits on the shelf stays until that copy is dealt with.
 */
export function ownHold(view: DeskView, patron: Patron, item: Item): Hold | null {
  const own = view
    .openHoldsOf(item.biblio)
    .filter((hold) => hold.patron === patron.id && (hold.level === 'title' || hold.item === item.id));
  return (
    own.find((hold) => isSetAside(hold, item.id)) ??
    own.find(({ state }) => state.status === 'pending') ??
    null
  );
}

function person(view: DeskView, id: string): { readonly name: string; readonly card: string } {
  const patron = view.patron(id);
  return { name: patron?.name ?? '', card: patron?.card ?? '' };
}
