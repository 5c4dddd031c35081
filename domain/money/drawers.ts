import type { CloseDrawer, OpenDrawer } from '../commands.ts';
import type { Decision } from '../circulation/decision.ts';
import { done, refuse } from '../circulation/decision.ts';
import type { DeskView } from '../circulation/view.ts';
import { reason } from '../outcome.ts';
import type { Drawer } from './drawer.ts';
import type { Payment } from './payment.ts';

/** Cash that should be in a drawer: its float and every cash payment in and out of it since. */
export function cashIn({ id, float }: Pick<Drawer, 'id' | 'float'>, payments: readonly Payment[]): number {
  return payments.reduce((held, payment) => {
    const { drawer, reversedFrom, amount } = payment;
    const signed =
      payment.purpose === 'deposit-refund' || payment.purpose === 'credit-refund' ? -amount : amount;
    return held + (drawer === id ? signed : 0) - (reversedFrom === id ? signed : 0);
  }, float);
}

export function decideOpenDrawer(view: DeskView, { drawer, float }: OpenDrawer): Decision {
  if (view.openDrawer() || view.drawer(drawer)) return refuse(reason('LT-1706'));
  if (!Number.isSafeInteger(float) || float < 0) return refuse(reason('LT-1703'));
  return done([{ kind: 'drawer.opened', body: { drawer, library: view.library, float } }]);
}

/** Closes a drawer. What was counted is recorded as it is; a difference is said to be one and needs a reason. */
export function decideCloseDrawer(view: DeskView, { drawer: id, counted, note }: CloseDrawer): Decision {
  const drawer = view.drawer(id);
  if (!drawer || drawer.closed) return refuse(reason('LT-1705'));
  if (!Number.isSafeInteger(counted) || counted < 0) return refuse(reason('LT-1703'));
  const expected = cashIn(drawer, view.paymentsOfDrawer(id));
  if (counted !== expected && note.trim() === '') return refuse(reason('LT-1707', { counted, expected }));
  return done([
    { kind: 'drawer.closed', body: { drawer: id, library: view.library, counted, expected, note } },
  ]);
}
