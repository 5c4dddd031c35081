import { decideRenewal } from '../domain/circulation/decide.ts';
import type { ItemHistory } from '../domain/circulation/fold.ts';
import { currentLoan, emptyHistory, evolveItem } from '../domain/circulation/fold.ts';
import type { Loan } from '../domain/circulation/loan.ts';
import { demoFacts } from '../domain/demo/demo.ts';
import { demoDesk } from '../domain/demo/history/desk.ts';
import type { DemoOptions } from '../domain/demo/options.ts';
import { demoPolicySet } from '../domain/demo/policies.ts';

/** A loan of the demonstration's history that is its reader's only one and that a renewal today moves to `due`. */
export function renewableLoan(options: DemoOptions): { card: string; loan: Loan; due: string } {
  const { library, calendar, copies, readers } = demoDesk(options);
  const histories = new Map<string, ItemHistory>();
  for (const fact of demoFacts(options))
    histories.set(fact.body.item, evolveItem(histories.get(fact.body.item) ?? emptyHistory, fact));
  const open = [...histories.values()].map(currentLoan).filter((loan) => loan !== null);
  for (const loan of open) {
    const patron = readers.find(({ id }) => id === loan.patron);
    const item = copies.find((copy) => copy.item.id === loan.item)?.item;
    if (!patron || !item || open.some((other) => other !== loan && other.patron === loan.patron)) continue;
    const { today } = options;
    const view = { today, library: library.id, policySet: demoPolicySet, calendar, patron, item, loan };
    const [fact] = decideRenewal(view).facts;
    if (fact?.kind === 'loan.renewed') return { card: patron.card, loan, due: fact.body.due };
  }
  throw new Error('The demonstration has no loan that can be renewed today.');
}
